/** A mitigation as the form holds it, and the operations that say what somebody changed in it. Pure. */
import { asRecord } from '../../core/kb/json-record';
import type { Operation } from '../../core/kb/overlay-schema';
import type { Edited } from './EntryPanel';

export interface MitigationForm {
  readonly name: string;
  readonly description: string;
  readonly implement: string;
  /** A test per line. */
  readonly verify: string;
  readonly controlType: string;
  readonly effort: string;
  readonly top: boolean;
  /** What its Task is called, and when it is done: a condition per line. */
  readonly taskTitle: string;
  readonly acceptance: string;
}
type Json = Readonly<Record<string, unknown>>;
const text = (value: unknown) => (typeof value === 'string' ? value : '');
const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
export const efforts = ['', 'xs', 's', 'm', 'l', 'xl'] as const;

export function mitigationForm(entry: Json): MitigationForm {
  const task = asRecord(entry['workItem']);
  return {
    name: text(entry['name']),
    description: text(entry['description']),
    implement: text(entry['implement']),
    verify: listIn(entry['verify'])
      .map((each) => text(asRecord(each)?.['how']))
      .join('\n'),
    controlType: text(entry['controlType']) || 'preventive',
    effort: text(entry['effort']),
    top: entry['top'] === true,
    taskTitle: text(task?.['title']),
    acceptance: listIn(task?.['acceptance']).map(text).join('\n'),
  };
}

const lines = (block: string): readonly string[] =>
  block
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** Key -> its JSON; null = the key goes. Only what differs between the two forms. */
function changes(before: MitigationForm, after: MitigationForm): Json {
  const set = new Map<string, unknown>();
  for (const key of ['name', 'description', 'implement', 'controlType', 'top'] as const)
    if (before[key] !== after[key]) set.set(key, after[key]);
  if (before.effort !== after.effort) set.set('effort', after.effort === '' ? null : after.effort);
  if (before.verify !== after.verify)
    set.set(
      'verify',
      lines(after.verify).map((how) => ({ how })),
    );
  const task = new Map<string, unknown>();
  if (before.taskTitle !== after.taskTitle)
    task.set('title', after.taskTitle.trim() === '' ? null : after.taskTitle);
  if (before.acceptance !== after.acceptance) task.set('acceptance', lines(after.acceptance));
  if (task.size > 0) set.set('workItem', Object.fromEntries(task));
  return Object.fromEntries(set);
}

/** The operations that make one form of the entry into the other, or that add it; none when nothing differs. */
export function mitigationOperations(id: string, edited: Edited<MitigationForm>): readonly Operation[] {
  const { isNew, before, after } = edited;
  const set = changes(before, after);
  const because = edited.because === '' ? {} : { because: edited.because };
  if (isNew) {
    const { name, description, controlType } = after;
    return [
      { op: 'add', type: 'mitigation', value: { ...set, id, name, description, controlType }, ...because },
    ];
  }
  return Object.keys(set).length > 0 ? [{ op: 'patch', type: 'mitigation', id, set, ...because }] : [];
}
