/** Says which models, other than the one shown, hold unsaved edits or open questions, and warns before the page closes. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { ModelId } from '../../core/model/ids';
import { Banner } from '../../ui/Banner';
import { useHub } from './hub-context';
import { StrandedEdits } from './kept-edits/StrandedEdits';
import type { Unsettled } from './open-sessions';
import { useUnsavedWarning } from './page-habits';

const same = (a: readonly Unsettled[], b: readonly Unsettled[]): boolean =>
  a.length === b.length &&
  a.every(({ id, name, why }, i) => b[i]?.id === id && b[i]?.name === name && b[i]?.why === why);

function useUnsettled(): readonly Unsettled[] {
  const { sessions } = useHub();
  const [unsettled, setUnsettled] = React.useState(() => sessions.unsettled());
  React.useEffect(() => {
    // A session tells of every edit; most change nothing here.
    const look = () =>
      setUnsettled((before) => (same(before, sessions.unsettled()) ? before : sessions.unsettled()));
    look();
    return sessions.subscribe(look);
  }, [sessions]);
  return unsettled;
}

const sentenceFor = ({ name, why }: Unsettled): string =>
  why === 'failed'
    ? `“${name}” has edits that are not saved yet.`
    : `“${name}” has edits that met somebody else’s and wait for your decision.`;

export function UnsettledElsewhere({ shown }: { readonly shown: ModelId | undefined }): React.ReactElement {
  const { go } = useHub();
  const unsettled = useUnsettled();
  useUnsavedWarning(unsettled.length > 0 ? 'unsaved' : 'saved');
  // A save under way ends by itself within moments: nothing to read about.
  const elsewhere = unsettled.filter(({ id, why }) => id !== shown && why !== 'saving');
  return (
    <>
      <StrandedEdits />
      {elsewhere.map((each) => (
        <Banner
          key={each.id}
          tone="warning"
          actions={
            <Button text="Open" ariaLabel={`Open “${each.name}”`} onClick={() => go({ model: each.id })} />
          }
        >
          {sentenceFor(each)}
        </Banner>
      ))}
    </>
  );
}
