/** A file with edits of a model that could not be stored; it may have been changed by anybody since. */
import type { KeptEdits } from '../../store/kept-edits';
import { keptEditsMark, readKeptEdits } from '../../store/kept-edits';
import type { Limits } from '../import-result';
import { Refusal } from '../import-result';
import { parseJson, topLevelKeys } from '../json-value';
import { decodeUtf8 } from '../text';

/** Archives are models of other tools; what else is no text, the import refuses with its reason. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decodeUtf8(bytes);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** The edits; undefined when the file is something else. Throws Refusal for edits that cannot be read. */
export function editsInFile(bytes: Uint8Array, limits: Limits): KeptEdits | undefined {
  // What is too large is no file of ours; the import says so.
  if (bytes.length > limits.maxBytes) return undefined;
  const text = textOf(bytes);
  if (text === undefined || !topLevelKeys(text).has(keptEditsMark)) return undefined;
  const edits = readKeptEdits(parseJson(text, limits));
  if (!edits) throw new Refusal('These edits are damaged, or were written by a newer version.');
  return edits;
}
