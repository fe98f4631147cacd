/** A query as rows of field, operator and value, as far as it can be shown so; its text stays the one truth. */
import { parseWiql } from '../../../wiql/parser';
import type { Comparison, Condition, Operator, Value } from '../../../wiql/query';
import { tokenize } from '../../../wiql/tokens';

export type RowOperator = Operator | 'ever';

export interface ClauseRow {
  /** How it is joined to the row above; of the first it says nothing. */
  readonly joint: 'AND' | 'OR';
  readonly field: string;
  readonly operator: RowOperator;
  /** As a person writes it: without quotes, several with commas between them. */
  readonly value: string;
}

export type Clauses =
  | { readonly kind: 'rows'; readonly rows: readonly ClauseRow[] }
  /** Why the query has no rows. */
  | { readonly kind: 'text'; readonly reason: string };

const onlyText = (reason: string): Clauses => ({ kind: 'text', reason });

/** The rows of a flat query whose conditions are joined by AND and OR without groups. */
export function rowsOf(wiql: string): Clauses {
  try {
    const query = parseWiql(wiql);
    if (query.from !== 'workitems') return onlyText('A query about links is changed in its text.');
    const rows = query.where === null ? [] : alternatives(query.where);
    return rows ? { kind: 'rows', rows } : onlyText('A query with groups is changed in its text.');
  } catch (problem) {
    return onlyText(problem instanceof Error ? problem.message : String(problem));
  }
}

/** AND binds before OR, so rows that are joined without parentheses are an OR of ANDs. */
function alternatives(condition: Condition): readonly ClauseRow[] | undefined {
  if (condition.kind !== 'or') return conjunction(condition);
  const [left, right] = [alternatives(condition.left), alternatives(condition.right)];
  return (
    left && right && [...left, ...right.map((row, at) => (at === 0 ? { ...row, joint: 'OR' as const } : row))]
  );
}

function conjunction(condition: Condition): readonly ClauseRow[] | undefined {
  if (condition.kind === 'comparison') {
    const row = rowOf(condition);
    return row && [row];
  }
  if (condition.kind !== 'and') return undefined;
  const [left, right] = [conjunction(condition.left), conjunction(condition.right)];
  return left && right && [...left, ...right];
}

function rowOf({ field, operator, values, isEver }: Comparison): ClauseRow | undefined {
  if (isEver && operator !== '=') return undefined;
  const isList = operator === 'in' || operator === 'not in';
  const texts = values.map(textOf);
  // What would be read as something else when it is written again has no row.
  const isPlain = (text: string, at: number): boolean =>
    values[at]?.kind !== 'literal' || (!/^[@[]/.test(text) && !(isList && /[,]|^\s|\s$/.test(text)));
  if (!texts.every(isPlain)) return undefined;
  return { joint: 'AND', field: field.name, operator: isEver ? 'ever' : operator, value: texts.join(', ') };
}

function textOf(value: Value): string {
  if (value.kind === 'literal') return String(value.value);
  if (value.kind === 'field') return `[${value.field.name}]`;
  if (value.kind === 'any') return '[Any]';
  const argument = value.argument === undefined ? '' : `('${value.argument}')`;
  const offset = value.offset === 0 ? '' : ` ${value.offset < 0 ? '-' : '+'} ${Math.abs(value.offset)}`;
  return `@${value.name}${argument}${offset}`;
}

/** The query with these rows in the place of its conditions; everything else stays as it is written. */
export function withRows(
  wiql: string,
  rows: readonly ClauseRow[],
  isBare: (field: string) => boolean,
): string {
  const { before, after } = around(wiql);
  const conditions = rows
    .map((row, at) => `${at === 0 ? '' : `${row.joint} `}${written(row, isBare(row.field))}`)
    .join('\n  ');
  const where = rows.length === 0 ? '' : `\nWHERE ${conditions}`;
  return `${before}${where}${after === '' ? '' : `\n${after}`}`;
}

/** What stands before WHERE and behind its conditions. */
function around(wiql: string): { readonly before: string; readonly after: string } {
  const tokens = tokenize(wiql);
  const at = (word: RegExp, from: number): number =>
    tokens.findIndex((token, index) => index >= from && token.kind === 'word' && word.test(token.text));
  const from = at(/^from$/i, 0);
  const where = at(/^where$/i, from);
  const behind = at(/^(order|asof|mode)$/i, from);
  const end = behind < 0 ? wiql.length : (tokens[behind]?.at ?? wiql.length);
  const begin = where < 0 ? end : (tokens[where]?.at ?? end);
  return { before: wiql.slice(0, begin).trimEnd(), after: wiql.slice(end).trim() };
}

/** @param isBare numbers and Booleans are written without quotes. */
function written({ field, operator, value }: ClauseRow, isBare: boolean): string {
  const one = (text: string): string =>
    /^[@[]/.test(text) || (isBare && /^(-?\d+(\.\d+)?|true|false)$/i.test(text))
      ? text
      : `'${text.replaceAll("'", "''")}'`;
  if (operator === 'is empty' || operator === 'is not empty') return `[${field}] ${operator.toUpperCase()}`;
  const isList = operator === 'in' || operator === 'not in';
  const values = isList
    ? `(${value
        .split(',')
        .map((each) => one(each.trim()))
        .join(', ')})`
    : one(value);
  return `[${field}] ${operator.toUpperCase()} ${values}`;
}
