/**
 * Plans the update of a model by a newer version of the file that it was imported from. Things are found again by the
 * keys of the file; each field is merged three ways between what the file said, what stands here and what the file says
 * now. What people decided stays, what vanished is marked as stale and stays, what they deleted stays deleted. The plan
 * is the edit: what is shown is what is done, and its inverse takes it back.
 */
import { shortHash } from '../../model/canonical-json';
import type { Edit } from '../../model/edit';
import type { Treatment } from '../../model/mitigation';
import type { Model } from '../../model/model';
import type { Keyed, KeyedKind } from './written';
import {
  fieldsOf,
  importKeyOf,
  keyedKinds,
  keyHash,
  knownKeys,
  treatedBy,
  treatmentHash,
  withRecord,
} from './written';

export interface ReimportChange {
  readonly kind: KeyedKind;
  readonly what: 'added' | 'changed' | 'stale' | 'back';
  readonly id: string;
  readonly name: string;
  /** What the file changes. */
  readonly fields: readonly string[];
  /** What the file says otherwise by now, and people here too: theirs stays. */
  readonly kept: readonly string[];
}
export interface ReimportPlan {
  readonly edit: Edit;
  readonly changes: readonly ReimportChange[];
  /** Things of the file that people deleted here: they stay deleted. */
  readonly deleted: number;
}

/** Where nothing says what the file wrote, these are taken for decisions of people. */
const decisions: ReadonlySet<string> = new Set([
  'status',
  'probability',
  'impact',
  'notes',
  'outOfScope',
  'effort',
]);

const nameOf = (entity: Keyed): string => ('title' in entity ? entity.title : entity.name);
const canGrowStale: ReadonlySet<KeyedKind> = new Set<KeyedKind>([
  'element',
  'boundary',
  'flow',
  'mitigation',
  'threat',
]);

/** The same value with ids replaced; ids are UUIDs, so no text is one by chance. */
function renamed(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((each) => renamed(each, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renamed(each, ids)]));
}

interface Merged {
  readonly entity: Keyed;
  readonly fields: readonly string[];
  readonly kept: readonly string[];
}

/** What people said over what the file says: neither loses a property that the other does not have. */
function mergedProperties(mine: unknown, theirs: unknown): unknown {
  return { ...(theirs as object), ...(mine as object) };
}

function merged(mine: Keyed, theirs: Keyed): Merged {
  const written = mine.origin.kind === 'import' ? mine.origin.written : undefined;
  const nothing = shortHash(undefined);
  const [here, there] = [fieldsOf(mine), fieldsOf(theirs)];
  const next = new Map<string, unknown>();
  const fields: string[] = [];
  const kept: string[] = [];
  for (const field of new Set([...here.keys(), ...there.keys()])) {
    const [own, said] = [here.get(field), there.get(field)];
    const [ownHash, saidHash] = [shortHash(own), shortHash(said)];
    // Without a record, what the file does not speak of at all is of people, and so are decisions.
    const peoples = decisions.has(field) || !there.has(field);
    const before = written ? (written[field] ?? nothing) : peoples ? saidHash : ownHash;
    let value = own;
    if (ownHash === saidHash) value = own;
    else if (ownHash === before) value = said;
    else if (saidHash !== before) {
      value = field === 'properties' ? mergedProperties(own, said) : own;
      kept.push(field);
    }
    if (value !== undefined) next.set(field, value);
    if (shortHash(value) !== ownHash) fields.push(field);
  }
  // `found` and the like stay; `stale` goes, for the file has the thing again.
  const rest = Object.entries(mine).filter(
    ([name]) => !here.has(name) && name !== 'stale' && name !== 'origin',
  );
  const entity = { ...Object.fromEntries(rest), ...Object.fromEntries(next), origin: theirs.origin } as Keyed;
  return { entity, fields, kept };
}

/** The file's model with the ids of here, wherever a key is here already; only then do hashes of references agree. */
function standingHere(fresh: Model, model: Model): Model {
  const format = fresh.info.imported?.format;
  const ids = new Map<string, string>();
  for (const kind of keyedKinds) {
    const here = new Map<string, string>();
    for (const { origin, id } of model[kind].values() as Iterable<Keyed>)
      if (origin.kind === 'import' && origin.format === format) here.set(origin.key, id);
    for (const theirs of fresh[kind].values() as Iterable<Keyed>) {
      const mine = here.get(importKeyOf(theirs) ?? '');
      if (mine !== undefined) ids.set(theirs.id, mine);
    }
  }
  const moved = <T extends { readonly id: string }>(map: ReadonlyMap<string, T>) =>
    new Map([...map.values()].map((each) => renamed(each, ids) as T).map((each) => [each.id, each]));
  const kinds = [...keyedKinds, 'treatment' as const].map((kind) => [
    kind,
    moved<Keyed | Treatment>(fresh[kind]),
  ]);
  return { ...fresh, ...(Object.fromEntries(kinds) as Pick<Model, KeyedKind | 'treatment'>) };
}

class ReimportPlanner {
  /** Its things have the ids of here. */
  readonly #fresh: Model;
  /** Ids of the file's things that stay away. */
  readonly #away = new Set<string>();
  readonly #puts = new Map<KeyedKind, Keyed[]>(keyedKinds.map((kind) => [kind, []]));
  readonly #changes: ReimportChange[] = [];
  readonly #known: ReadonlySet<string>;
  readonly #stale: string;

  constructor(
    private readonly model: Model,
    fresh: Model,
  ) {
    this.#fresh = withRecord(standingHere(fresh, model));
    this.#known = knownKeys(model.info.imported?.keys);
    this.#stale = `The file "${fresh.info.imported?.file ?? 'that was imported'}" does not have this any more.`;
  }

  plan(): ReimportPlan {
    for (const kind of keyedKinds) this.update(kind);
    const { imported } = this.#fresh.info;
    const puts = Object.fromEntries([...this.#puts].map(([kind, put]) => [kind, { put }]));
    const edit = {
      ...puts,
      treatment: { put: this.treatments() },
      info: { ...this.model.info, ...(imported ? { imported } : {}) },
      label: `Import ${imported?.file ?? 'the file'} again`,
    } as Edit;
    return { edit, changes: this.#changes, deleted: this.#away.size };
  }

  private update(kind: KeyedKind): void {
    const here = this.model[kind] as ReadonlyMap<string, Keyed>;
    const said = this.#fresh[kind] as ReadonlyMap<string, Keyed>;
    for (const theirs of said.values()) {
      const mine = here.get(theirs.id);
      const standing = mine || !this.isDeleted(kind, theirs) ? this.standing(theirs) : undefined;
      if (!standing) this.#away.add(theirs.id);
      else if (mine) this.meet(kind, mine, standing);
      else {
        this.put(kind, standing);
        this.say(kind, 'added', standing);
      }
    }
    const format = this.#fresh.info.imported?.format;
    for (const entity of here.values()) {
      const { origin } = entity;
      if (origin.kind !== 'import' || origin.format !== format || said.has(entity.id)) continue;
      if (!canGrowStale.has(kind) || ('stale' in entity && entity.stale !== undefined)) continue;
      this.put(kind, { ...entity, stale: this.#stale } as Keyed);
      this.say(kind, 'stale', entity);
    }
  }

  /** It was in the file before and is not here: somebody deleted it. */
  private isDeleted(kind: KeyedKind, theirs: Keyed): boolean {
    return this.#known.has(keyHash(kind, importKeyOf(theirs) ?? ''));
  }

  /** The thing as it can stand here; undefined when the place where it strikes was deleted. */
  private standing(theirs: Keyed): Keyed | undefined {
    if ('place' in theirs && theirs.place.kind !== 'model' && this.#away.has(theirs.place.id))
      return undefined;
    if (!('source' in theirs)) return theirs;
    const end = (id: typeof theirs.source) => (id !== null && this.#away.has(id) ? null : id);
    return { ...theirs, source: end(theirs.source), target: end(theirs.target) };
  }

  private meet(kind: KeyedKind, mine: Keyed, theirs: Keyed): void {
    const { entity, fields, kept } = merged(mine, theirs);
    const back = 'stale' in mine && mine.stale !== undefined;
    const sameRecord = shortHash(mine.origin) === shortHash(entity.origin);
    if (fields.length === 0 && !back && sameRecord) return;
    this.put(kind, entity);
    if (back) this.say(kind, 'back', entity, { fields, kept });
    else if (fields.length + kept.length > 0) this.say(kind, 'changed', entity, { fields, kept });
  }

  private put(kind: KeyedKind, entity: Keyed): void {
    this.#puts.get(kind)?.push(entity);
  }

  private say(
    kind: KeyedKind,
    what: ReimportChange['what'],
    entity: Keyed,
    more: Pick<ReimportChange, 'fields' | 'kept'> = { fields: [], kept: [] },
  ): void {
    this.#changes.push({ kind, what, id: entity.id, name: nameOf(entity), ...more });
  }

  /** Treatments that are new in the file, and those that it weighs otherwise and nobody here touched. */
  private treatments(): readonly Treatment[] {
    const here = new Map<string, Treatment>();
    for (const each of this.model.treatment.values()) here.set(`${each.threat} ${each.mitigation}`, each);
    return [...this.#fresh.treatment.values()].flatMap((theirs): readonly Treatment[] => {
      if (this.#away.has(theirs.threat) || this.#away.has(theirs.mitigation)) return [];
      const threat = this.model.threat.get(theirs.threat);
      const mitigation = this.#fresh.mitigation.get(theirs.mitigation);
      const key = mitigation && importKeyOf(mitigation);
      const written = threat?.origin.kind === 'import' ? threat.origin.written : undefined;
      const before = key === undefined ? undefined : written?.[treatedBy(key)];
      const mine = here.get(`${theirs.threat} ${theirs.mitigation}`);
      if (mine) {
        const untouched = before === treatmentHash(mine) && before !== treatmentHash(theirs);
        const { status: _said, ...rest } = mine;
        const status = theirs.status ? { status: theirs.status } : {};
        return untouched ? [{ ...rest, strength: theirs.strength, ...status }] : [];
      }
      // It was written once, or both its ends were here without it: somebody took it away, and that stays.
      const known = threat !== undefined && this.model.mitigation.has(theirs.mitigation);
      return before !== undefined || (known && written === undefined) ? [] : [theirs];
    });
  }
}

/** True when the file may be a newer version of what the model was imported from. */
export function isReimportOf(model: Pick<Model, 'info'>, fresh: Pick<Model, 'info'>): boolean {
  const [mine, theirs] = [model.info.imported, fresh.info.imported];
  return mine !== undefined && theirs !== undefined && mine.format === theirs.format;
}

/** `fresh`: the newer file, imported as a model of its own. O(both models). */
export function planReimport(model: Model, fresh: Model): ReimportPlan {
  return new ReimportPlanner(model, fresh).plan();
}
