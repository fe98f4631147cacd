/** A file from the disk as what importers want: its bytes within the limits of an import. */
import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { defaultLimits } from '../core/formats/import-file';
import type { ImportInput } from '../core/formats/import-result';
import { CommandError } from './command-error';
import { forTerminal } from './console';

/** Milliseconds after which a parse is given up. */
const timeLimit = 30_000;

/** Reads one byte more than allowed at most, so that a huge file is refused without filling the memory. */
async function readBytes(file: string, most: number): Promise<Uint8Array> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      const buffer = Buffer.alloc(Math.min(size, most + 1));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    throw new CommandError(`The file ${forTerminal(file)} cannot be read.`, 1);
  }
}

/** The clock of its time limit starts now. */
export async function readInput(file: string): Promise<ImportInput> {
  const start = Date.now();
  const limits = defaultLimits(() => Date.now() - start > timeLimit);
  const bytes = await readBytes(file, limits.maxBytes);
  return { fileName: basename(file), bytes, limits, newId: randomUUID, now: new Date().toISOString() };
}
