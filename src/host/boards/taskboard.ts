/** The taskboard of a sprint: which columns it has and where an item stands. */
import { randomUUID } from 'node:crypto';
import { problem } from '../kernel/problem';
import { sent, sentList, sentText } from '../kernel/sent';
import { guidOf } from '../organisation/identifiers';
import type { Team } from '../organisation/types';
import {
  typeNamed,
  typesOnBacklog,
  type ProcessTemplate,
  type WorkItemTypeDefinition,
} from '../processes/process';
import { kind, type Reader, type Transaction } from '../store/store';
import type { WorkItem } from '../work-items/types';

export interface TaskboardColumn {
  readonly id: string;
  readonly name: string;
  readonly order: number;
  readonly mappings: readonly { readonly workItemType: string; readonly state: string }[];
}

const columns = kind<readonly TaskboardColumn[]>('taskboardColumns');
/** The column a person put an item into, by its number; only asked while the column still maps the item's state. */
const places = kind<string>('taskboardPlace');

export function taskboardTypes(process: ProcessTemplate, team: Team): readonly WorkItemTypeDefinition[] {
  return process.backlogs
    .filter((level) => level.type === 'task')
    .flatMap((level) => typesOnBacklog(process, level, team.bugsBehavior))
    .flatMap((name) => typeNamed(process, name) ?? []);
}

export function customColumns(reader: Reader, team: Team): readonly TaskboardColumn[] | undefined {
  return reader.get(columns, team.id);
}

/** How far along a state is: a type that comes later may have one between those of an earlier type. */
const progress = ['Proposed', 'InProgress', 'Resolved', 'Completed'];

/** One column per state of the types, by category and then in the order of the types. */
export function taskboardColumns(
  reader: Reader,
  process: ProcessTemplate,
  team: Team,
): readonly TaskboardColumn[] {
  const custom = customColumns(reader, team);
  if (custom) return custom;
  const types = taskboardTypes(process, team);
  const states = types
    .flatMap((type) => type.states.filter((state) => state.category !== 'Removed'))
    .sort((a, b) => progress.indexOf(a.category) - progress.indexOf(b.category));
  return [...new Set(states.map((state) => state.name))].map((name, order) => ({
    id: guidOf(`taskboard:${team.id}:${name}`),
    name,
    order,
    mappings: types
      .filter((type) => type.states.some((state) => state.name === name))
      .map((type) => ({ workItemType: type.name, state: name })),
  }));
}

/** @throws Problem 400 for columns without a name, or a state that is not the type's. */
export function replaceColumns(
  tx: Transaction,
  process: ProcessTemplate,
  team: Team,
  raw: readonly unknown[],
): void {
  const types = taskboardTypes(process, team);
  const read = raw.map((one, index): TaskboardColumn => {
    const name = (sentText(one, 'name') ?? '').trim();
    if (name === '') throw invalid('A column must have a name.');
    const mappings = sentList(one, 'mappings').map((mapping) => {
      const [workItemType, state] = [sentText(mapping, 'workItemType'), sentText(mapping, 'state')];
      const type = types.find((known) => known.name === workItemType);
      if (!type?.states.some((known) => known.name === state))
        throw invalid(`${workItemType ?? '(none)'} has no state ${state ?? '(none)'} on the taskboard.`);
      return { workItemType: type.name, state: state ?? '' };
    });
    const order = sent(one, 'order');
    return {
      id: sentText(one, 'id') ?? randomUUID(),
      name,
      order: typeof order === 'number' ? order : index,
      mappings,
    };
  });
  const names = read.map((column) => column.name.toLowerCase());
  if (read.length === 0 || new Set(names).size < names.length)
    throw invalid('The names of columns must be unique, and there must be at least one.');
  tx.put(
    columns,
    team.id,
    [...read].sort((a, b) => a.order - b.order),
  );
}

export function columnOfItem(
  reader: Reader,
  all: readonly TaskboardColumn[],
  item: WorkItem,
): TaskboardColumn | undefined {
  const [type, state] = [item.fields['System.WorkItemType'], item.fields['System.State']];
  const fitting = all.filter((column) =>
    column.mappings.some((mapping) => mapping.workItemType === type && mapping.state === state),
  );
  const place = reader.get(places, String(item.id));
  return fitting.find((column) => column.id === place) ?? fitting[0];
}

export function rememberPlace(tx: Transaction, item: WorkItem, column: TaskboardColumn): void {
  tx.put(places, String(item.id), column.id);
}

function invalid(message: string): Error {
  return problem(400, 'TaskboardColumnsValidationException', message);
}
