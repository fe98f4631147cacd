/** Applies an overlay to the files of packages: all of it or nothing, and for each change a record of who and why. */
import { acceptsVersion } from './accepts-version';
import { asRecord } from './json-record';
import { isNameOf, restsOn, withoutNames } from './entry-names';
import { mergePatch } from './merge-patch';
import { listOf } from './overlay-schema';
import type { EntryType, Operation, Overlay } from './overlay-schema';
import type { LocalChange, PackageSource } from './package';
import { ProblemList } from './problem';
import type { Problem } from './problem';

export interface Applied {
  /** Package id -> its file; those that the overlay does not touch are the same objects. */
  readonly files: ReadonlyMap<string, PackageSource>;
  readonly changes: readonly LocalChange[];
  readonly problems: readonly Problem[];
  /** Where in the overlay a place of a resulting file comes from; undefined = not from this overlay. */
  readonly placeOf: (packageId: string, place: string) => string | undefined;
}

type Json = Readonly<Record<string, unknown>>;
const words: Readonly<Record<EntryType, string>> = {
  threat: 'threat',
  mitigation: 'mitigation',
  question: 'question',
  event: 'event',
  property: 'property',
  entityType: 'entity type',
};
/** More than that are counted. */
const mostNamed = 3;
const nameOf = (json: Json): string => String(json['name'] ?? json['label'] ?? json['text'] ?? json['id']);

interface Entry {
  readonly packageId: string;
  readonly list: string;
  json: Json;
  /** The op that touched it last, and where in the op its content stands. */
  by?: { readonly at: number; readonly part: string };
}

class OverlayRun {
  readonly problems = new ProblemList();
  readonly changes: LocalChange[] = [];
  readonly #entries = new Map<string, Entry[]>();
  readonly #touched = new Set<string>();
  readonly #targets: readonly string[];

  constructor(
    private readonly overlay: Overlay,
    private readonly files: ReadonlyMap<string, PackageSource>,
  ) {
    this.#targets = overlay.targets.flatMap(({ id, range }, at) => this.target(id, range, at));
    for (const packageId of this.#targets)
      for (const list of Object.values(listOf)) {
        const given = files.get(packageId)?.[list];
        const entries = (Array.isArray(given) ? (given as unknown[]) : []).flatMap(
          (each): readonly Json[] => {
            const record = asRecord(each);
            return record ? [record] : [];
          },
        );
        this.#entries.set(
          `${packageId} ${list}`,
          entries.map((json): Entry => ({ packageId, list, json })),
        );
      }
  }

  private target(id: string, range: string, at: number): readonly string[] {
    const file = this.files.get(id);
    const version = String(file?.['version'] ?? '');
    if (file && acceptsVersion(range, version)) return [id];
    const sentence = file
      ? `"${id}" is here in version ${version}, which is not in "${range}".`
      : `There is no package "${id}".`;
    this.problems.add(`targets[${at}]`, sentence);
    return [];
  }

  run(): Applied {
    // Without its targets every id is unknown: one sentence says more than hundreds.
    if (this.#targets.length === this.overlay.targets.length)
      this.overlay.ops.forEach((each, at) => this.operate(each, at));
    const files = new Map(this.files);
    for (const packageId of this.#touched) files.set(packageId, this.written(packageId));
    return {
      files,
      changes: this.changes,
      problems: this.problems.found,
      placeOf: (packageId, place) => this.placeOf(packageId, place),
    };
  }

  private written(packageId: string): PackageSource {
    const lists = Object.values(listOf).flatMap((list): [string, readonly Json[]][] => {
      const entries = this.#entries.get(`${packageId} ${list}`) ?? [];
      const there = this.files.get(packageId)?.[list] !== undefined;
      return entries.length > 0 || there ? [[list, entries.map(({ json }) => json)]] : [];
    });
    return { ...this.files.get(packageId), ...Object.fromEntries(lists) };
  }

  private placeOf(packageId: string, place: string): string | undefined {
    const [, list = '', index = '', rest = ''] = /^(\w+)\[(\d+)\](.*)$/.exec(place) ?? [];
    const by = this.#entries.get(`${packageId} ${list}`)?.[Number(index)]?.by;
    return by && `ops[${by.at}]${by.part}${by.part === '' ? '' : rest}`;
  }

  /** The entry that a reference names; of several packages that have the plain id, none. */
  private find(type: EntryType, reference: string, place: string): Entry | undefined {
    const colon = reference.indexOf(':');
    const [wanted, id] =
      colon < 0 ? [undefined, reference] : [reference.slice(0, colon), reference.slice(colon + 1)];
    const found = this.#targets
      .filter((packageId) => wanted === undefined || packageId === wanted)
      .flatMap((packageId) => this.#entries.get(`${packageId} ${listOf[type]}`) ?? [])
      .filter(({ json }) => json['id'] === id);
    const [only] = found;
    if (only && found.length === 1) return only;
    const sentence = only
      ? `Several packages have the ${words[type]} "${reference}": write package:id.`
      : `There is no ${words[type]} "${reference}" in what the overlay is for.`;
    this.problems.add(place, sentence);
    return undefined;
  }

  private record(op: Operation, entry: Entry, type: EntryType, what: readonly string[]): void {
    this.#touched.add(entry.packageId);
    this.changes.push({
      overlay: this.overlay.id,
      overlayName: this.overlay.name,
      version: this.overlay.version,
      op: op.op,
      type,
      package: entry.packageId,
      id: String(entry.json['id']),
      what,
      because: op.because ?? '',
    });
  }

  private operate(op: Operation, at: number): void {
    const place = `ops[${at}]`;
    if (op.op === 'add') return this.add(op, at);
    if (op.op === 'link') return this.link(op, at);
    const entry = this.find(op.type, op.id, `${place}.id`);
    if (!entry) return;
    if (op.op === 'disable') return this.disable(op, entry, `${place}.id`);
    if (op.set['id'] !== undefined && op.set['id'] !== entry.json['id'])
      return this.problems.add(`${place}.set.id`, 'An id stays what it is.');
    entry.json = mergePatch(entry.json, op.set);
    entry.by = { at, part: '.set' };
    this.record(op, entry, op.type, Object.keys(op.set));
  }

  private add(op: Extract<Operation, { op: 'add' }>, at: number): void {
    const [packageId] = this.#targets;
    if (packageId === undefined) return;
    const key = `${packageId} ${listOf[op.type]}`;
    const list = this.#entries.get(key) ?? [];
    const id = op.value['id'];
    if (list.some(({ json }) => json['id'] === id))
      return this.problems.add(`ops[${at}].value.id`, `The id "${String(id)}" is taken in ${packageId}.`);
    const entry: Entry = { packageId, list: listOf[op.type], json: op.value, by: { at, part: '.value' } };
    this.#entries.set(key, [...list, entry]);
    this.record(op, entry, op.type, []);
  }

  /** What an entry says of it by name goes with it; what rests on it would hang in the air, so that it stays. */
  private disable(op: Extract<Operation, { op: 'disable' }>, entry: Entry, place: string): void {
    const { packageId, list } = entry;
    const id = String(entry.json['id']);
    const named = [...this.#entries].flatMap(([key, entries]) => entries.map((each) => [key, each] as const));
    const resting = named.flatMap(([, other]) =>
      restsOn(other.json, op.type, (name) => isNameOf(name, id, packageId, other.packageId))
        ? [`"${nameOf(other.json)}"`]
        : [],
    );
    if (resting.length > 0) {
      const more = resting.length > mostNamed ? ` and ${resting.length - mostNamed} more` : '';
      const who = resting.slice(0, mostNamed).join(', ');
      return this.problems.add(place, `The ${words[op.type]} "${id}" is still used by ${who}${more}.`);
    }
    const key = `${packageId} ${list}`;
    this.record(op, entry, op.type, []);
    this.#entries.set(
      key,
      (this.#entries.get(key) ?? []).filter((each) => each !== entry),
    );
    for (const [, other] of named) {
      const json = withoutNames(other.json, op.type, (name) =>
        isNameOf(name, id, packageId, other.packageId),
      );
      if (json === other.json) continue;
      other.json = json;
      this.#touched.add(other.packageId);
    }
  }

  private link(op: Extract<Operation, { op: 'link' }>, at: number): void {
    const place = `ops[${at}]`;
    const threat = this.find('threat', op.threat, `${place}.threat`);
    const mitigation = this.find('mitigation', op.mitigation, `${place}.mitigation`);
    if (!threat || !mitigation) return;
    const id = String(mitigation.json['id']);
    const links = (
      Array.isArray(threat.json['mitigations']) ? (threat.json['mitigations'] as unknown[]) : []
    ).map((each) => asRecord(each) ?? {});
    const there = links.find(({ ref }) => isNameOf(ref, id, mitigation.packageId, threat.packageId));
    if (op.remove && !there) return this.problems.add(place, 'There is no such link to remove.');
    if (!op.remove && !there && op.strength === undefined)
      return this.problems.add(`${place}.strength`, 'A new link says how strong the mitigation is.');
    const rest = links.filter((each) => each !== there);
    const ref = mitigation.packageId === threat.packageId ? id : `${mitigation.packageId}:${id}`;
    const { strength, top, because } = op;
    const made = {
      ...(there ?? { ref }),
      ...(strength === undefined ? {} : { strength }),
      ...(top === undefined ? {} : { top }),
      ...(because === undefined ? {} : { rationale: because }),
    };
    // Places of problems name links by their index, so one that changes keeps its own.
    const changed = there ? links.map((each) => (each === there ? made : each)) : [...links, made];
    threat.json = { ...threat.json, mitigations: op.remove ? rest : changed };
    threat.by ??= { at, part: '' };
    this.record(op, threat, 'threat', [id]);
  }
}

/** Never throws. When there are problems, the files are not to be used. */
export function applyOverlay(overlay: Overlay, files: ReadonlyMap<string, PackageSource>): Applied {
  return new OverlayRun(overlay, files).run();
}
