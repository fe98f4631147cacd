/** The packages under kb/ as the tests see them: what the build makes of each, and the examples that it leaves out. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgePackage } from '../../src/core/kb/package';
import { readPackages } from '../../src/core/kb/read-packages';
import type { ExampleModel } from './example-model';

export const root = join(__dirname, '../..');
const kb = join(root, 'kb');

export interface Example {
  readonly expect: 'fires' | 'silent';
  readonly because: string;
  readonly model: ExampleModel;
}
export interface ThreatExamples {
  readonly threat: string;
  readonly file: string;
  readonly examples: readonly Example[];
}

export const folders: readonly string[] = readdirSync(kb).filter((name) =>
  existsSync(join(kb, name, 'kb.json')),
);

/** Those with threats: a package may also hold events alone. */
export const foldersWithThreats = folders.filter((folder) => existsSync(join(kb, folder, 'threats')));

/** Folder -> the JSON that pages fetch. The build's own program says it, so that the tests judge what ships. */
export const built = JSON.parse(
  execFileSync(process.execPath, [join(root, 'scripts/lib/knowledge.mjs')], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  }),
) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const readings = new Map(
  readPackages(folders.map((folder) => built[folder])).map((reading, at) => [folders[at], reading]),
);

/** Throws with the problems when the package is refused. */
export function packageIn(folder: string): KnowledgePackage {
  const reading = readings.get(folder);
  if (!reading) throw new Error(`There is no package in kb/${folder}.`);
  if (reading.kind === 'package') return reading.package;
  throw new Error(reading.problems.map(({ place, sentence }) => `${place}: ${sentence}`).join('\n'));
}

/** File names with their parsed content. */
export function entriesIn(folder: string, part: 'threats' | 'mitigations' | 'events') {
  const at = join(kb, folder, part);
  if (!existsSync(at)) return [];
  return readdirSync(at).map((file) => ({
    file,
    entry: JSON.parse(readFileSync(join(at, file), 'utf8')) as Readonly<Record<string, unknown>>,
  }));
}

export function examplesIn(folder: string): readonly ThreatExamples[] {
  return entriesIn(folder, 'threats').map(({ file, entry }) => ({
    threat: String(entry['id']),
    file,
    examples: (entry['examples'] ?? []) as readonly Example[],
  }));
}
