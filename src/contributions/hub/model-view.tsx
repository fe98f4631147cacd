/** The open model as its views see it: entities, look-ups, risk, work items, and the way to change something. */
import * as React from 'react';
import type { Edit } from '../../core/model/edit';
import type { Model } from '../../core/model/model';
import { indexModel } from '../../core/model/model-index';
import type { ModelIndex } from '../../core/model/model-index';
import { assess } from '../../core/risk/assess';
import type { Assessed, Assessment } from '../../core/risk/assess';
import type { WorkItemStates } from '../../core/risk/effective-status';
import { statesOf } from '../../core/sync/foreign';
import { useHub } from './hub-context';
import type { ModelSession, SessionState } from './session';
import { useNews } from './use-news';
import { useWorkItems } from './work-items';
import type { WatchedItems } from './work-items';

export interface ModelView extends WatchedItems {
  readonly session: ModelSession;
  readonly state: SessionState;
  readonly model: Model;
  readonly index: ModelIndex;
  readonly assessment: Assessment;
  readonly readOnly: boolean;
  readonly apply: (edit: Edit) => void;
  /** The same, with a toast that offers Undo: for edits that make things vanish or touch many. */
  readonly applyLoudly: (edit: Edit, message: string) => void;
}

const ViewContext = React.createContext<ModelView | undefined>(undefined);
export const ModelViewProvider = ViewContext.Provider;

export function useModelView(): ModelView {
  const view = React.useContext(ViewContext);
  if (!view) throw new Error('A model view stands outside a model.');
  return view;
}

/** What the session holds now. The session lives on when the component goes: it may have something to save. */
function useSessionState(session: ModelSession): SessionState {
  const [state, setState] = React.useState(session.current);
  React.useEffect(() => {
    const show = () => setState(session.current);
    // A save may have ended between drawing and listening.
    show();
    return session.subscribe(show);
  }, [session]);
  useNews(session);
  return state;
}

/** Every edit asks for the risk of all threats, and touches few of them: the rest is kept. */
function useAssessment(model: Model, states: WorkItemStates, index: ModelIndex): Assessment {
  const last = React.useRef<Assessed | undefined>(undefined);
  return React.useMemo(() => {
    const assessment = assess(model, states, index, last.current);
    last.current = { model, states, assessment };
    return assessment;
  }, [model, states, index]);
}

/** The view of a session for a page. */
export function useModelSession(session: ModelSession): ModelView {
  const { app, navigation } = useHub();
  const state = useSessionState(session);
  const watched = useWorkItems(app, state.model);
  const { asked, problem, look } = watched;
  const { model } = state;
  // A state that a person explained counts everywhere, as one of the process does.
  const items = React.useMemo(() => statesOf(watched.items, model), [watched.items, model]);
  const index = React.useMemo(() => indexModel(model), [model]);
  const assessment = useAssessment(model, items, index);
  const apply = React.useCallback((edit: Edit) => void session.apply(edit), [session]);
  const applyLoudly = React.useCallback(
    (edit: Edit, message: string) => {
      const inverse = session.apply(edit);
      const undo = () => {
        // A toast stays for a while: it must not take back something that was done since.
        if (session.undo(inverse) !== 'done')
          navigation.toast('This cannot be undone any more: other edits came later.');
      };
      navigation.toast(message, { label: 'Undo', run: undo });
    },
    [session, navigation],
  );
  return React.useMemo(
    () => ({
      session,
      state,
      model,
      index,
      assessment,
      items,
      asked,
      problem,
      look,
      readOnly: state.opened.readOnly !== undefined,
      apply,
      applyLoudly,
    }),
    [session, state, model, index, assessment, items, asked, problem, look, apply, applyLoudly],
  );
}
