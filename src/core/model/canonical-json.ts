/** JSON in one form only: keys in order, undefined left out. What is equal as JSON is the same text. */
import { textHash } from './text-hash';

/** Recursive: for values whose depth is bounded where they are read. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** 8 hex digits: to see whether one field of one entity changed, where nobody gains by a collision. */
export const shortHash = (value: unknown): string => textHash(canonicalJson(value)).slice(0, 8);
