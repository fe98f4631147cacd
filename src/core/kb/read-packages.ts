/** Reads packages that build on one another, whichever order their files come in. */
import * as v from 'valibot';
import type { KnowledgePackage } from './package';
import { readPackage } from './read-package';
import type { PackageReading } from './read-package';

/** As much of a package as says what it needs; everything else is judged by readPackage. */
const needs = v.looseObject({
  id: v.string(),
  extends: v.exactOptional(v.array(v.looseObject({ id: v.string() }))),
});

interface Waiting {
  readonly at: number;
  readonly json: unknown;
  readonly id: string | undefined;
  readonly extends: readonly string[];
}

function waiting(json: unknown, at: number): Waiting {
  const parsed = v.safeParse(needs, json);
  if (!parsed.success) return { at, json, id: undefined, extends: [] };
  const { id, extends: extended = [] } = parsed.output;
  return { at, json, id, extends: extended.map((each) => each.id) };
}

/**
 * A reading for each file, in the order of the files. A file is read when everything it extends was; in a circle
 * nobody is ever ready, so each of it is refused for the package that it misses. O(files^2) in the worst order.
 */
export function readPackages(files: readonly unknown[]): readonly PackageReading[] {
  const read: KnowledgePackage[] = [];
  const readings = new Map<number, PackageReading>();
  const take = ({ at, json }: Waiting) => {
    const reading = readPackage(json, read);
    readings.set(at, reading);
    if (reading.kind === 'package') read.push(reading.package);
  };
  let rest = files.map(waiting);
  while (rest.length > 0) {
    const pending = new Set(rest.flatMap(({ id }) => id ?? []));
    const ready = rest.filter((file) => !file.extends.some((id) => pending.has(id)));
    for (const file of ready.length > 0 ? ready : rest) take(file);
    rest = ready.length > 0 ? rest.filter((file) => !ready.includes(file)) : [];
  }
  return files.flatMap((_, at) => readings.get(at) ?? []);
}
