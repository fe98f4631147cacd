/** A column or a row goes only when no card stands in it: https://learn.microsoft.com/previous-versions/azure/devops/integrate/previous-apis/work/boardcolumns */
import { problem } from '../kernel/problem';
import type { Team } from '../organisation/types';
import type { BacklogLevel, ProcessTemplate } from '../processes/process';
import type { Reader } from '../store/store';
import { liveWorkItems } from '../work-items/computed';
import { boardFieldsOf } from './board-fields';
import { boardIdOf, type Column, type Row } from './board-settings';
import { boardOfItem, placeOfItem, type CardPlace } from './card-place';

export interface Board {
  readonly process: ProcessTemplate;
  readonly team: Team;
  readonly level: BacklogLevel;
}

function cardsOf(reader: Reader, { process, team, level }: Board): readonly CardPlace[] {
  const own = boardFieldsOf(boardIdOf(team, level.id)).column;
  return liveWorkItems(reader).flatMap(({ fields }) =>
    boardOfItem(reader, process, fields)?.fields.column === own
      ? (placeOfItem(reader, process, fields) ?? [])
      : [],
  );
}

interface Parts<Part> {
  readonly before: readonly Part[];
  readonly after: readonly Part[];
}

const gone = <Part extends { readonly id: string }>({ before, after }: Parts<Part>): readonly Part[] =>
  before.filter(({ id }) => !after.some((one) => one.id === id));

/** @throws Problem 400 DeletedBoardColumnIsNotEmptyException for the first column that goes with cards in it. */
export function requireEmptyColumns(reader: Reader, board: Board, columns: Parts<Column>): void {
  for (const { id, name } of gone(columns)) {
    const count = cardsOf(reader, board).filter(({ column }) => column.id === id).length;
    if (count > 0)
      throw problem(
        400,
        'DeletedBoardColumnIsNotEmptyException',
        `TF401017: You cannot delete column: ${name}.  This column has ${count} items in it. You must first move the items to another column, then try deleting the column again.`,
      );
  }
}

/** @throws Problem 400 DeletedBoardRowIsNotEmptyException for the first row that goes with cards in it. */
export function requireEmptyRows(reader: Reader, board: Board, rows: Parts<Row>): void {
  for (const { name } of gone(rows)) {
    const count = cardsOf(reader, board).filter(({ lane }) => lane === name).length;
    if (count > 0)
      throw problem(
        400,
        'DeletedBoardRowIsNotEmptyException',
        `You cannot delete row: ${name ?? ''}. This row has ${count} items in it. You must first move the items to another row, then try deleting the row again.`,
      );
  }
}
