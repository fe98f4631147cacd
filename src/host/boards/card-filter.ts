/**
 * The filter of a card rule: conditions joined by AND and nothing else, in the one spelling that the settings page of
 * the original can show again. `[System.Tags] contains 'Urgent' and [System.State] <> 'Closed'`.
 */
import type { FieldDefinition, FieldType } from '../processes/field';
import type { Clause } from './board-settings';

const COMPARED = ['=', '<>', '<', '<=', '>', '>='];
const TEXT = ['=', '<>', 'CONTAINS', 'NOT CONTAINS'];
const LONG = ['CONTAINS WORDS', 'NOT CONTAINS WORDS'];

/** Which operators a field takes depends on its type alone. */
const OPERATORS: Readonly<Record<FieldType, readonly string[]>> = {
  string: TEXT,
  identity: TEXT,
  plainText: TEXT,
  integer: COMPARED,
  double: COMPARED,
  dateTime: COMPARED,
  boolean: ['=', '<>'],
  treePath: ['=', '<>', 'UNDER', 'NOT UNDER', 'CONTAINS', 'NOT CONTAINS'],
  html: LONG,
  history: LONG,
};

const MAXIMUM_CLAUSES = 5;
const CLAUSE =
  /^\s*\[([^\]]+)\]\s*(=|<>|<=|>=|<|>|not\s+contains\s+words|contains\s+words|not\s+contains|contains|not\s+under|under)\s*('(?:[^']|'')*'|@me|@today(?:\s*[+-]\s*\d{1,4})?|-?\d+(?:\.\d+)?|true|false)/i;
const AND = /^\s+and(?=\s)/i;

export type FilterResult =
  | { readonly kind: 'clauses'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'invalid'; readonly message: string };

/** @param find a field by its reference name. */
export function readFilter(
  filter: string,
  find: (reference: string) => FieldDefinition | undefined,
): FilterResult {
  const clauses: Clause[] = [];
  let rest = filter;
  while (rest.trim() !== '') {
    if (clauses.length > 0) {
      const joint = AND.exec(rest);
      if (!joint) return invalid(`Conditions can only be joined by AND, near "${near(rest)}".`);
      rest = rest.slice(joint[0].length);
    }
    const match = CLAUSE.exec(rest);
    if (!match) return invalid(`The filter cannot be read near "${near(rest)}".`);
    const [whole, reference = '', operator = '', value = ''] = match;
    rest = rest.slice(whole.length);
    const read = readClause(find(reference), reference, {
      operator: canonical(operator),
      value,
      index: clauses.length + 1,
    });
    if (typeof read === 'string') return invalid(read);
    clauses.push(read);
  }
  if (clauses.length > MAXIMUM_CLAUSES)
    return invalid(`A rule can have at most ${MAXIMUM_CLAUSES} conditions; this one has ${clauses.length}.`);
  return { kind: 'clauses', clauses };
}

interface Parts {
  readonly operator: string;
  readonly value: string;
  readonly index: number;
}

/** The clause, or what is wrong with it. */
function readClause(field: FieldDefinition | undefined, reference: string, parts: Parts): Clause | string {
  if (!field) return `The field ${reference} does not exist.`;
  if (!OPERATORS[field.type].includes(parts.operator))
    return `The operator ${parts.operator} cannot be used with the field ${field.referenceName}.`;
  const value = unquoted(parts.value);
  if (!fits(field.type, parts.value, value))
    return `The value ${parts.value} does not fit the field ${field.referenceName}.`;
  return {
    fieldName: field.referenceName,
    index: parts.index,
    logicalOperator: parts.index === 1 ? '' : 'AND',
    operator: parts.operator,
    value,
  };
}

function fits(type: FieldType, written: string, value: string): boolean {
  const isMacro = written.startsWith('@');
  if (type === 'integer' || type === 'double') return value !== '' && Number.isFinite(Number(value));
  if (type === 'dateTime') return isMacro ? /^@today/i.test(value) : !Number.isNaN(Date.parse(value));
  if (type === 'boolean') return /^(true|false)$/i.test(value);
  if (type === 'identity') return !isMacro || /^@me$/i.test(value);
  return !isMacro;
}

function unquoted(value: string): string {
  return value.startsWith("'") ? value.slice(1, -1).replaceAll("''", "'") : value;
}

function canonical(operator: string): string {
  return operator.toUpperCase().replace(/\s+/g, ' ');
}

function near(text: string): string {
  return text.trim().slice(0, 40);
}

function invalid(message: string): FilterResult {
  return { kind: 'invalid', message };
}
