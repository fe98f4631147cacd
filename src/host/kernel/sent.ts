/** Reads values out of a request body that nobody has checked yet. */
import { problem } from './problem';

/** A property by its name, in any case as the original binds them; undefined where there is none. */
export function sent(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null) return undefined;
  const exact: unknown = Reflect.get(body, name);
  if (exact !== undefined) return exact;
  const wanted = name.toLowerCase();
  return Object.entries(body).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** A text property; undefined for anything else, null and nothing included. */
export function sentText(body: unknown, name: string): string | undefined {
  const value = sent(body, name);
  return typeof value === 'string' ? value : undefined;
}

export function sentFlag(body: unknown, name: string): boolean {
  return String(sent(body, name)).toLowerCase() === 'true';
}

/** The members of a list property; empty where there is no list. */
export function sentList(body: unknown, name: string): readonly unknown[] {
  const value = sent(body, name);
  return Array.isArray(value) ? value : [];
}

/** The entries of a property that is a dictionary; undefined for anything else. */
export function sentEntries(
  body: unknown,
  name: string,
): readonly (readonly [string, unknown])[] | undefined {
  const value = sent(body, name);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
    : undefined;
}

/** @throws Problem 400 for a body that is no JSON object. */
export function requireObject(body: unknown): object {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  throw problem(400, 'VssPropertyValidationException', 'The body of the request must be a JSON object.');
}

/** @throws Problem 400 for a body that is no JSON array. Some callers wrap it as {count, value}. */
export function requireList(body: unknown): readonly unknown[] {
  const list = Array.isArray(body) ? body : sent(body, 'value');
  if (Array.isArray(list)) return list;
  throw problem(400, 'VssPropertyValidationException', 'The body of the request must be a JSON array.');
}

/** @throws Problem 400 for a property that is missing or is no whole number. */
export function requireInteger(body: unknown, name: string): number {
  const value = sent(body, name);
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw problem(
    400,
    'VssPropertyValidationException',
    `The value '${String(value)}' is not valid for ${name}.`,
  );
}
