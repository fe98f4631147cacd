/** A field of the organisation as REST shows it. */
import type { Site } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { Url } from '../../kernel/wire';
import type { FieldDefinition, FieldType } from '../../processes/field';

const NAMES: Readonly<Record<string, string>> = {
  Equals: '=',
  NotEquals: '<>',
  GreaterThan: '>',
  LessThan: '<',
  GreaterThanEquals: '>=',
  LessThanEquals: '<=',
  In: 'In',
  Contains: 'Contains',
  NotContains: 'Does Not Contain',
  ContainsWords: 'Contains Words',
  NotContainsWords: 'Does Not Contain Words',
  Under: 'Under',
  NotUnder: 'Not Under',
  IsEmpty: 'Is Empty',
  IsNotEmpty: 'Is Not Empty',
};
const EQUAL = ['Equals', 'NotEquals'];
const ORDERED = [...EQUAL, 'GreaterThan', 'LessThan', 'GreaterThanEquals', 'LessThanEquals', 'In'];
const WORDS = ['ContainsWords', 'NotContainsWords', 'IsEmpty', 'IsNotEmpty'];

/** What queries may do with a field depends on its type alone. */
const OPERATIONS: Readonly<Record<FieldType, readonly string[]>> = {
  string: [...ORDERED, 'Contains', 'NotContains'],
  identity: [...ORDERED, 'Contains', 'NotContains'],
  integer: ORDERED,
  double: ORDERED,
  dateTime: ORDERED,
  boolean: EQUAL,
  plainText: ['Contains', 'NotContains', 'IsEmpty', 'IsNotEmpty'],
  html: WORDS,
  history: WORDS,
  treePath: ['Under', 'NotUnder', ...EQUAL, 'In'],
};

export function fieldShape(field: FieldDefinition, site: Site): Record<string, unknown> {
  const isIdentity = field.type === 'identity';
  return {
    name: field.name,
    referenceName: field.referenceName,
    description: null,
    type: enumValue('FieldType', isIdentity ? 'string' : field.type),
    usage: enumValue('FieldUsage', 'workItem'),
    readOnly: field.isReadOnly,
    canSortBy: field.type !== 'html' && field.type !== 'history',
    isQueryable: true,
    supportedOperations: OPERATIONS[field.type].map((name) => ({
      referenceName: `SupportedOperations.${name}`,
      name: NAMES[name] ?? name,
    })),
    isIdentity,
    isPicklist: false,
    isPicklistSuggested: false,
    url: new Url(`${site.collectionUrl}/_apis/wit/fields/${field.referenceName}`),
  };
}
