/** Finds in the text of a query what an error of the server quotes. */

export interface ErrorPlace {
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** Undefined where the message quotes nothing, or something that stands in the text more than once or not at all. */
export function errorPlace(text: string, message: string): ErrorPlace | undefined {
  const culprit = /«([^»]*)»/.exec(message)?.[1];
  if (culprit === undefined) return undefined;
  if (culprit === '') return placeAt(text, text.length, text.length);
  const pattern = culprit
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .trim()
    .replace(/\s+/g, '\\s+');
  const [found, other] = [...text.matchAll(new RegExp(pattern, 'gi'))];
  if (!found || other) return undefined;
  return placeAt(text, found.index, found.index + found[0].length);
}

function placeAt(text: string, start: number, end: number): ErrorPlace {
  const before = text.slice(0, start).split('\n');
  return { start, end, line: before.length, column: (before[before.length - 1] ?? '').length + 1 };
}
