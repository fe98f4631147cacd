/** The conditions of a query as the tree that the query editor shows. */
import type { Site } from '../kernel/endpoint';
import { enumValue, type Member } from '../kernel/enums';
import { Url } from '../kernel/wire';
import type { FieldCatalogue } from '../processes/field';
import { operatorReference } from '../wiql/operator-names';
import type { Comparison, Condition, Query, Side, Value } from '../wiql/query';

/** What shows fields: their names, and where this server is. */
export interface FieldView {
  readonly site: Site;
  readonly fields: FieldCatalogue;
}

export function fieldReference(name: string, { site, fields }: FieldView): Record<string, unknown> {
  const field = fields.find(name);
  const referenceName = field?.referenceName ?? name;
  return {
    referenceName,
    name: field?.name ?? name,
    url: new Url(`${site.collectionUrl}/_apis/wit/fields/${referenceName}`),
  };
}

/** `clauses` of a flat query; `sourceClauses`, `linkClauses` and `targetClauses` of one about links. */
export function queryClauses(query: Query, view: FieldView): Record<string, unknown> {
  if (query.from === 'workitems') return part('clauses', query.where, view);
  const of = (...sides: readonly Side[]): Condition | null => onSides(query.where, sides);
  return {
    ...part('sourceClauses', of('source', 'item'), view),
    ...part('linkClauses', of('link'), view),
    ...part('targetClauses', of('target'), view),
  };
}

function part(name: string, condition: Condition | null, view: FieldView): Record<string, unknown> {
  if (condition === null) return {};
  const clause = clauseOf(condition, view);
  // One condition alone stands in a group as well.
  return {
    [name]:
      'clauses' in clause
        ? clause
        : { logicalOperator: enumValue('LogicalOperation', 'and'), clauses: [clause] },
  };
}

/** The parts of a conjunction that speak of these sides only. */
function onSides(condition: Condition | null, sides: readonly Side[]): Condition | null {
  if (condition === null) return null;
  if (condition.kind === 'and') {
    const [left, right] = [onSides(condition.left, sides), onSides(condition.right, sides)];
    return left && right ? { kind: 'and', left, right } : (left ?? right);
  }
  return sides.includes(sideOf(condition)) ? condition : null;
}

function sideOf(condition: Condition): Side {
  if (condition.kind === 'comparison') return condition.field.side;
  return sideOf(condition.kind === 'not' ? condition.inner : condition.left);
}

function clauseOf(condition: Condition, view: FieldView): Record<string, unknown> {
  if (condition.kind === 'comparison') return comparisonOf(condition, view);
  // The tree has no NOT: it is shown as a group of its own, as the original shows what its editor cannot edit.
  if (condition.kind === 'not')
    return {
      logicalOperator: enumValue('LogicalOperation', 'none'),
      clauses: [clauseOf(condition.inner, view)],
    };
  const operator: Member<'LogicalOperation'> = condition.kind;
  const members = flat(condition, condition.kind).map((one) => clauseOf(one, view));
  return { logicalOperator: enumValue('LogicalOperation', operator), clauses: members };
}

/** a AND b AND c is one group of three. */
function flat(condition: Condition, kind: 'and' | 'or'): readonly Condition[] {
  return condition.kind === kind
    ? [...flat(condition.left, kind), ...flat(condition.right, kind)]
    : [condition];
}

function comparisonOf(comparison: Comparison, view: FieldView): Record<string, unknown> {
  const other = comparison.values.find((value) => value.kind === 'field');
  return {
    field: fieldReference(comparison.field.name, view),
    operator: operatorReference(comparison.isEver ? 'ever' : comparison.operator),
    ...(other
      ? { isFieldValue: true, fieldValue: fieldReference(other.field.name, view) }
      : { value: comparison.values.map(textOf).join(', ') }),
  };
}

function textOf(value: Value): string {
  if (value.kind === 'literal') return String(value.value);
  if (value.kind === 'field') return value.field.name;
  if (value.kind === 'any') return '[Any]';
  const argument = value.argument === undefined ? '' : `('${value.argument}')`;
  const offset = value.offset === 0 ? '' : ` ${value.offset < 0 ? '-' : '+'} ${Math.abs(value.offset)}`;
  return `@${value.name}${argument}${offset}`;
}
