/** The columns of a board: one per state until the team sets its own. */
import { guidOf } from '../organisation/identifiers';
import type { Team } from '../organisation/types';
import {
  typeNamed,
  typesOnBacklog,
  type BacklogLevel,
  type ProcessTemplate,
  type StateCategory,
  type WorkItemTypeDefinition,
} from '../processes/process';
import type { Reader } from '../store/store';
import { boardSettings, type Column, type ColumnType } from './board-settings';

const DEFAULT_LIMIT = 5;

/** The levels that have a board: all above tasks that the team shows. */
export function boardLevels(process: ProcessTemplate, team: Team): readonly BacklogLevel[] {
  return process.backlogs.filter(
    (level) => level.type !== 'task' && team.backlogVisibilities[level.id] !== false,
  );
}

/** In their order: incoming, those in progress, outgoing. */
export function boardColumns(
  reader: Reader,
  process: ProcessTemplate,
  team: Team,
  level: BacklogLevel,
): readonly Column[] {
  return boardSettings(reader, team, level.id).columns ?? defaultColumns(process, team, level);
}

export function typesOnBoard(
  process: ProcessTemplate,
  team: Team,
  level: BacklogLevel,
): readonly WorkItemTypeDefinition[] {
  return typesOnBacklog(process, level, team.bugsBehavior).flatMap((name) => typeNamed(process, name) ?? []);
}

/** Those in progress have the limit of 5 that every new board has. */
function defaultColumns(process: ProcessTemplate, team: Team, level: BacklogLevel): readonly Column[] {
  const types = typesOnBoard(process, team, level);
  const states = (types.find((type) => level.types.includes(type.name))?.states ?? []).filter(
    (state) => state.category !== 'Removed',
  );
  return states.map((state, index): Column => {
    const isMiddle = index > 0 && index < states.length - 1;
    const mappings = types.map((type) => [type.name, stateFor(type, state.name, state.category)] as const);
    return {
      id: guidOf(`column:${team.id}:${level.id}:${state.name}`),
      name: state.name,
      itemLimit: isMiddle ? DEFAULT_LIMIT : 0,
      stateMappings: Object.fromEntries(
        mappings.flatMap(([type, name]) => (name === undefined ? [] : [[type, name]])),
      ),
      columnType: index === 0 ? 'incoming' : isMiddle ? 'inProgress' : 'outgoing',
      isSplit: false,
      description: '',
    };
  });
}

function stateFor(type: WorkItemTypeDefinition, name: string, category: StateCategory): string | undefined {
  return (
    type.states.find((one) => one.name === name) ?? type.states.find((one) => one.category === category)
  )?.name;
}

const CATEGORIES: Readonly<Record<ColumnType, readonly StateCategory[]>> = {
  incoming: ['Proposed'],
  inProgress: ['Proposed', 'InProgress', 'Resolved'],
  outgoing: ['Completed'],
};

/** Which states of a type may be put into a column of that place. */
export function statesAllowedIn(type: WorkItemTypeDefinition, place: ColumnType): readonly string[] {
  return type.states.filter((state) => CATEGORIES[place].includes(state.category)).map((state) => state.name);
}
