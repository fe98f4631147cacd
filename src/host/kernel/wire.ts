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

/**
 * The JSON text of a value, or undefined for a value that is left out (undefined, and addresses under excludeUrls).
 * Dates become ISO texts or, under msDateFormat, "\/Date(ms)\/" with the slashes escaped: the client's reviver
 * only recognises that spelling, which JSON.stringify cannot produce. That is why this writer exists.
 */
export function writeJson(value: unknown, format: WireFormat): string | undefined {
  if (value === undefined || typeof value === 'function') return undefined;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof Date)
    return format.msDateFormat ? `"\\/Date(${value.getTime()})\\/"` : JSON.stringify(shortIso(value));
  if (value instanceof Opaque) return value.json;
  if (value instanceof EnumValue) return JSON.stringify(format.enumsAsNumbers ? value.number : value.name);
  if (value instanceof Url) return format.excludeUrls ? undefined : JSON.stringify(value.href);
  if (value instanceof Links) return format.excludeUrls ? undefined : JSON.stringify(asLinks(value));
  if (Array.isArray(value)) return `[${value.map((item) => writeJson(item, format) ?? 'null').join(',')}]`;
  return writeObject(value, format);
}

function writeObject(value: object, format: WireFormat): string {
  const parts: string[] = [];
  for (const [key, item] of Object.entries(value)) {
    const text = writeJson(item, format);
    if (text !== undefined) parts.push(`${JSON.stringify(key)}:${text}`);
  }
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
