/** The security of a sprint: finds the sprint that the host shows, reads what it needs, and follows when it changes. */
import * as React from 'react';
import type { App } from '../../app/app';
import type { AlignmentReading } from '../../app/read-alignment';
import type { Pace } from '../../core/advice/pace';
import type { AlignmentPicture, Sprint } from '../../core/alignment/picture';
import { liesWithin } from '../../core/alignment/scope';
import { useLoad } from '../hub/use-load';
import { Failed, Waiting } from '../hub/Waiting';
import { DeskContext } from '../tab-parts/desk-context';
import { Notices } from '../tab-parts/Notices';
import type { TabPage } from '../tab-parts/tab-page';
import { NoModel, TabFrame } from '../tab-parts/TabFrame';
import { useDesk, usePerform } from '../tab-parts/use-desk';
import type { SprintContext, SprintPlace } from './sprint-context';
import { SprintView } from './SprintView';

export interface SprintTabProps {
  readonly app: App;
  readonly page: TabPage;
  readonly context: SprintContext;
}

interface SprintReading {
  readonly sprint: Sprint;
  readonly reading: AlignmentReading;
  readonly pace: Pace;
}

function usePlace(context: SprintContext): SprintPlace | undefined {
  const [place, setPlace] = React.useState(context.current);
  React.useEffect(() => context.subscribe(() => setPlace(context.current)), [context]);
  return place;
}

async function readSprint(app: App, place: SprintPlace | undefined): Promise<SprintReading> {
  if (!place) throw new Error('This tab belongs on the page of a sprint: the host named none.');
  const sprints = await app.sprints(place.team.id);
  const wanted = place.iterationId.toLowerCase();
  const sprint = sprints.find(({ id }) => id.toLowerCase() === wanted);
  if (!sprint) throw new Error(`This sprint is not one of the team ${place.team.name}.`);
  // Advice without a pace is still advice: a team may not let everybody see its capacity.
  const pace = app.pace(place.team.id, sprint).catch((): Pace => ({}));
  return { sprint, reading: await app.readAlignment(sprint), pace: await pace };
}

/** Hours of the mitigations' Tasks that are open in the sprint. */
function hoursIn({ tasks, sprint }: AlignmentPicture): number {
  let hours = 0;
  for (const { iterationPath, category, effort = 0 } of tasks.values()) {
    const isOpen = category !== 'Completed' && category !== 'Removed';
    if (isOpen && sprint && liesWithin(iterationPath, sprint.path)) hours += effort;
  }
  return hours;
}

/** The pace as it was read, with what was brought in or taken out since: it is not read again for every click. */
function usePaceNow(pace: Pace, picture: AlignmentPicture): Pace {
  const [hoursThen] = React.useState(() => hoursIn(picture));
  return React.useMemo(
    () =>
      pace.planned === undefined ? pace : { ...pace, planned: pace.planned + hoursIn(picture) - hoursThen },
    [pace, picture, hoursThen],
  );
}

function SprintDesk(props: SprintReading & Omit<SprintTabProps, 'context'>): React.ReactElement {
  const { app, page, sprint, reading } = props;
  const [desk, state] = useDesk(app, reading);
  const { perform, busy } = usePerform(page);
  const { picture, saving } = state;
  const pace = usePaceNow(props.pace, picture);
  const reach = React.useMemo(
    () => ({ app, page, desk, picture, saving, perform, busy }),
    [app, page, desk, picture, saving, perform, busy],
  );
  const isBare = picture.models.length === 0 && state.problems.length === 0;
  return (
    <DeskContext.Provider value={reach}>
      <Notices desk={desk} state={state} />
      {isBare ? <NoModel onHub={() => page.goToHub()} /> : <SprintView sprint={sprint} pace={pace} />}
    </DeskContext.Provider>
  );
}

export function SprintTab({ app, page, context }: SprintTabProps): React.ReactElement {
  const place = usePlace(context);
  const [load, again] = useLoad(React.useCallback(() => readSprint(app, place), [app, place]));
  return (
    <TabFrame>
      {load.kind === 'loading' && <Waiting label="Reading the sprint and the threat models…" />}
      {load.kind === 'failed' && <Failed reason={load.reason} onRetry={again} />}
      {load.kind === 'loaded' && <SprintDesk app={app} page={page} {...load.value} />}
    </TabFrame>
  );
}
