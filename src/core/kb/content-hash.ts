/** Hashes of package content: the same content gives the same hash, in whichever order its keys were written. */
import { canonicalJson } from '../model/canonical-json';
import { textHash } from '../model/text-hash';

/** 16 hex digits. The depth of package files is bounded where they are read (rules) or by their schema. */
export function contentHash(value: unknown): string {
  return textHash(canonicalJson(value));
}
