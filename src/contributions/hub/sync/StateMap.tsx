/** What the states of Tasks mean: as the process says, and for states that it does not know, as a person decided. */
import * as React from 'react';
import type { StateCategory } from '../../../core/model/state-category';
import { taskStates } from '../../../core/sync/state-rows';
import type { StateRow } from '../../../core/sync/state-rows';
import { mapState, unmapState } from '../../../core/sync/states';
import { StateMeanings } from '../../tab-parts/StateMeanings';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { useLoad } from '../use-load';
import { Failed, Waiting } from '../Waiting';

type States = ReadonlyMap<string, ReadonlyMap<string, StateCategory>>;

/** Once for as long as neither the model nor its Tasks change. */
function useRows(states: States | undefined, taskType: string): readonly StateRow[] {
  const { model, items } = useModelView();
  return React.useMemo(
    () => taskStates(model, { states, taskType, items }),
    [model, items, states, taskType],
  );
}

export function StateMap(): React.ReactElement {
  const { app } = useHub();
  const { model, apply, readOnly } = useModelView();
  const [load, again] = useLoad(app.facts);
  const facts = load.kind === 'loaded' ? load.value : undefined;
  const rows = useRows(facts?.states, facts?.taskType ?? '');
  const unknown = rows.filter(({ category }) => category === undefined).length;
  const set = ({ type, state }: StateRow, category: StateCategory | undefined) => {
    const info = category
      ? mapState(model.info, { type, state, category })
      : unmapState(model.info, { type, state });
    apply({ label: `What ${state} means`, info });
  };
  return (
    <details className="wo-card" open={unknown > 0}>
      <summary>What the states of Tasks mean</summary>
      {load.kind === 'loading' && <Waiting label="Reading the process…" />}
      {load.kind === 'failed' && <Failed reason={load.reason} onRetry={again} />}
      {facts && (
        <>
          <p className="wo-quiet">
            The process says it by the category of each state, whatever its name.{' '}
            {unknown > 0
              ? 'For states that it does not explain, you say it here, once for this model.'
              : 'A state that it does not explain, as in another project, would be listed here for you to say.'}{' '}
            What is marked as existing, or decided at one place, is never changed by a Task.
          </p>
          <StateMeanings rows={rows} undecided="Ask me" readOnly={readOnly} onChange={set} />
        </>
      )}
    </details>
  );
}
