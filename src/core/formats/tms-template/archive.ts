/** A member of a ZIP archive, within limits that are asked before a byte is unpacked. */
import { unzipSync } from 'fflate';
import type { Limits } from '../import-result';
import { Refusal } from '../import-result';

/** "PK" and the mark of a local file. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** Of an archive that holds one file worth reading, more members are a trick. */
const maxMembers = 200;

/**
 * The first of the wanted members, unpacked; undefined when none is there. Throws Refusal for a damaged archive and for
 * one that holds more than it may. The size that the archive states is what is allocated, so a false one gains nothing.
 */
export function memberOf(
  bytes: Uint8Array,
  wanted: readonly string[],
  limits: Pick<Limits, 'maxBytes'>,
): Uint8Array | undefined {
  let members = 0;
  const taken = new Set<string>();
  const unpacked = unpack(bytes, ({ name, originalSize }) => {
    members += 1;
    if (members > maxMembers) throw new Refusal('This archive holds too many files to be read.');
    // Two members of one name: which one is meant depends on who reads, so neither is.
    if (!wanted.includes(name) || taken.has(name)) return false;
    if (originalSize > limits.maxBytes) throw new Refusal('This archive holds more than can be read here.');
    taken.add(name);
    return true;
  });
  const found = wanted.find((name) => Object.hasOwn(unpacked, name));
  return found === undefined ? undefined : unpacked[found];
}

function unpack(
  bytes: Uint8Array,
  filter: (file: { readonly name: string; readonly originalSize: number }) => boolean,
): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('This ZIP archive is cut off or damaged, so it cannot be read.');
  }
}
