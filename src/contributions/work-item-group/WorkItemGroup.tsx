/** The Security group of a work item form: shows what fits the item, and one line where nothing does. */
import './group.css';
import * as React from 'react';
import { GroupContext } from './group-context';
import type { GroupPlaces } from './group-context';
import type { GroupSession } from './group-session';
import type { GroupState, Note, Shown } from './group-state';
import { incidentPictures } from './incident-picture';
import { IncidentView } from './IncidentView';
import { ItemDrawings } from './ItemDrawings';
import { mayBeStory } from './kinds';
import { storyPicture } from './story-picture';
import { StoryView } from './StoryView';
import { taskPictures } from './task-picture';
import { TaskView } from './TaskView';

export interface WorkItemGroupProps {
  readonly session: GroupSession;
  readonly places: GroupPlaces;
}

function useSession(session: GroupSession): GroupState {
  const [state, setState] = React.useState(session.current);
  React.useEffect(() => {
    setState(session.current);
    return session.subscribe(() => setState(session.current));
  }, [session]);
  return state;
}

function NoteLine({ note, session }: { readonly note: Note; readonly session: GroupSession }) {
  return (
    <p
      className={note.tone === 'error' ? 'wg-note wg-error' : 'wg-note'}
      role={note.tone === 'error' ? 'alert' : 'status'}
    >
      {note.text}{' '}
      {note.undo && (
        <button type="button" className="wg-link" onClick={() => void session.undo()}>
          Undo
        </button>
      )}
    </p>
  );
}

function Content({ shown }: { readonly shown: Shown }) {
  const { item, reading } = shown;
  const tasks = React.useMemo(() => taskPictures(reading), [reading]);
  const incidents = React.useMemo(() => incidentPictures(reading), [reading]);
  const picture = React.useMemo(() => storyPicture(item, reading), [item, reading]);
  const isStory =
    picture.clauses.length > 0 ||
    picture.loose.length > 0 ||
    (tasks.length === 0 && mayBeStory(item.type, reading.storyTypes));
  if (tasks.length === 0 && incidents.length === 0 && !isStory)
    return <p className="wg-quiet">No threat or mitigation is linked to this {item.type || 'work item'}.</p>;
  return (
    <>
      {incidents.map((each) => (
        <IncidentView key={each.id} picture={each} />
      ))}
      {tasks.map((each) => (
        <TaskView key={`${each.model} ${each.mitigation.id}`} picture={each} />
      ))}
      {isStory && <StoryView key={item.id} picture={picture} />}
      <ItemDrawings key={`drawings of ${item.id}`} reading={reading} />
    </>
  );
}

function Body({ state, session, places }: WorkItemGroupProps & { readonly state: GroupState }) {
  const shown = state.kind === 'shown' ? state : undefined;
  const reach = React.useMemo(() => shown && { session, places, shown }, [session, places, shown]);
  switch (state.kind) {
    case 'waiting':
      return <p className="wg-quiet">Loading…</p>;
    case 'new':
      return <p className="wg-quiet">Threats can be linked once this work item is saved.</p>;
    case 'failed':
      return (
        <div role="alert">
          <p>{state.reason}</p>
          <button type="button" className="wg-button" onClick={() => void session.reload()}>
            Try again
          </button>
        </div>
      );
    case 'shown':
      return (
        <GroupContext.Provider value={reach}>
          {state.note && <NoteLine note={state.note} session={session} />}
          {state.reading.problems.map((problem) => (
            <p key={problem} className="wg-quiet">
              {problem}
            </p>
          ))}
          <Content shown={state} />
        </GroupContext.Provider>
      );
  }
}

export function WorkItemGroup({ session, places }: WorkItemGroupProps): React.ReactElement {
  const state = useSession(session);
  const root = React.useRef<HTMLElement>(null);
  React.useLayoutEffect(() => (root.current ? places.keepHeight(root.current) : undefined), [places]);
  const busy = state.kind === 'waiting' || (state.kind === 'shown' && state.busy === 'yes');
  return (
    <main ref={root} className="wg" aria-busy={busy}>
      <Body state={state} session={session} places={places} />
    </main>
  );
}
