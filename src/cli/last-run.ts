/**
 * What a run learned that the next one most likely needs, kept on this machine. It only spares requests: everything is
 * checked against what the service says, and a run that fails forgets it.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { asId, modelId } from '../core/model/ids';
import type { ModelId } from '../core/model/ids';
import type { Target } from './connect';

/** Models that come along with the list in one answer; with more of them that answer would grow without a bound. */
const most = 5;
const noted = v.object({
  /** Extension data lies below the collection's own address. */
  inCollection: v.boolean(),
  models: v.pipe(v.array(v.string()), v.maxLength(most)),
});

export interface Learned {
  readonly inCollection: boolean;
  readonly models: readonly ModelId[];
}
const nothing: Learned = { inCollection: false, models: [] };

export interface LastRun {
  readonly learned: Learned;
  keep(learned: Learned): void;
  forget(): void;
}

/** Where caches of a person belong: XDG's place, or that of Windows. */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  const place = environment['XDG_CACHE_HOME'] || environment['LOCALAPPDATA'] || join(homedir(), '.cache');
  return join(place, 'without');
}

function read(file: string): Learned {
  try {
    const { inCollection, models } = v.parse(noted, JSON.parse(readFileSync(file, 'utf8')));
    return { inCollection, models: models.flatMap((id) => asId(modelId, id) ?? []) };
  } catch {
    return nothing;
  }
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // A machine without a writable home asks again the next time.
  }
}

/**
 * Of the same question (target and wanted model) on this machine; nothing is learned without a folder. The name of the
 * file is a hash, so that no name of a project stands outside the organisation.
 */
export function lastRun(folder: string | undefined, target: Target, model: string | undefined): LastRun {
  if (folder === undefined) return { learned: nothing, keep: () => undefined, forget: () => undefined };
  const question = JSON.stringify([target.org, target.project, target.publisher ?? '', model ?? '']);
  const file = join(folder, `${createHash('sha256').update(question).digest('hex')}.json`);
  const learned = read(file);
  return {
    learned,
    keep: ({ inCollection, models }) => {
      const text = JSON.stringify({ inCollection, models: models.slice(0, most) });
      if (text === JSON.stringify(learned)) return;
      quietly(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(file, text);
      });
    },
    forget: () => quietly(() => rmSync(file, { force: true })),
  };
}
