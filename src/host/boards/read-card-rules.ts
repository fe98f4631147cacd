/** Reads the card rules that replace those of a board, as strictly as the original does. */
import { problem } from '../kernel/problem';
import { sent, sentEntries, sentText } from '../kernel/sent';
import { isGuid } from '../organisation/identifiers';
import type { ProcessTemplate } from '../processes/process';
import { RULE_TYPES, type CardRule, type CardRules, type Row, type RuleType } from './board-settings';
import { readFilter } from './card-filter';

const LONGEST = 255;
/** How many rules of a type a board may have. */
const LIMITS: Readonly<Record<RuleType, number>> = {
  fill: 10,
  tagStyle: 20,
  annotation: 20,
  swimlaneRule: 20,
};

/** What rules are checked against. */
export interface RulePlace {
  readonly process: ProcessTemplate;
  /** The rows of the board; null for the taskboard, which has no swimlane rules. */
  readonly rows: readonly Row[] | null;
}

/**
 * Only the types that the body names: each of them is replaced as a whole, in the order given, which is the priority.
 * @throws Problem 400 CardRulesValidationFailureException TF1530017.
 */
export function readCardRules(body: unknown, place: RulePlace): CardRules {
  const entries = sentEntries(body, 'rules');
  if (!entries) throw invalidRules('The rules must be given.');
  const rules: Partial<Record<RuleType, readonly CardRule[]>> = {};
  for (const [name, raw] of entries) {
    const type = RULE_TYPES.find((one) => one.toLowerCase() === name.toLowerCase());
    if (!type || (type === 'swimlaneRule' && place.rows === null))
      throw invalidRules(`The rule type ${name} is not supported.`);
    if (raw !== null && !Array.isArray(raw))
      throw invalidRules(`The rules of the type ${name} must be a list.`);
    rules[type] = readRules(type, raw ?? [], place);
  }
  return rules;
}

function readRules(type: RuleType, raw: readonly unknown[], place: RulePlace): readonly CardRule[] {
  if (raw.length > LIMITS[type])
    throw invalidRules(`There can be at most ${LIMITS[type]} rules of the type ${type}.`);
  const rules = raw.map((one) => readRule(type, one, place));
  const names = rules.map((rule) => rule.name.toLowerCase());
  if (new Set(names).size < names.length) throw invalidRules('The rule names must be unique.');
  return rules;
}

function readRule(type: RuleType, raw: unknown, place: RulePlace): CardRule {
  const name = (sentText(raw, 'name') ?? '').trim();
  if (name === '') throw invalidRules('The rule name cannot be empty.');
  if (name.length > LONGEST) throw invalidRules(`The rule name cannot be longer than ${LONGEST} characters.`);
  const settings = readSettings(sentEntries(raw, 'settings') ?? []);
  const filter = sentText(raw, 'filter') ?? '';
  const rule = { name, isEnabled: readEnabled(sent(raw, 'isEnabled')), settings };
  if (type === 'tagStyle' || type === 'annotation') {
    if (filter.trim() !== '') throw invalidRules(`A rule of the type ${type} cannot have a filter.`);
    return { ...rule, filter: '', clauses: [] };
  }
  const read = readFilter(filter, (reference) => place.process.fields.byReferenceName(reference));
  if (read.kind === 'invalid') throw invalidRules(read.message);
  if (read.clauses.length === 0) throw invalidRules(`The rule ${name} must have a filter.`);
  if (type === 'swimlaneRule') {
    requireRow(settings['rowId'] ?? '', place.rows ?? []);
    if (read.clauses.some((clause) => /^@me$/i.test(clause.value)))
      throw invalidRules('A swimlane rule cannot use @Me.');
  }
  return { ...rule, filter, clauses: read.clauses };
}

/** A text like every value of these rules, in any case. */
function readEnabled(raw: unknown): boolean {
  const text = String(raw).toLowerCase();
  if (text === 'true' || text === 'false') return text === 'true';
  throw invalidRules('isEnabled field should either be true or false.');
}

function readSettings(entries: readonly (readonly [string, unknown])[]): Readonly<Record<string, string>> {
  if (entries.length === 0) throw invalidRules('A rule must have at least one setting.');
  for (const [name, value] of entries) {
    if (typeof value !== 'string') throw invalidRules(`The setting ${name} must be a text.`);
    if (name === '' || name.length > LONGEST || value.length > LONGEST)
      throw invalidRules(`The name and the value of a setting must have at most ${LONGEST} characters.`);
  }
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function requireRow(id: string, rows: readonly Row[]): void {
  if (isGuid(id) && rows.some((row) => row.id === id.toLowerCase())) return;
  throw invalidRules('The rowId of a swimlane rule must be the id of a row of the board.');
}

function invalidRules(message: string): Error {
  return problem(
    400,
    'CardRulesValidationFailureException',
    `TF1530017: The card rules are invalid. Error message: ${message}`,
  );
}
