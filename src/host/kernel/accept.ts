/** Reads the REST version and the four format flags a caller asks for. */
import { problem } from './problem';
import type { WireFormat } from './wire';

/** A requested version such as 7.1-preview.3. */
export interface ApiVersion {
  /** As it was written, to be echoed in the content type. */
  readonly text: string;
  readonly major: number;
  readonly minor: number;
  readonly preview: boolean;
  /** The 3 of 7.1-preview.3; null where none is asked for. */
  readonly resource: number | null;
}

export interface Wanted extends WireFormat {
  readonly apiVersion: ApiVersion | null;
}

/**
 * Both clients send the version in Accept, most scripts in the query; the query wins.
 * @throws Problem 400 for a version that is no version.
 */
export function parseAccept(accept: string | undefined, versionInQuery: string | undefined): Wanted {
  const parameters = new Map<string, string>();
  // Media ranges do not matter (everything is JSON), so all parameters of all ranges are read as one list.
  for (const part of (accept ?? '').split(/[;,]/)) {
    const [name, value] = part.split('=', 2);
    if (name !== undefined && value !== undefined) parameters.set(name.trim().toLowerCase(), value.trim());
  }
  const flag = (name: string): boolean => parameters.get(name)?.toLowerCase() === 'true';
  const text = versionInQuery ?? parameters.get('api-version');
  return {
    apiVersion: text === undefined || text === '' ? null : parseVersion(text),
    excludeUrls: flag('excludeurls'),
    enumsAsNumbers: flag('enumsasnumbers'),
    msDateFormat: flag('msdateformat'),
    noArrayWrap: flag('noarraywrap'),
  };
}

/** @throws Problem 400 VssInvalidApiResourceVersionException for a text such as "latest". */
export function parseVersion(text: string): ApiVersion {
  const match = /^v?(\d+)(?:\.(\d+))?(-preview(?:\.(\d+))?)?$/i.exec(text.trim());
  if (!match)
    throw problem(
      400,
      'VssInvalidApiResourceVersionException',
      `The api-version "${text}" is invalid. The format is {major}.{minor}-preview.{resource-version}; for example 7.1 or 7.2-preview.1.`,
    );
  return {
    text: text.trim(),
    major: Number(match[1]),
    minor: Number(match[2] ?? 0),
    preview: match[3] !== undefined,
    resource: match[4] === undefined ? null : Number(match[4]),
  };
}
