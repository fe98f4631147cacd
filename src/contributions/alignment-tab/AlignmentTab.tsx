/** The tab "Security alignment": reads the models and the stories, and follows them while it is looked at. */
import * as React from 'react';
import type { App } from '../../app/app';
import type { AlignmentReading } from '../../app/read-alignment';
import { useLoad } from '../hub/use-load';
import { Failed, Waiting } from '../hub/Waiting';
import { DeskContext } from '../tab-parts/desk-context';
import { Notices } from '../tab-parts/Notices';
import type { TabPage } from '../tab-parts/tab-page';
import { NoModel, TabFrame } from '../tab-parts/TabFrame';
import { useDesk, usePerform } from '../tab-parts/use-desk';
import { AlignmentView } from './AlignmentView';

export interface AlignmentTabProps {
  readonly app: App;
  readonly page: TabPage;
}

function AlignmentDeskView(
  props: AlignmentTabProps & { readonly reading: AlignmentReading },
): React.ReactElement {
  const { app, page, reading } = props;
  const [desk, state] = useDesk(app, reading);
  const { perform, busy } = usePerform(page);
  const { picture, saving } = state;
  const reach = React.useMemo(
    () => ({ app, page, desk, picture, saving, perform, busy }),
    [app, page, desk, picture, saving, perform, busy],
  );
  const isBare = picture.models.length === 0 && state.problems.length === 0;
  return (
    <DeskContext.Provider value={reach}>
      <Notices desk={desk} state={state} />
      {isBare ? <NoModel onHub={() => page.goToHub()} /> : <AlignmentView />}
    </DeskContext.Provider>
  );
}

export function AlignmentTab({ app, page }: AlignmentTabProps): React.ReactElement {
  const [load, again] = useLoad(React.useCallback(() => app.readAlignment(), [app]));
  return (
    <TabFrame>
      {load.kind === 'loading' && <Waiting label="Comparing threats and stories…" />}
      {load.kind === 'failed' && <Failed reason={load.reason} onRetry={again} />}
      {load.kind === 'loaded' && <AlignmentDeskView app={app} page={page} reading={load.value} />}
    </TabFrame>
  );
}
