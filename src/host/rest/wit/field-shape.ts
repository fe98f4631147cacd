/** A field of the organisation as REST shows it. */
import type { Site } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { Url } from '../../kernel/wire';
import type { FieldDefinition } from '../../processes/field';
import { operatorReference } from '../../wiql/operator-names';
import { shownOperators } from '../../wiql/suitable';

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
    supportedOperations: shownOperators(field).map(operatorReference),
    isIdentity,
    isPicklist: false,
    isPicklistSuggested: false,
    url: new Url(`${site.collectionUrl}/_apis/wit/fields/${field.referenceName}`),
  };
}
