/** What moving a card asks of its item: a column stands for a state, and the item takes it; rules choose its row. */
import { boardOfItem, type BoardOfItem } from '../boards/card-place';
import { fitsAll, type RuleSubject } from '../boards/clause-fits';
import { users } from '../organisation/types';
import type { Draft, Edit } from './draft';
import { ruleError } from './rule-errors';
import { boardField } from '../boards/board-fields';
import { splitTags } from './tags';

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
  if (!draft.touched.has(lane)) return takeLane(draft, edit, board);
  if (draft.fields[lane] === undefined) return;
  const known = board.rows.some((row) => row.name === draft.fields[lane]);
  if (!known) throw notInList(edit, lane);
}

/** The row of the first swimlane rule that fits; a save that names the row itself is obeyed instead. */
function takeLane(draft: Draft, edit: Edit, { laneRules, rows, fields }: BoardOfItem): void {
  const looker = { uniqueName: edit.user.uniqueName, now: edit.now };
  const subject = subjectOf(draft, edit);
  const rule = laneRules.find((one) => one.isEnabled && fitsAll(one.clauses, subject, looker));
  const row = rows.find((one) => one.id === rule?.settings['rowId']?.toLowerCase());
  if (!row) return;
  if (row.name === null) Reflect.deleteProperty(draft.fields, fields.lane);
  else draft.fields[fields.lane] = row.name;
}

function subjectOf({ fields }: Draft, { tx, process }: Edit): RuleSubject {
  const person = (name: string) =>
    process.fields.byReferenceName(name)?.type === 'identity'
      ? tx.get(users, String(fields[name] ?? ''))
      : undefined;
  return {
    text: (name) => person(name)?.displayName ?? String(fields[name] ?? ''),
    uniqueName: (name) => person(name)?.uniqueName,
    tags: splitTags(String(fields['System.Tags'] ?? '')),
  };
}

function notInList(edit: Edit, reference: string): Error {
  const field = boardField(edit.tx, edit.process, reference);
  return field ? ruleError(field.definition, 'notInList') : new Error(`${reference} is no field of a board.`);
}
