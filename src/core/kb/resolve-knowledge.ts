/**
 * What a project uses: the packages that ship, the organisation's own, and its overlays over both, in this order. An
 * own file that does not hold is refused as a whole with the place of each error, and the others are used without it.
 */
import * as v from 'valibot';
import { applyOverlay } from './apply-overlay';
import type { Applied } from './apply-overlay';
import { issuePlace } from './issue-place';
import { issueSentence } from './issue-sentence';
import { isTooDeep } from './json-depth';
import { asRecord } from './json-record';
import { overlaySchema } from './overlay-schema';
import type { Overlay } from './overlay-schema';
import type { KnowledgePackage, LocalChange, PackageSource } from './package';
import { ProblemList } from './problem';
import type { Problem } from './problem';
import { readPackages } from './read-packages';
import { deepestRule } from './read-rule';

export type OwnReading =
  | { readonly kind: 'package'; readonly id: string; readonly package: KnowledgePackage }
  | {
      readonly kind: 'overlay';
      readonly id: string;
      readonly overlay: Overlay;
      readonly changes: readonly LocalChange[];
    }
  | { readonly kind: 'refused'; readonly id: string; readonly problems: readonly Problem[] };

export interface Resolved {
  readonly packages: readonly KnowledgePackage[];
  /** One for each own file, in their order. */
  readonly own: readonly OwnReading[];
}

const idOf = (json: unknown): string => {
  const id = asRecord(json)?.['id'];
  return typeof id === 'string' ? id.slice(0, 200) : '?';
};

const refuse = (json: unknown, problems: readonly Problem[]): OwnReading => ({
  kind: 'refused',
  id: idOf(json),
  problems,
});

/** The overlay by its shape alone, or what is wrong with it. */
function readOverlay(json: unknown): Overlay | readonly Problem[] {
  const problems = new ProblemList();
  const deep = isTooDeep(json);
  if (deep !== undefined) {
    problems.add(deep, `This is nested deeper than ${deepestRule} rules may be.`);
    return problems.found;
  }
  const parsed = v.safeParse(overlaySchema, json);
  if (parsed.success) return parsed.output;
  for (const issue of parsed.issues) problems.add(issuePlace(issue) || 'overlay', issueSentence(issue));
  return problems.found;
}

const basesOf = ({ file }: KnowledgePackage): readonly string[] =>
  v
    .parse(v.object({ extends: v.optional(v.array(v.object({ id: v.string() })), []) }), file)
    .extends.map(({ id }) => id);

/** `changed` with whatever builds on it, however many packages lie between. O(packages x depth). */
function reaching(changed: ReadonlySet<string>, packages: readonly KnowledgePackage[]): ReadonlySet<string> {
  const bases = packages.map((known) => [known.id, basesOf(known)] as const);
  const found = new Set(changed);
  let size = -1;
  while (size !== found.size) {
    size = found.size;
    for (const [id, on] of bases) if (on.some((each) => found.has(each))) found.add(id);
  }
  return found;
}

/** Packages that ship are read already; they are read again only where something changed. */
class Resolving {
  #packages: readonly KnowledgePackage[];
  readonly #readings = new Map<number, OwnReading>();
  readonly #taken: Set<string>;

  constructor(
    shipped: readonly KnowledgePackage[],
    private readonly own: readonly unknown[],
  ) {
    this.#packages = shipped;
    this.#taken = new Set(shipped.map(({ id }) => id));
  }

  run(): Resolved {
    const fresh = [...this.own.entries()].filter(([at, json]) => !this.isTaken(json, at));
    const isOverlay = (json: unknown) => asRecord(json)?.['kind'] === 'overlay';
    this.readOwn(fresh.filter(([, json]) => !isOverlay(json)));
    for (const [at, json] of fresh) if (isOverlay(json)) this.#readings.set(at, this.overlay(json));
    return { packages: this.#packages, own: this.own.flatMap((_, at) => this.#readings.get(at) ?? []) };
  }

  private isTaken(json: unknown, at: number): boolean {
    const id = idOf(json);
    const taken = this.#taken.has(id);
    if (taken) this.#readings.set(at, refuse(json, [{ place: 'id', sentence: `The id "${id}" is taken.` }]));
    this.#taken.add(id);
    return taken;
  }

  private readOwn(files: readonly (readonly [number, unknown])[]): void {
    if (files.length === 0) return;
    const shipped = this.#packages;
    const readings = readPackages([...shipped.map(({ file }) => file), ...files.map(([, json]) => json)]);
    files.forEach(([at, json], index) => {
      const reading = readings[shipped.length + index];
      if (reading?.kind === 'package') {
        this.#packages = [...this.#packages, reading.package];
        this.#readings.set(at, { kind: 'package', id: reading.package.id, package: reading.package });
      } else this.#readings.set(at, refuse(json, reading?.problems ?? []));
    });
  }

  /**
   * The packages after an overlay. One that is as it was stays the same object, so that whoever follows it sees no
   * change; one that builds on a changed one is taken anew, because its rules were read with the words of that one.
   */
  private kept(
    readings: readonly KnowledgePackage[],
    changes: readonly LocalChange[],
  ): readonly KnowledgePackage[] {
    const before = new Map(this.#packages.map((each) => [each.id, each]));
    const changed = new Set(readings.flatMap(({ id, hash }) => (before.get(id)?.hash === hash ? [] : [id])));
    const touched = reaching(changed, readings);
    return readings.map((known) => {
      const old = before.get(known.id);
      if (old && !touched.has(known.id)) return old;
      const own = changes.filter((change) => change.package === known.id);
      const all = [...(old?.localChanges ?? []), ...own];
      return all.length > 0 ? { ...known, localChanges: all } : known;
    });
  }

  private overlay(json: unknown): OwnReading {
    const overlay = readOverlay(json);
    if (!('ops' in overlay)) return refuse(json, overlay);
    const files = new Map<string, PackageSource>(this.#packages.map(({ id, file }) => [id, file]));
    const applied = applyOverlay(overlay, files);
    if (applied.problems.length > 0) return refuse(json, applied.problems);
    const ids = [...applied.files.keys()];
    const readings = readPackages([...applied.files.values()]);
    const problems = readings.flatMap((reading, at) =>
      reading.kind === 'refused' ? placed(applied, ids[at] ?? '', reading.problems) : [],
    );
    if (problems.length > 0) return refuse(json, problems);
    const changed = readings.flatMap((reading) => (reading.kind === 'package' ? reading.package : []));
    this.#packages = this.kept(changed, applied.changes);
    return { kind: 'overlay', id: overlay.id, overlay, changes: applied.changes };
  }
}

const placed = (applied: Applied, packageId: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map(({ place, sentence }) => ({
    place: applied.placeOf(packageId, place) ?? `${packageId}: ${place}`,
    sentence,
  }));

/** Never throws, whatever the own files hold. O(overlays x entries). */
export function resolveKnowledge(shipped: readonly KnowledgePackage[], own: readonly unknown[]): Resolved {
  return own.length === 0 ? { packages: shipped, own: [] } : new Resolving(shipped, own).run();
}

/** What the organisation changed at one entry, in the order of the overlays. */
export function changesOf({ own }: Resolved): readonly LocalChange[] {
  return own.flatMap((reading) => (reading.kind === 'overlay' ? reading.changes : []));
}
