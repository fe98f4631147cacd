/** Reads the columns and rows that replace those of a board. */
import { randomUUID } from 'node:crypto';
import { readEnum } from '../kernel/enums';
import { problem } from '../kernel/problem';
import { sent, sentEntries, sentText } from '../kernel/sent';
import type { WorkItemTypeDefinition } from '../processes/process';
import { DEFAULT_ROW, type Column, type ColumnType, type Row } from './board-settings';
import { statesAllowedIn } from './columns';

const LONGEST_NAME = 255;
const HIGHEST_LIMIT = 999;

/**
 * @param before the columns there are: an id must be one of theirs, an entry without an id is a new column.
 * @param types the types on the board, each of which every column must map to a state of its kind.
 * @throws Problem 400 BoardValidationFailureException naming the first thing that does not fit.
 */
export function readColumns(
  raw: readonly unknown[],
  before: readonly Column[],
  types: readonly WorkItemTypeDefinition[],
): readonly Column[] {
  const columns = raw.map((one) => readColumn(one, before));
  requireDistinct(columns.map((column) => column.name));
  const kinds = columns.map((column) => column.columnType);
  const isOrdered =
    kinds.length >= 2 &&
    kinds[0] === 'incoming' &&
    kinds[kinds.length - 1] === 'outgoing' &&
    kinds.slice(1, -1).every((one) => one === 'inProgress');
  if (!isOrdered)
    throw invalidColumns(
      'A board begins with one incoming column, ends with one outgoing column and has those in progress between them.',
    );
  for (const column of columns) requireMappings(column, types);
  return columns;
}

function readColumn(raw: unknown, before: readonly Column[]): Column {
  const id = sentText(raw, 'id') ?? '';
  const known = before.find((column) => column.id === id.toLowerCase());
  if (id !== '' && !known) throw invalidColumns(`The board has no column with the id ${id}.`);
  const name = (sentText(raw, 'name') ?? known?.name ?? '').trim();
  if (name === '' || name.length > LONGEST_NAME)
    throw invalidColumns(`The name of a column must have 1 to ${LONGEST_NAME} characters.`);
  const place = sent(raw, 'columnType');
  const columnType: ColumnType =
    place === undefined || place === null
      ? (known?.columnType ?? 'inProgress')
      : readEnum('BoardColumnType', place);
  const isMiddle = columnType === 'inProgress';
  const itemLimit = sent(raw, 'itemLimit') ?? known?.itemLimit ?? 0;
  if (
    typeof itemLimit !== 'number' ||
    !Number.isInteger(itemLimit) ||
    itemLimit < 0 ||
    itemLimit > HIGHEST_LIMIT
  )
    throw invalidColumns(
      `The limit of the column ${name} must be a whole number from 0 to ${HIGHEST_LIMIT}.`,
    );
  const isSplit = sent(raw, 'isSplit') ?? known?.isSplit ?? false;
  if (isSplit === true && !isMiddle) throw invalidColumns(`Only a column in progress can be split: ${name}.`);
  if (itemLimit > 0 && !isMiddle) throw invalidColumns(`Only a column in progress has a limit: ${name}.`);
  const mappings = sentEntries(raw, 'stateMappings') ?? Object.entries(known?.stateMappings ?? {});
  return {
    id: known?.id ?? randomUUID(),
    name,
    itemLimit,
    stateMappings: Object.fromEntries(mappings.map(([type, state]) => [type, String(state)])),
    columnType,
    isSplit: isSplit === true,
    description: sentText(raw, 'description') ?? known?.description ?? '',
  };
}

function requireMappings(column: Column, types: readonly WorkItemTypeDefinition[]): void {
  for (const type of types) {
    const state = column.stateMappings[type.name];
    const allowed = statesAllowedIn(type, column.columnType);
    // A type without a state of that kind (a bug in a process without one) may not stand there at all.
    if (state === undefined && (allowed.length === 0 || column.columnType === 'inProgress')) continue;
    if (state === undefined || !allowed.includes(state))
      throw invalidColumns(
        `The state ${state ?? '(none)'} of ${type.name} cannot be mapped to the column ${column.name}. Allowed: ${allowed.join(', ')}.`,
      );
  }
}

/** @throws Problem 400 with the type key of the original for a double or missing name. The default lane has none. */
export function readRows(raw: readonly unknown[], before: readonly Row[]): readonly Row[] {
  const rows = raw.map((one): Row => {
    const id = (sentText(one, 'id') ?? '').toLowerCase();
    const known = before.find((row) => row.id === id);
    const isDefault = id === DEFAULT_ROW.id;
    if (id !== '' && !known && !isDefault) throw invalidRows(`The board has no row with the id ${id}.`);
    const name = (sentText(one, 'name') ?? '').trim();
    if (name.length > LONGEST_NAME || (name === '' && !isDefault))
      throw invalidRows(
        `The name of a row must have 1 to ${LONGEST_NAME} characters.`,
        'BoardValidatorRowNameLengthInvalidException',
      );
    return {
      id: isDefault ? DEFAULT_ROW.id : (known?.id ?? randomUUID()),
      name: name === '' ? null : name,
      color: sentText(one, 'color') ?? known?.color ?? null,
    };
  });
  const names = rows.map((row) => (row.name ?? '').toLowerCase());
  const double = rows.find((row, place) => names.indexOf((row.name ?? '').toLowerCase()) < place);
  if (double)
    throw invalidRows(
      `Error on row ${double.name ?? ''}: Another row has the same name. Row names must be unique.`,
      'BoardValidatorDuplicateRowNameException',
    );
  // The default lane cannot be removed: where it is not named it stays, last.
  return rows.some((row) => row.id === DEFAULT_ROW.id) ? rows : [...rows, DEFAULT_ROW];
}

function requireDistinct(names: readonly string[]): void {
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length)
    throw invalidColumns('The names of columns must be unique.');
}

function invalidColumns(message: string): Error {
  return problem(400, 'BoardValidationFailureException', message);
}

function invalidRows(message: string, typeKey = 'BoardValidationFailureException'): Error {
  return problem(400, typeKey, message);
}
