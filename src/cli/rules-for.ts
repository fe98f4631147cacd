/** Which rules a command asks: the file's own, the product's, a template of another tool, or a package of ours. */
import { importKnowledge } from '../core/formats/import-knowledge';
import type { ImportInput } from '../core/formats/import-result';
import type { KnowledgePackage } from '../core/kb/package';
import type { Problem } from '../core/kb/problem';
import type { PackageReading } from '../core/kb/read-package';
import { readPackages } from '../core/kb/read-packages';
import { resolveKnowledge } from '../core/kb/resolve-knowledge';
import type { NotTaken } from '../core/model/model';
import { CommandError } from './command-error';
import { forTerminal } from './console';
import type { CommandWorld } from './console';
import { readInput } from './read-input';

/** More lines than this help nobody at a terminal. */
const mostProblems = 50;

export interface Rules {
  readonly packages: readonly KnowledgePackage[];
  /** What of the template could not be read, a row per reason. */
  readonly notTaken: readonly NotTaken[];
}

/** Says each error with its place, then ends the command: nothing is half loaded. */
function refuse(problems: readonly Problem[], world: CommandWorld): never {
  for (const { place, sentence } of problems.slice(0, mostProblems))
    world.err(forTerminal(`${place}: ${sentence}`));
  const more = problems.length - mostProblems;
  if (more > 0) world.err(`and ${more} more`);
  throw new CommandError('The knowledge base cannot be used; nothing of it was loaded.', 1);
}

function usable(readings: readonly PackageReading[], world: CommandWorld): readonly KnowledgePackage[] {
  const problems = readings.flatMap((each) => (each.kind === 'refused' ? each.problems : []));
  if (problems.length > 0) refuse(problems, world);
  return readings.flatMap((each) => (each.kind === 'package' ? [each.package] : []));
}

const own = (world: CommandWorld) => usable(readPackages(world.knowledge ?? []), world);

/** Undefined: the file brings no rules. */
function rulesIn(input: ImportInput, world: CommandWorld): Rules | undefined {
  const found = importKnowledge(input);
  if (found.kind !== 'knowledge') return undefined;
  return { packages: usable(readPackages([found.file]), world), notTaken: found.notTaken };
}

/** The JSON of a package or overlay of ours; undefined when it is something else. */
function packageJson({ fileName, bytes }: ImportInput): unknown {
  if (!/\.json$/i.test(fileName)) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new CommandError(`${forTerminal(fileName)} is no JSON.`, 1);
  }
}

/** Alone, over the packages that it extends; an overlay gives the packages of the product with its changes. */
function rulesOf(json: unknown, world: CommandWorld): Rules {
  const { packages, own: readings } = resolveKnowledge(own(world), [json]);
  const [reading] = readings;
  if (reading?.kind === 'refused') refuse(reading.problems, world);
  return { packages: reading?.kind === 'package' ? [reading.package] : packages, notTaken: [] };
}

/** `kb`: a file, `own`, or undefined for the file's own rules and, where it has none, the product's. */
export async function rulesFor(
  kb: string | undefined,
  input: ImportInput,
  world: CommandWorld,
): Promise<Rules> {
  if (kb === 'own') return { packages: own(world), notTaken: [] };
  if (kb === undefined) return rulesIn(input, world) ?? { packages: own(world), notTaken: [] };
  const given = await readInput(kb);
  const json = packageJson(given);
  if (json !== undefined) return rulesOf(json, world);
  const found = importKnowledge(given);
  if (found.kind === 'refused') throw new CommandError(forTerminal(found.reason), 1);
  return rulesIn(given, world) ?? { packages: [], notTaken: [] };
}
