/** Where an item stands on the board of its level. */
import { typesOnBacklog, type ProcessTemplate } from '../processes/process';
import type { Reader } from '../store/store';
import type { Fields } from '../work-items/types';
import { defaultTeam, projectOfPath, teamOfArea } from '../organisation/projects';
import { boardIdOf, boardRows, boardSettings, type CardRule, type Column, type Row } from './board-settings';
import { boardFieldsOf, type BoardFields } from './board-fields';
import { boardColumns, boardLevels } from './columns';

export interface CardPlace {
  readonly column: Column;
  /** In the second part of a split column. */
  readonly isDone: boolean;
  /** The name of the row; null for the default lane. */
  readonly lane: string | null;
}

export interface BoardOfItem {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly fields: BoardFields;
  /** In their order: the first that fits decides. */
  readonly laneRules: readonly CardRule[];
}

/** The board of the team of the item's area, at the level that has its type; undefined for types without a board. */
export function boardOfItem(reader: Reader, process: ProcessTemplate, item: Fields): BoardOfItem | undefined {
  const type = String(item['System.WorkItemType']);
  // Most items are tasks: they need not look for their team.
  if (
    !process.backlogs.some((one) => one.type !== 'task' && one.types.includes(type)) &&
    type !== process.kinds.bug
  )
    return undefined;
  const area = String(item['System.AreaPath']);
  const project = projectOfPath(reader, area);
  if (!project) return undefined;
  // In an area of nobody the default team's board tells where a card would stand.
  const team = teamOfArea(reader, project, area) ?? defaultTeam(reader, project);
  const level = boardLevels(process, team).find((one) =>
    typesOnBacklog(process, one, team.bugsBehavior).includes(type),
  );
  if (!level) return undefined;
  return {
    columns: boardColumns(reader, process, team, level),
    rows: boardRows(reader, team, level.id),
    fields: boardFieldsOf(boardIdOf(team, level.id)),
    laneRules: boardSettings(reader, team, level.id).rules?.swimlaneRule ?? [],
  };
}

/**
 * The kept column where it still stands for the item's state, else the first column that does. Undefined for a state
 * that no column has, such as Removed.
 */
export function placeOfItem(reader: Reader, process: ProcessTemplate, item: Fields): CardPlace | undefined {
  const board = boardOfItem(reader, process, item);
  if (!board) return undefined;
  const type = String(item['System.WorkItemType']);
  const fitting = board.columns.filter((column) => column.stateMappings[type] === item['System.State']);
  const kept = String(item[board.fields.column] ?? '').toLowerCase();
  const column = fitting.find((one) => one.name.toLowerCase() === kept) ?? fitting[0];
  if (!column) return undefined;
  const lane = item[board.fields.lane];
  const row = board.rows.find((one) => one.name !== null && one.name === lane);
  return {
    column,
    isDone: column.isSplit && column.name.toLowerCase() === kept && item[board.fields.done] === true,
    lane: row?.name ?? null,
  };
}
