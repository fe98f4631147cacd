/** A question as the form holds it, and the operations that say what somebody changed in it. Pure. */
import { asRecord } from '../../core/kb/json-record';
import type { Operation } from '../../core/kb/overlay-schema';
import { labelChanges, labelForm } from './label-form';
import type { LabelForm } from './label-form';
import { letters, ruleDataOf, ruleText } from './threat-form';
import type { Letter } from './threat-form';
import { levelText, linesIn, listIn, text, textsIn } from './form-parts';

type Json = Readonly<Record<string, unknown>>;

export interface AnswerForm {
  readonly label: string;
  /** What it makes true: `encrypted = no, rows = 5`. */
  readonly sets: string;
  /** Ids of threats that it brings in; the form keeps them as they are. */
  readonly raises: readonly string[];
}
export interface QuestionForm {
  readonly text: string;
  readonly rationale: string;
  readonly goodAnswer: string;
  /** One per line. */
  readonly warningSigns: string;
  readonly stride: readonly Letter[];
  readonly anchor: string;
  readonly when: string;
  readonly answers: readonly AnswerForm[];
  readonly top: boolean;
  readonly level: '1' | '2' | '3';
  readonly labels: LabelForm;
}

function answerForm(json: unknown): AnswerForm {
  const answer = asRecord(json) ?? {};
  const sets = Object.entries(asRecord(answer['set']) ?? {}).map(
    ([name, value]) => `${name} = ${String(value)}`,
  );
  return { label: text(answer['label']), sets: sets.join(', '), raises: textsIn(answer['raises']) };
}

export function questionForm(entry: Json): QuestionForm {
  return {
    text: text(entry['text']),
    rationale: text(entry['rationale']),
    goodAnswer: text(entry['goodAnswer']),
    warningSigns: textsIn(entry['warningSigns']).join('\n'),
    stride: letters.filter((each) => listIn(entry['stride']).includes(each)),
    anchor: text(entry['anchor']) || 'element',
    when: ruleText(entry['when']),
    answers: listIn(entry['answers']).map(answerForm),
    top: entry['top'] === true,
    level: levelText(entry['level']),
    labels: labelForm(entry),
  };
}
export const emptyQuestion: QuestionForm = questionForm({});

/** Property -> value; undefined when a part is no `name = value`. */
export function factsOf(sets: string): Readonly<Record<string, string>> | undefined {
  const parts = sets
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const pairs = parts.map((part) => /^([^=]+)=(.+)$/.exec(part));
  if (pairs.some((pair) => pair === null)) return undefined;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1]?.trim() ?? '', pair?.[2]?.trim() ?? '']));
}

/** The facts with one more, in the place of what they said of that property before. */
export function withFact(sets: string, property: string, value: string): string {
  const facts = { ...factsOf(sets), [property]: value };
  return Object.entries(facts)
    .map(([name, each]) => `${name} = ${each}`)
    .join(', ');
}

/** What is wrong with what an answer sets, as one sentence; undefined when all is well. */
export function factsProblem(
  sets: string,
  properties: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const facts = factsOf(sets);
  if (!facts) return 'Write it as: property = value, property = value.';
  for (const [name, value] of Object.entries(facts)) {
    const values = properties.get(name);
    if (!values) return `There is no property "${name}".`;
    if (values.length > 0 && !values.includes(value))
      return `"${value}" is no value of "${name}": ${values.join(', ')}.`;
  }
  return undefined;
}

const answerData = ({ label, sets, raises }: AnswerForm): Json => ({
  label,
  set: factsOf(sets) ?? {},
  ...(raises.length > 0 ? { raises } : {}),
});

/** Key -> its JSON; null = the key goes. Only what differs between the two forms. */
function changes(before: QuestionForm, after: QuestionForm): Json {
  const set = new Map<string, unknown>();
  const differs = (key: keyof QuestionForm) => JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  for (const key of ['text', 'rationale', 'anchor', 'top', 'stride'] as const)
    if (differs(key)) set.set(key, after[key]);
  if (differs('goodAnswer')) set.set('goodAnswer', after.goodAnswer === '' ? null : after.goodAnswer);
  if (differs('warningSigns')) set.set('warningSigns', linesIn(after.warningSigns));
  if (differs('level')) set.set('level', Number(after.level));
  if (differs('when')) set.set('when', ruleDataOf(after.when));
  if (differs('answers')) set.set('answers', after.answers.map(answerData));
  return { ...Object.fromEntries(set), ...labelChanges(before.labels, after.labels) };
}

/** The operations that make one form of the question into the other, or that add it; none when nothing differs. */
export function questionOperations(
  id: string,
  given: {
    readonly isNew: boolean;
    readonly before: QuestionForm;
    readonly after: QuestionForm;
    readonly because: string;
  },
): readonly Operation[] {
  const { isNew, before, after } = given;
  const because = given.because === '' ? {} : { because: given.because };
  const set = changes(before, after);
  if (!isNew)
    return Object.keys(set).length > 0 ? [{ op: 'patch', type: 'question', id, set, ...because }] : [];
  const { text: asked, rationale, anchor } = after;
  const when = ruleDataOf(after.when) ?? { always: false };
  return [
    { op: 'add', type: 'question', value: { ...set, id, text: asked, rationale, anchor, when }, ...because },
  ];
}
