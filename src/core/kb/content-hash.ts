/** Hashes of package content: the same content gives the same hash, in whichever order its keys were written. */
import { textHash } from '../model/text-hash';

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** 16 hex digits. The depth of package files is bounded where they are read (rules) or by their schema. */
export function contentHash(value: unknown): string {
  return textHash(canonical(value));
}
