/** Reads a JSON Patch document into operations that name what they touch. Shape errors end here. */
import { problem } from '../kernel/problem';
import { sent } from '../kernel/sent';

export type FieldOperation = 'add' | 'replace' | 'remove' | 'test';

export type PatchOperation =
  | { readonly on: 'rev'; readonly value: unknown }
  | { readonly on: 'id'; readonly value: unknown }
  | { readonly on: 'field'; readonly op: FieldOperation; readonly field: string; readonly value: unknown }
  | { readonly on: 'format'; readonly field: string; readonly value: unknown }
  | { readonly on: 'new relation'; readonly value: unknown }
  | {
      readonly on: 'relation';
      readonly op: 'replace' | 'remove';
      readonly index: number;
      readonly value: unknown;
    }
  | { readonly on: 'relation comment'; readonly index: number; readonly value: unknown };

interface RawOperation {
  readonly op: string;
  readonly path: string;
  readonly value: unknown;
}

/** @throws Problem 400 for anything that is not a list of operations this resource knows. */
export function readPatch(body: unknown): readonly PatchOperation[] {
  if (!Array.isArray(body) || body.length === 0)
    throw problem(
      400,
      'VssPropertyValidationException',
      'You must pass a valid patch document in the body of the request.',
    );
  return body.map((one: unknown) => readOperation(rawOperation(one)));
}

function rawOperation(one: unknown): RawOperation {
  if (typeof one === 'object' && one !== null) {
    const [op, path] = [sent(one, 'op'), sent(one, 'path')];
    // Clients send numbers for enums; a patch written with them means add = 0 … test = 5.
    const name = typeof op === 'number' ? ['add', 'remove', 'replace', 'move', 'copy', 'test'][op] : op;
    if (typeof name === 'string' && typeof path === 'string')
      return { op: name.toLowerCase(), path, value: sent(one, 'value') };
  }
  throw problem(
    400,
    'VssPropertyValidationException',
    'You must pass a valid patch document in the body of the request.',
  );
}

function readOperation(raw: RawOperation): PatchOperation {
  const { op, path, value } = raw;
  if (!['add', 'replace', 'remove', 'test'].includes(op)) throw unsupported(raw);
  if (op === 'remove' && value !== undefined && value !== null)
    throw problem(400, 'PatchOperationFailedException', 'Remove requires Value to be null.');
  if (/^\/rev$/i.test(path)) {
    if (op !== 'test') throw unsupported(raw);
    return { on: 'rev', value };
  }
  if (/^\/id$/i.test(path) && op === 'add') return { on: 'id', value };
  return readFieldOperation(raw) ?? readRelationOperation(raw);
}

function readFieldOperation({ op, path, value }: RawOperation): PatchOperation | null {
  const field = /^\/fields\/([^/]+)$/i.exec(path)?.[1];
  if (field !== undefined) return { on: 'field', op: op as FieldOperation, field, value };
  const formatted = /^\/multilineFieldsFormat\/([^/]+)$/i.exec(path)?.[1];
  if (formatted === undefined || op === 'test' || op === 'remove') return null;
  return { on: 'format', field: formatted, value };
}

function readRelationOperation(raw: RawOperation): PatchOperation {
  const { op, path, value } = raw;
  if (/^\/relations\/-$/i.test(path) && op === 'add') return { on: 'new relation', value };
  const [, index, rest = ''] = /^\/relations\/(\d+)(\/attributes\/comment)?$/i.exec(path) ?? [];
  if (index !== undefined && rest !== '' && op !== 'test')
    return { on: 'relation comment', index: Number(index), value };
  if (index !== undefined && (op === 'remove' || op === 'replace') && rest === '')
    return { on: 'relation', op, index: Number(index), value };
  throw unsupported(raw);
}

function unsupported({ op, path }: RawOperation): Error {
  return problem(
    400,
    'InvalidPatchFieldNameException',
    `The operation "${op}" on the path "${path}" is not supported for work items.`,
  );
}
