/** The state of one table, with the views that this person keeps of it. */
import * as React from 'react';
import { dropView, putView } from '../../../app/person-habits';
import type { NamedView, PersonHabits } from '../../../app/person-habits';
import { readTableState, reduceTable, sameTable } from '../../../ui/table-state';
import type { TableAction, TableShape, TableState } from '../../../ui/table-state';
import { useHub } from '../hub-context';
import { addressedState, useAddressed } from './address-state';

export interface KeptViews {
  readonly names: readonly string[];
  /** The one whose state is shown now. */
  readonly current: string | undefined;
  readonly open: (name: string) => void;
  readonly save: (name: string) => void;
  readonly drop: (name: string) => void;
}

export interface UsedTable<Filter, Column extends string, Group extends string> {
  readonly state: TableState<Filter, Column, Group>;
  readonly dispatch: (action: TableAction<Filter, Column, Group>) => void;
  readonly views: KeptViews;
}

const sessionOnly = 'Azure DevOps keeps nothing for you here, so this lasts as long as the page.';

/** What differs from the beginning of the table, as text. */
function differing<Filter, Column extends string, Group extends string>(
  state: TableState<Filter, Column, Group>,
  { start }: TableShape<Filter, Column, Group>,
): string {
  const parts = Object.entries(state).filter(([part]) => {
    const only = { ...start, ...Object.fromEntries(Object.entries(state).filter(([name]) => name === part)) };
    return !sameTable(only, start);
  });
  return JSON.stringify(Object.fromEntries(parts));
}

/** Views by their table. It begins as the address says, else with `start`. */
export function useTable<Filter, Column extends string, Group extends string>(
  table: string,
  shape: TableShape<Filter, Column, Group>,
  start: TableState<Filter, Column, Group>,
): UsedTable<Filter, Column, Group> {
  const { app, navigation, query } = useHub();
  const [state, setState] = React.useState(() => {
    const addressed = addressedState(query['list']);
    return addressed === undefined ? start : readTableState(addressed, shape);
  });
  useAddressed(sameTable(state, start) ? undefined : differing(state, shape));
  const [views, setViews] = React.useState<readonly NamedView[]>([]);
  const dispatch = React.useCallback(
    (action: TableAction<Filter, Column, Group>) => setState((before) => reduceTable(before, action)),
    [],
  );
  React.useEffect(() => {
    let current = true;
    void app.habits().then((habits) => current && setViews(habits.views[table] ?? []));
    return () => {
      current = false;
    };
  }, [app, table]);
  const change = async (how: (habits: PersonHabits) => PersonHabits, done: string) => {
    setViews(how({ views: { [table]: views } }).views[table] ?? []);
    const kept = await app.changeHabits(how);
    navigation.toast(kept === 'kept' ? done : `${done} ${sessionOnly}`);
  };
  const stateOf = (view: NamedView) => readTableState(view.state, shape);
  return {
    state,
    dispatch,
    views: {
      names: views.map(({ name }) => name),
      current: views.find((view) => sameTable(stateOf(view), state))?.name,
      open: (name) => {
        const view = views.find((each) => each.name === name);
        if (view) dispatch({ kind: 'all', state: stateOf(view) });
      },
      save: (name) =>
        void change((habits) => putView(habits, table, { name, state }), `View “${name}” is kept.`),
      drop: (name) => void change((habits) => dropView(habits, table, name), `View “${name}” is gone.`),
    },
  };
}
