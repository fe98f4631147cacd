/** A mitigation as the form holds it, and the operations that say what somebody changed in it. Pure. */
import { asRecord } from '../../core/kb/json-record';
import type { Operation } from '../../core/kb/overlay-schema';
import { parseRuleText } from '../../core/kb/rule-text/parse-rule';
import type { RuleTextError, RuleVocabulary } from '../../core/kb/rule-text/parse-rule';
import type { Edited } from './EntryPanel';
import { labelChanges, labelForm } from './label-form';
import type { LabelForm } from './label-form';
import { ruleDataOf, ruleText } from './threat-form';
import { levelText, linesIn, listIn, text, textsIn } from './form-parts';

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
  readonly level: '1' | '2' | '3';
  /** A rule; '' = nothing says that it exists already. */
  readonly satisfiedWhen: string;
  /** Ids of mitigations of the same package. */
  readonly requires: readonly string[];
  readonly alternativeTo: readonly string[];
  /** References to security events that it raises. */
  readonly events: readonly string[];
  readonly labels: LabelForm;
}
type Json = Readonly<Record<string, unknown>>;
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
    acceptance: textsIn(task?.['acceptance']).join('\n'),
    level: levelText(entry['level']),
    satisfiedWhen: ruleText(entry['satisfiedWhen']),
    requires: textsIn(entry['requires']),
    alternativeTo: textsIn(entry['alternativeTo']),
    events: textsIn(entry['events']),
    labels: labelForm(entry),
  };
}

/** What is wrong with the rule that says that it exists already; undefined when all is well, or none is given. */
export function satisfiedError(
  { satisfiedWhen }: Pick<MitigationForm, 'satisfiedWhen'>,
  vocabulary: RuleVocabulary,
): RuleTextError | undefined {
  if (satisfiedWhen.trim() === '') return undefined;
  const reading = parseRuleText(satisfiedWhen, vocabulary);
  return reading.kind === 'error' ? reading.error : undefined;
}

/** Key -> its JSON; null = the key goes. Only what differs between the two forms. */
function changes(before: MitigationForm, after: MitigationForm): Json {
  const set = new Map<string, unknown>();
  for (const key of ['name', 'description', 'implement', 'controlType', 'top'] as const)
    if (before[key] !== after[key]) set.set(key, after[key]);
  for (const key of ['requires', 'alternativeTo', 'events'] as const)
    if (before[key].join() !== after[key].join()) set.set(key, after[key]);
  if (before.level !== after.level) set.set('level', Number(after.level));
  if (before.satisfiedWhen !== after.satisfiedWhen)
    set.set('satisfiedWhen', after.satisfiedWhen.trim() === '' ? null : ruleDataOf(after.satisfiedWhen));
  if (before.effort !== after.effort) set.set('effort', after.effort === '' ? null : after.effort);
  if (before.verify !== after.verify)
    set.set(
      'verify',
      linesIn(after.verify).map((how) => ({ how })),
    );
  const task = new Map<string, unknown>();
  if (before.taskTitle !== after.taskTitle)
    task.set('title', after.taskTitle.trim() === '' ? null : after.taskTitle);
  if (before.acceptance !== after.acceptance) task.set('acceptance', linesIn(after.acceptance));
  if (task.size > 0) set.set('workItem', Object.fromEntries(task));
  return { ...Object.fromEntries(set), ...labelChanges(before.labels, after.labels) };
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
