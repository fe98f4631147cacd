/** A threat as the form holds it, and the operations that say what somebody changed in it. Pure. */
import { asRecord } from '../../core/kb/json-record';
import type { Operation } from '../../core/kb/overlay-schema';
import { parseRuleText } from '../../core/kb/rule-text/parse-rule';
import type { RuleTextError, RuleVocabulary } from '../../core/kb/rule-text/parse-rule';
import { printRule } from '../../core/kb/rule-text/print-rule';
import { ruleData, ruleOfData } from '../../core/kb/rule-text/rule-data';
import type { StrengthLevel } from '../../core/model/mitigation';
import { strengthLevels } from '../../core/model/mitigation';

import { exampleData, exampleForm } from './example-form';
import type { ExampleForm } from './example-form';
import { labelChanges, labelForm } from './label-form';
import type { LabelForm } from './label-form';
import { levelText, listIn, text, textsIn } from './form-parts';

type Json = Readonly<Record<string, unknown>>;
export type Letter = 'S' | 'T' | 'R' | 'I' | 'D' | 'E';
export const letters: readonly Letter[] = ['S', 'T', 'R', 'I', 'D', 'E'];

export interface LinkForm {
  readonly ref: string;
  readonly strength: StrengthLevel;
  readonly top: boolean;
  readonly rationale: string;
}
export interface ThreatForm {
  readonly name: string;
  readonly description: string;
  readonly withoutClause: string;
  readonly stride: readonly Letter[];
  readonly probability: string;
  readonly impact: string;
  readonly rationale: string;
  readonly anchor: string;
  readonly when: string;
  readonly unless: string;
  readonly top: boolean;
  readonly level: '1' | '2' | '3';
  readonly links: readonly LinkForm[];
  readonly examples: readonly ExampleForm[];
  /** References to security events that tell of it, and to questions that settle it. */
  readonly events: readonly string[];
  readonly questions: readonly string[];
  readonly labels: LabelForm;
}

/** The rule as text; '' when there is none. */
export function ruleText(json: unknown): string {
  if (json === undefined) return '';
  const rule = ruleOfData(json);
  return 'kind' in rule ? printRule(rule) : '';
}

function linkForm(json: unknown): LinkForm {
  const link = asRecord(json) ?? {};
  const strength = strengthLevels.find((each) => each === link['strength']) ?? 'average';
  return { ref: text(link['ref']), strength, top: link['top'] === true, rationale: text(link['rationale']) };
}

export function threatForm(entry: Json): ThreatForm {
  const severity = asRecord(entry['severity']) ?? {};
  return {
    name: text(entry['name']),
    description: text(entry['description']),
    withoutClause: text(entry['withoutClause']),
    stride: letters.filter((each) => listIn(entry['stride']).includes(each)),
    probability: text(severity['probability']),
    impact: text(severity['impact']),
    rationale: text(severity['rationale']),
    anchor: text(entry['anchor']) || 'flow',
    when: ruleText(entry['when']),
    unless: ruleText(entry['unless']),
    top: entry['top'] === true,
    level: levelText(entry['level']),
    links: listIn(entry['mitigations']).map(linkForm),
    examples: listIn(entry['examples']).map(exampleForm),
    events: textsIn(entry['events']),
    questions: textsIn(entry['questions']),
    labels: labelForm(entry),
  };
}

export const emptyThreat: ThreatForm = threatForm({
  severity: { probability: 'possible', impact: 'moderate' },
  anchor: 'flow',
});

export interface RuleErrors {
  readonly when?: RuleTextError;
  readonly unless?: RuleTextError;
}

export function ruleErrors(
  { when, unless }: Pick<ThreatForm, 'when' | 'unless'>,
  vocabulary: RuleVocabulary,
): RuleErrors {
  const rule = parseRuleText(when, vocabulary);
  const exception = unless.trim() === '' ? undefined : parseRuleText(unless, vocabulary);
  return {
    ...(rule.kind === 'error' ? { when: rule.error } : {}),
    ...(exception?.kind === 'error' ? { unless: exception.error } : {}),
  };
}

export const ruleDataOf = (rule: string): Json | undefined => {
  const reading = parseRuleText(rule);
  return reading.kind === 'rule' ? ruleData(reading.rule) : undefined;
};

/** Key -> its JSON; null = the key goes. Only what differs between the two forms. */
function changes(before: ThreatForm, after: ThreatForm): Json {
  const set = new Map<string, unknown>();
  const differs = (key: keyof ThreatForm) => JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  for (const key of ['name', 'description', 'anchor', 'stride', 'top', 'events', 'questions'] as const)
    if (differs(key)) set.set(key, after[key]);
  if (differs('withoutClause'))
    set.set('withoutClause', after.withoutClause.trim() === '' ? null : after.withoutClause);
  if (differs('level')) set.set('level', Number(after.level));
  const severity = new Map<string, unknown>();
  for (const key of ['probability', 'impact'] as const) if (differs(key)) severity.set(key, after[key]);
  if (differs('rationale')) severity.set('rationale', after.rationale === '' ? null : after.rationale);
  if (severity.size > 0) set.set('severity', Object.fromEntries(severity));
  if (differs('when')) set.set('when', ruleDataOf(after.when));
  if (differs('examples')) set.set('examples', after.examples.map(exampleData));
  if (differs('unless')) set.set('unless', after.unless.trim() === '' ? null : ruleDataOf(after.unless));
  return { ...Object.fromEntries(set), ...labelChanges(before.labels, after.labels) };
}

function linkOperations(
  threat: string,
  before: readonly LinkForm[],
  after: readonly LinkForm[],
  because: string,
): readonly Operation[] {
  const reason = (text_: string) => (text_ === '' ? {} : { because: text_ });
  const gone = before.filter(({ ref }) => !after.some((each) => each.ref === ref));
  const changed = after.filter(
    (each) => JSON.stringify(before.find(({ ref }) => ref === each.ref)) !== JSON.stringify(each),
  );
  return [
    ...gone.map(({ ref }): Operation => ({
      op: 'link',
      threat,
      mitigation: ref,
      remove: true,
      ...reason(because),
    })),
    ...changed.map(({ ref, strength, top, rationale }): Operation => ({
      op: 'link',
      threat,
      mitigation: ref,
      strength,
      top,
      ...reason(rationale || because),
    })),
  ];
}

/** The operations that make one form of the entry into the other; none when nothing differs. */
export function threatOperations(
  id: string,
  given: { readonly before: ThreatForm; readonly after: ThreatForm; readonly because: string },
): readonly Operation[] {
  const { before, after, because } = given;
  const set = changes(before, after);
  const reason = because === '' ? {} : { because };
  return [
    ...(Object.keys(set).length > 0
      ? [{ op: 'patch' as const, type: 'threat' as const, id, set, ...reason }]
      : []),
    ...linkOperations(id, before.links, after.links, because),
  ];
}

/** The operations that add a new threat. */
export function addThreat(id: string, form: ThreatForm, because: string): readonly Operation[] {
  const { probability, impact, rationale } = form;
  const value = {
    ...changes(emptyThreat, form),
    id,
    name: form.name,
    stride: form.stride,
    description: form.description,
    severity: { probability, impact, ...(rationale === '' ? {} : { rationale }) },
    anchor: form.anchor,
    when: ruleDataOf(form.when) ?? { always: false },
    mitigations: [],
  };
  const reason = because === '' ? {} : { because };
  return [{ op: 'add', type: 'threat', value, ...reason }, ...linkOperations(id, [], form.links, because)];
}

/** An id made of the name, other than those that are taken. */
export function idFrom(name: string, taken: ReadonlySet<string>): string {
  const words =
    name
      .toLowerCase()
      .replace(/\{[^}]*\}/g, '')
      .match(/[a-z0-9]+/g) ?? [];
  const base = words.join('-').slice(0, 60) || 'entry';
  const plain = base.length < 2 ? `${base}-1` : base;
  let id = plain;
  for (let n = 2; taken.has(id); n += 1) id = `${plain}-${n}`;
  return id;
}
