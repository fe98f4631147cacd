/** What moving a card asks of its item: a column stands for a state, and the item takes it. */
import { boardOfItem } from '../boards/card-place';
import type { Draft, Edit } from './draft';
import { ruleError } from './rule-errors';
import { boardField } from '../boards/board-fields';

/** @throws Problem 400 TF401320 for a column or lane that the board does not have, or that takes no item of the type. */
export function applyBoardRules(draft: Draft, edit: Edit): void {
  const board = boardOfItem(edit.tx, edit.process, draft.fields);
  if (!board) return;
  const { column, lane } = board.fields;
  if (draft.touched.has(column) && draft.fields[column] !== undefined) {
    const wanted = String(draft.fields[column]).toLowerCase();
    const found = board.columns.find((one) => one.name.toLowerCase() === wanted);
    const state = found?.stateMappings[draft.type.name];
    if (!found || state === undefined) throw notInList(edit, column);
    draft.fields[column] = found.name;
    if (!draft.touched.has('System.State')) draft.fields['System.State'] = state;
  }
  if (draft.touched.has(lane) && draft.fields[lane] !== undefined) {
    const known = board.rows.some((row) => row.name === draft.fields[lane]);
    if (!known) throw notInList(edit, lane);
  }
}

function notInList(edit: Edit, reference: string): Error {
  const field = boardField(edit.tx, edit.process, reference);
  return field ? ruleError(field.definition, 'notInList') : new Error(`${reference} is no field of a board.`);
}
