/** What the states of Tasks mean: as the process says, and for states that it does not know, as a person decided. */
import * as React from 'react';
import { asStateCategory } from '../../../core/model/state-category';
import type { StateCategory } from '../../../core/model/state-category';
import { mapState, unmapState } from '../../../core/sync/states';
import { Choice } from '../../../ui/Choice';
import { Pill } from '../../../ui/Marks';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { useLoad } from '../use-load';
import { Failed, Waiting } from '../Waiting';

const meanings: Readonly<Record<StateCategory, string>> = {
  Proposed: 'To be done: the mitigation is planned',
  InProgress: 'Being done: the mitigation is in progress',
  Resolved: 'Done, to be verified: still in progress for the risk',
  Completed: 'Done: the mitigation is implemented, and the risk falls',
  Removed: 'Will not be done: you are asked what that means',
};
const options = [
  { value: 'ask', label: 'Ask me' },
  ...Object.entries(meanings).map(([value, label]) => ({ value, label })),
];

interface StateRow {
  readonly type: string;
  readonly state: string;
  /** As the process says; undefined = it says nothing. */
  readonly category: StateCategory | undefined;
}

type States = ReadonlyMap<string, ReadonlyMap<string, StateCategory>>;

/** The states of the Task's type, and every state of a Task that the process does not explain. */
function useRows(states: States | undefined, taskType: string): readonly StateRow[] {
  const { model, items } = useModelView();
  return React.useMemo(() => {
    const rows = new Map<string, StateRow>();
    const put = (row: StateRow) => {
      const key = `${row.type}\n${row.state}`;
      if (!rows.has(key)) rows.set(key, row);
    };
    for (const { workItem } of model.realisation.values()) {
      const item = workItem === null ? undefined : items.get(workItem);
      if (item && item.category === undefined)
        put({ type: item.type, state: item.state, category: undefined });
    }
    for (const { type, state } of model.info.stateMap ?? [])
      put({ type, state, category: states?.get(type)?.get(state) });
    for (const [state, category] of states?.get(taskType) ?? []) put({ type: taskType, state, category });
    return [...rows.values()];
  }, [model, items, states, taskType]);
}

function Row({ row }: { readonly row: StateRow }): React.ReactElement {
  const { model, apply, readOnly } = useModelView();
  const { type, state, category } = row;
  const mapped = model.info.stateMap?.find((each) => each.type === type && each.state === state)?.category;
  const set = (value: string) => {
    const next = asStateCategory(value);
    const info = next
      ? mapState(model.info, { type, state, category: next })
      : unmapState(model.info, { type, state });
    apply({ label: `What ${state} means`, info });
  };
  return (
    <tr>
      <td>{type}</td>
      <td>
        {state} {category === undefined && mapped === undefined && <Pill tone="warning">Not known</Pill>}
      </td>
      <td>
        {category === undefined ? (
          <Choice
            label={`${type} ${state} means`}
            value={mapped ?? 'ask'}
            options={options}
            disabled={readOnly}
            onChange={set}
          />
        ) : (
          meanings[category]
        )}
      </td>
    </tr>
  );
}

export function StateMap(): React.ReactElement {
  const { app } = useHub();
  const [load, again] = useLoad(app.facts);
  const facts = load.kind === 'loaded' ? load.value : undefined;
  const rows = useRows(facts?.states, facts?.taskType ?? '');
  const unknown = rows.filter(({ category }) => category === undefined).length;
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
          <table className="wo-small-table">
            <thead>
              <tr>
                <th scope="col">Type</th>
                <th scope="col">State</th>
                <th scope="col">Means</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={`${row.type} ${row.state}`} row={row} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </details>
  );
}
