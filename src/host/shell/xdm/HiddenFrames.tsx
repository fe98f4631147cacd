/** The frames of hidden pages, as long as the person stays the same. */
import * as React from 'react';
import type { PlacedContribution } from '../page/contributions';
import { useShell } from '../page/shell';
import { ExtensionFrame } from './ExtensionFrame';
import type { FramedPage } from './framed-page';

const noConfiguration = {};

function HiddenFrame({ placed }: { readonly placed: PlacedContribution }): JSX.Element {
  const { hiddenPages } = useShell();
  const { contribution, extension } = placed;
  const own = React.useMemo(() => ({ contribution, extension }), [contribution, extension]);
  const onOpen = React.useCallback((page: FramedPage) => hiddenPages.opened(own, page), [hiddenPages, own]);
  const onFailed = React.useCallback((reason: string) => hiddenPages.failed(own, reason), [hiddenPages, own]);
  return (
    <ExtensionFrame
      placed={placed}
      configuration={noConfiguration}
      sizing="none"
      onOpen={onOpen}
      onFailed={onFailed}
    />
  );
}

export function HiddenFrames(): JSX.Element {
  const { hiddenPages } = useShell();
  const [placed, setPlaced] = React.useState(hiddenPages.current());
  React.useEffect(() => {
    setPlaced(hiddenPages.current());
    return hiddenPages.onChanged(() => setPlaced(hiddenPages.current()));
  }, [hiddenPages]);
  return (
    <React.Fragment>
      {placed.map((each) => (
        <HiddenFrame key={each.contribution.fullId} placed={each} />
      ))}
    </React.Fragment>
  );
}
