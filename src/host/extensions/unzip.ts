/** Reads a hostile zip archive into memory within limits, without ever writing a file. */
import { readFileSync, statSync } from 'node:fs';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

export interface Limits {
  /** Bytes of the archive itself. */
  readonly packed: number;
  /** Bytes of everything inside, unpacked. */
  readonly unpacked: number;
  readonly entries: number;
}

const MEGABYTE = 1024 * 1024;
/** The gallery asks to slim a package of more than 50 MB; no server takes one of 100 MB. */
export const VSIX_LIMITS: Limits = { packed: 50 * MEGABYTE, unpacked: 200 * MEGABYTE, entries: 10_000 };

/** @throws Error with a clause about what is wrong. Names that would leave the archive's root are an error. */
export async function unzip(path: string, limits: Limits): Promise<ReadonlyMap<string, Buffer>> {
  const { size } = statSync(path);
  if (size > limits.packed) throw new Error(`it is larger than ${megabytes(limits.packed)}`);
  let archive: ZipFile;
  try {
    archive = await fromBufferPromise(readFileSync(path), { lazyEntries: true });
  } catch {
    throw new Error('it is no zip archive');
  }
  if (archive.entryCount > limits.entries) throw new Error(`it holds more than ${limits.entries} files`);
  const files = new Map<string, Buffer>();
  let total = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      total += entry.uncompressedSize;
      // The declared sizes are summed before a byte is unpacked; an entry that unpacks to more than it declares fails.
      if (total > limits.unpacked) throw new Error(`it unpacks to more than ${megabytes(limits.unpacked)}`);
      if (entry.fileName.endsWith('/')) continue;
      if (entry.isEncrypted()) throw new Error(`its file ${entry.fileName} is encrypted`);
      files.set(entry.fileName, await contentOf(archive, entry));
    }
  } finally {
    archive.close();
  }
  return files;
}

async function contentOf(archive: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE)} MB`;
}
