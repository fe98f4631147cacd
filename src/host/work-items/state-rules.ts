/** What a process does by itself when the state of an item changes. */
import type { StateCategory, WorkItemState } from '../processes/process';
import { reasonFor } from '../processes/reasons';
import type { Draft, Edit } from './draft';
import { ruleError, ruleErrors, type Violation } from './rule-errors';

const COMMON = 'Microsoft.VSTS.Common.';

/**
 * Fills reason, dates and names that follow from the state.
 * @throws Problem 400 for a state or title the type does not allow.
 */
export function applyRules(draft: Draft, edit: Edit): void {
  if (edit.rules === 'enforced') requireValues(draft);
  const before = draft.base?.fields['System.State'];
  const state = stateOf(draft, draft.fields['System.State']);
  if (!state) {
    if (edit.rules === 'enforced') throw ruleError(definition(draft, 'System.State'), 'notInList');
    // An importer may keep a state that the process has no longer; nothing follows from it.
    return;
  }
  if (draft.type.finished?.includes(state.name)) emptyRemainingWork(draft, edit);
  if (state.name === before) return;
  // The spelling of the process wins over the caller's.
  draft.fields['System.State'] = state.name;
  draft.fields[`${COMMON}StateChangeDate`] = edit.now.toISOString();
  if (!draft.touched.has('System.Reason'))
    draft.fields['System.Reason'] = reasonFor({
      process: edit.process.key,
      type: draft.type.name,
      from: before === undefined ? undefined : String(before),
      to: state.name,
    });
  markProgress(draft, edit, state);
}

/** Every empty field that must not be is told at once, as on the original. */
function requireValues(draft: Draft): void {
  const isEmpty = (reference: string): boolean => String(draft.fields[reference] ?? '').trim() === '';
  const [first, ...rest] = ['System.Title', ...(draft.type.required ?? [])]
    .filter(isEmpty)
    .map((reference): Violation => ({ field: definition(draft, reference), code: 'required' }));
  if (first) throw ruleErrors([first, ...rest]);
}

const REMAINING = 'Microsoft.VSTS.Scheduling.RemainingWork';

/** @throws Problem 400 where the patch itself gives some, were it 0: TF401320 InvalidNotEmpty. */
function emptyRemainingWork(draft: Draft, edit: Edit): void {
  if (draft.fields[REMAINING] === undefined || edit.rules === 'bypassed') return;
  if (draft.touched.has(REMAINING)) throw ruleError(definition(draft, REMAINING), 'notEmpty');
  Reflect.deleteProperty(draft.fields, REMAINING);
}

/** Each mark is set on entering its category and cleared on falling back behind it. */
function markProgress(draft: Draft, edit: Edit, { name, category }: WorkItemState): void {
  // In CMMI the state Resolved counts as in progress and is marked as resolved all the same.
  if (name === 'Resolved' && category === 'InProgress') return markAs(draft, edit, 'Resolved');
  markAs(draft, edit, category);
}

function markAs(draft: Draft, edit: Edit, category: StateCategory): void {
  const rank = { Proposed: 0, InProgress: 1, Resolved: 2, Completed: 3, Removed: 0 }[category];
  mark(draft, edit, { name: 'Activated', isDue: rank >= 1, isEntered: category === 'InProgress' });
  mark(draft, edit, { name: 'Resolved', isDue: rank >= 2, isEntered: category === 'Resolved' });
  mark(draft, edit, { name: 'Closed', isDue: rank >= 3, isEntered: category === 'Completed' });
}

interface Mark {
  readonly name: 'Activated' | 'Resolved' | 'Closed';
  readonly isDue: boolean;
  readonly isEntered: boolean;
}

function mark(draft: Draft, edit: Edit, { name, isDue, isEntered }: Mark): void {
  const [date, by] = [`${COMMON}${name}Date`, `${COMMON}${name}By`];
  if (!draft.type.fields.some((field) => field.referenceName === date)) return;
  if (isEntered) {
    if (!draft.touched.has(date)) draft.fields[date] = edit.now.toISOString();
    if (!draft.touched.has(by)) draft.fields[by] = edit.user.id;
  } else if (!isDue) {
    Reflect.deleteProperty(draft.fields, date);
    Reflect.deleteProperty(draft.fields, by);
  }
}

function stateOf(draft: Draft, name: unknown): WorkItemState | undefined {
  return draft.type.states.find((state) => state.name.toLowerCase() === String(name).toLowerCase());
}

function definition(draft: Draft, reference: string) {
  const field = draft.type.fields.find((one) => one.referenceName === reference);
  if (!field) throw new Error(`${draft.type.name} has no ${reference}`);
  return field;
}
