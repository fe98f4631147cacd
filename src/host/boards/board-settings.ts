/** What a team set for its boards and its taskboard; everything that was never set follows from the process. */
import { guidOf } from '../organisation/identifiers';
import type { Team } from '../organisation/types';
import { kind, type Reader, type Transaction } from '../store/store';

export type ColumnType = 'incoming' | 'inProgress' | 'outgoing';

export interface Column {
  readonly id: string;
  readonly name: string;
  /** Cards that may stand in it before it is over its limit; 0 for none. */
  readonly itemLimit: number;
  readonly stateMappings: Readonly<Record<string, string>>;
  readonly columnType: ColumnType;
  /** Split columns have a part for what is done and waits. */
  readonly isSplit: boolean;
  /** The definition of done. */
  readonly description: string;
}

export interface Row {
  readonly id: string;
  /** Null for the default lane. */
  readonly name: string | null;
  readonly color: string | null;
}

/** One field on a card, as a client wrote it: `fieldIdentifier` and how it is shown. */
export type FieldSetting = Readonly<Record<string, string>>;
export type Cards = Readonly<Record<string, readonly FieldSetting[]>>;

export interface Clause {
  readonly fieldName: string;
  /** From 1. */
  readonly index: number;
  /** Empty for the first. */
  readonly logicalOperator: '' | 'AND';
  readonly operator: string;
  readonly value: string;
}

export interface CardRule {
  readonly name: string;
  readonly isEnabled: boolean;
  readonly filter: string;
  readonly clauses: readonly Clause[];
  readonly settings: Readonly<Record<string, string>>;
}

export const RULE_TYPES = ['fill', 'tagStyle', 'annotation', 'swimlaneRule'] as const;
export type RuleType = (typeof RULE_TYPES)[number];
export type CardRules = Readonly<Partial<Record<RuleType, readonly CardRule[]>>>;

export interface BoardSettings {
  readonly revision: number;
  readonly columns?: readonly Column[];
  readonly rows?: readonly Row[];
  readonly cards?: Cards;
  readonly rules?: CardRules;
}

/** The taskboard has cards and rules as a board has. */
const boards = kind<BoardSettings>('board');
const NEVER_SET: BoardSettings = { revision: 0 };
const TASKBOARD = 'taskboard';

/** @param board a backlog level id. */
export function boardSettings(reader: Reader, team: Team, board: string): BoardSettings {
  return reader.get(boards, keyOf(team, board)) ?? NEVER_SET;
}

export function taskboardSettings(reader: Reader, team: Team): BoardSettings {
  return boardSettings(reader, team, TASKBOARD);
}

export function changeBoard(
  tx: Transaction,
  team: Team,
  board: string,
  change: Partial<BoardSettings>,
): void {
  const before = boardSettings(tx, team, board);
  tx.put(boards, keyOf(team, board), { ...before, ...change, revision: before.revision + 1 });
}

export function changeTaskboard(tx: Transaction, team: Team, change: Partial<BoardSettings>): void {
  changeBoard(tx, team, TASKBOARD, change);
}

function keyOf(team: Team, board: string): string {
  return `${team.id}/${board}`;
}

/** A board is one team's. */
export function boardIdOf(team: Team, levelId: string): string {
  return guidOf(`board:${team.id}:${levelId}`);
}

export const DEFAULT_ROW: Row = { id: '00000000-0000-0000-0000-000000000000', name: null, color: null };

export function boardRows(reader: Reader, team: Team, board: string): readonly Row[] {
  return boardSettings(reader, team, board).rows ?? [DEFAULT_ROW];
}
