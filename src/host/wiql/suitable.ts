/** Which operators suit which fields, as the original documents it per type. */
import type { FieldDefinition, FieldType } from '../processes/field';
import type { ShownOperator } from './operator-names';
import type { Comparison, Operator } from './query';
import { wiqlError } from './wiql-error';

const EQUAL: readonly Operator[] = ['=', '<>'];
const ORDERED: readonly Operator[] = [...EQUAL, '<', '>', '<=', '>=', 'in', 'not in'];
const TEXT: readonly Operator[] = [...ORDERED, 'contains', 'not contains', 'in group', 'not in group'];
const WORDS: readonly Operator[] = ['contains words', 'not contains words'];
const LONG: readonly Operator[] = [...WORDS, 'is empty', 'is not empty'];

const OPERATORS: Readonly<Record<FieldType, readonly Operator[]>> = {
  boolean: EQUAL,
  integer: ORDERED,
  double: ORDERED,
  dateTime: ORDERED,
  string: TEXT,
  identity: TEXT,
  plainText: LONG,
  html: LONG,
  history: WORDS,
  treePath: [...EQUAL, 'in', 'not in', 'under', 'not under'],
};

/** Fields that differ from others of their type. */
const OWN: Readonly<Record<string, readonly Operator[]>> = {
  // Words of titles are looked up in the same index as those of long texts.
  'System.Title': [...TEXT, ...WORDS],
  'System.Tags': ['contains', 'not contains', 'is empty', 'is not empty'],
};

function operatorsOf(field: FieldDefinition): readonly Operator[] {
  return OWN[field.referenceName] ?? OPERATORS[field.type];
}

/** Paths are the only values that equal constants but no other field. */
const meetsFields = (field: FieldDefinition): boolean => field.type !== 'treePath';

/** Fields that the original does not offer to ask the past about; a text may do so all the same. */
const WITHOUT_PAST =
  /^System\.(Id|Rev|Watermark|AuthorizedAs|NodeName|NodeType|TeamProject|(Area|Iteration)Level\d|.*LinkCount)$/;
const showsPast = ({ type, referenceName }: FieldDefinition): boolean =>
  type !== 'dateTime' && type !== 'treePath' && !WITHOUT_PAST.test(referenceName);

/** What a field's description says that queries may do with it. */
export function shownOperators(field: FieldDefinition): readonly ShownOperator[] {
  const operators = operatorsOf(field);
  const withField = operators.filter(
    (one): one is (typeof COMPARING)[number] => isComparing(one) && meetsFields(field),
  );
  const isKept = operators.includes('=') && showsPast(field);
  return [
    ...operators,
    ...withField.map((one) => `${one}[field]` as const),
    ...(isKept ? (['ever'] as const) : []),
  ];
}

const COMPARING = ['=', '<>', '<', '>', '<=', '>='] as const;

function isComparing(operator: Operator): boolean {
  return COMPARING.some((one) => one === operator);
}

const KINDS: Readonly<Partial<Record<FieldType, string>>> = {
  plainText: 'long-text fields',
  html: 'long-text fields',
  history: 'long-text fields',
  treePath: 'area path fields',
  dateTime: 'date fields',
  integer: 'numeric fields',
  double: 'numeric fields',
  boolean: 'Boolean fields',
};

/** @throws Problem 400 that quotes the whole clause. */
export function requireSuitable(comparison: Comparison, field: FieldDefinition): void {
  const { operator, clause, values } = comparison;
  const isWithField = values.some(({ kind }) => kind === 'field');
  if (operatorsOf(field).includes(operator) && (meetsFields(field) || !isWithField)) return;
  const kind = KINDS[field.type] ?? 'this field';
  throw wiqlError(`The specified operator cannot be used with ${kind}.`, clause);
}

const ENDLESS: readonly Operator[] = ['under', 'contains', 'contains words', '<', '>', '<=', '>='];

/** @throws Problem 400: only equality says something about an empty text. */
export function requireNotEmpty(value: unknown, comparison: Comparison): void {
  const positive = comparison.operator.replace(/^not /, '');
  if (value !== '' || !ENDLESS.some((one) => one === positive)) return;
  throw wiqlError(
    'The specified operator cannot be used in conjunction with an empty string.',
    comparison.clause,
  );
}

/** Types of which one can be compared with the other. */
const FAMILIES: readonly (readonly FieldType[])[] = [
  ['integer', 'double'],
  ['string', 'identity', 'treePath', 'plainText', 'html', 'history'],
  ['dateTime'],
  ['boolean'],
];

export function areComparable(one: FieldType, other: FieldType): boolean {
  return FAMILIES.some((family) => family.includes(one) && family.includes(other));
}

export function differentTypes(comparison: Comparison): Error {
  return wiqlError(
    'TF212023: You cannot compare fields with different data types in the WHERE clause of a work item query.',
    comparison.clause,
  );
}
