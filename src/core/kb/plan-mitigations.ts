/** The copies of mitigation entries in a model: found, added, and brought to the state of a newer package. */
import type { NewId } from '../model/ids';
import { mint, mitigationId } from '../model/ids';
import type { Mitigation } from '../model/mitigation';
import type { Model } from '../model/model';
import { sameValue } from '../model/same-value';
import { copyOrigin, entryNameOf } from './mitigation-key';
import { mitigationTexts, snapshotOfCopy, textsIn, textsOf } from './mitigation-texts';
import type { MitigationTexts } from './mitigation-texts';
import { stillOwn } from './own-texts';
import type { KnowledgeMitigation, KnowledgePackage } from './package';
import type { Snapshots } from './snapshots';

export interface MitigationUpdate {
  readonly before: Mitigation;
  readonly after: Mitigation;
  readonly changed: readonly string[];
  /** Texts that a person rewrote while the entry changed too: theirs stay. */
  readonly kept: readonly string[];
  /** What the entry says now. */
  readonly theirs: MitigationTexts;
}

export class MitigationPlan {
  readonly #copies = new Map<string, Mitigation>();
  readonly #added = new Map<string, Mitigation>();

  constructor(
    private readonly model: Model,
    private readonly snapshots: Snapshots,
    private readonly newId: NewId,
  ) {
    for (const mitigation of model.mitigation.values()) {
      const name = entryNameOf(mitigation);
      if (name !== undefined && !this.#copies.has(name)) this.#copies.set(name, mitigation);
    }
  }

  knownCopy(name: string): Mitigation | undefined {
    return this.#copies.get(name) ?? this.#added.get(name);
  }

  copyOf(entry: KnowledgeMitigation): Mitigation {
    const name = `${entry.package}:${entry.id}`;
    const there = this.knownCopy(name);
    if (there) return there;
    const made: Mitigation = {
      id: mint(mitigationId, this.newId),
      origin: copyOrigin(entry),
      ...textsOf(entry),
      controlType: entry.controlType === 'deterrent' ? 'other' : entry.controlType,
      status: { kind: 'open' },
      ...(entry.status ? { given: entry.status } : {}),
    };
    this.#added.set(name, made);
    this.snapshots.keep('mitigation', entry);
    return made;
  }

  get added(): readonly Mitigation[] {
    return [...this.#added.values()];
  }

  /** Copies whose entry says something else by now, merged text by text. */
  updates(packages: readonly KnowledgePackage[]): readonly MitigationUpdate[] {
    const entries = packages.flatMap(({ mitigations }) => mitigations);
    return entries.flatMap((entry) => {
      const copy = this.#copies.get(`${entry.package}:${entry.id}`);
      const update = copy && this.update(copy, entry);
      return update ?? [];
    });
  }

  private update(before: Mitigation, entry: KnowledgeMitigation): MitigationUpdate | undefined {
    const snapshot = snapshotOfCopy(this.model, before);
    const base = snapshot && textsIn(snapshot.content);
    // A copy without a snapshot cannot tell an edit from an older text, and an entry that is the same says nothing new.
    if (!base || snapshot.hash === entry.hash) return undefined;
    const theirs = textsOf(entry);
    const changed: string[] = [];
    const kept: string[] = [];
    const merged = { ...theirs };
    for (const field of mitigationTexts) {
      const touched = base[field] !== before[field];
      if (touched) merged[field] = before[field];
      if (touched && base[field] !== theirs[field] && before[field] !== theirs[field]) kept.push(field);
      else if (merged[field] !== before[field]) changed.push(field);
    }
    if (!sameValue(before.given, entry.status)) changed.push('status');
    const { given: _replaced, edited: wasEdited, ...plain } = before;
    const edited = stillOwn(
      wasEdited,
      mitigationTexts.filter((field) => merged[field] !== theirs[field]),
    );
    this.snapshots.keep('mitigation', entry);
    const after = {
      ...plain,
      ...merged,
      ...(entry.status ? { given: entry.status } : {}),
      ...(edited ? { edited } : {}),
      origin: copyOrigin(entry),
    };
    return { before, after, changed, kept, theirs };
  }
}
