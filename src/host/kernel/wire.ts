/** Writes an answer as JSON text in the form the caller's Accept header asked for. */

/** The four flags a client may add to its Accept header; the extension client sets all of them. */
export interface WireFormat {
  readonly excludeUrls: boolean;
  readonly enumsAsNumbers: boolean;
  readonly msDateFormat: boolean;
  readonly noArrayWrap: boolean;
}

export const PLAIN: WireFormat = {
  excludeUrls: false,
  enumsAsNumbers: false,
  msDateFormat: false,
  noArrayWrap: false,
};

/** An address that only describes where a resource is: left out under excludeUrls. Addresses that are data stay strings. */
export class Url {
  constructor(readonly href: string) {}
}

/** The `_links` of a resource, left out under excludeUrls. */
export class Links {
  constructor(readonly hrefs: Readonly<Record<string, string | readonly string[]>>) {}
}

/** An enum member: its name for most callers, its number under enumsAsNumbers. */
export class EnumValue {
  constructor(
    readonly name: string,
    readonly number: number,
  ) {}
}

/** JSON text kept as somebody sent it; the flags must not reach into it. */
export class Opaque {
  constructor(readonly json: string) {}
}

/** In the place of what `JSON.stringify` cannot write: dates under msDateFormat, and JSON as somebody sent it. */
const NEEDS_OUR_WRITER = Symbol('needs our writer');

/**
 * The JSON text of a value, or undefined for a value that is left out (undefined, and addresses under excludeUrls).
 * Dates become ISO texts or, under msDateFormat, "\/Date(ms)\/" with the slashes escaped: the client's reviver
 * only recognises that spelling, which JSON.stringify cannot produce. Where it can do all, it does, which is faster.
 */
export function writeJson(value: unknown, format: WireFormat): string | undefined {
  const plain = plainOf(value, format);
  return plain === NEEDS_OUR_WRITER ? written(value, format) : JSON.stringify(plain);
}

/** The value in the form that was asked for, of objects, arrays and primitives alone; itself where it is that already. */
function plainOf(value: unknown, format: WireFormat): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return format.msDateFormat ? NEEDS_OUR_WRITER : shortIso(value);
  if (value instanceof Opaque) return NEEDS_OUR_WRITER;
  if (value instanceof EnumValue) return format.enumsAsNumbers ? value.number : value.name;
  if (value instanceof Url) return format.excludeUrls ? undefined : value.href;
  if (value instanceof Links) return format.excludeUrls ? undefined : asLinks(value);
  const keys = Object.keys(value);
  const before: readonly unknown[] = keys.map((key) => Reflect.get(value, key));
  const after = before.map((item) => plainOf(item, format));
  if (after.includes(NEEDS_OUR_WRITER)) return NEEDS_OUR_WRITER;
  if (after.every((item, index) => item === before[index])) return value;
  return Array.isArray(value) ? after : Object.fromEntries(keys.map((key, index) => [key, after[index]]));
}

function written(value: unknown, format: WireFormat): string | undefined {
  if (value instanceof Date && format.msDateFormat) return `"\\/Date(${value.getTime()})\\/"`;
  if (value instanceof Opaque) return value.json;
  const plain = plainOf(value, format);
  if (plain !== NEEDS_OUR_WRITER || typeof value !== 'object' || value === null) return JSON.stringify(plain);
  if (Array.isArray(value)) return `[${value.map((item) => written(item, format) ?? 'null').join(',')}]`;
  const parts = Object.entries(value).flatMap(([key, item]) => {
    const text = written(item, format);
    return text === undefined ? [] : [`${JSON.stringify(key)}:${text}`];
  });
  return `{${parts.join(',')}}`;
}

function asLinks(links: Links): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(links.hrefs).map(([name, href]) => [
      name,
      typeof href === 'string' ? { href } : href.map((one) => ({ href: one })),
    ]),
  );
}

/** ISO with trailing zeros of the fraction cut, as the original writes it: …:15.27Z, …:00Z. */
export function shortIso(date: Date): string {
  return date
    .toISOString()
    .replace(/\.000Z$/, 'Z')
    .replace(/(\.\d+?)0+Z$/, '$1Z');
}
