/** Keeps the whole state in memory and makes every change durable before it can be seen. */

/** A named family of entities; the type parameter is what one entity of the family looks like. */
export interface Kind<T> {
  readonly name: string;
  /** Never present at run time: it only ties the entity type to the name. */
  readonly entity?: T;
}

/** Declares a family of entities kept under `name`. */
export function kind<T>(name: string): Kind<T> {
  return { name };
}

/** What one write leaves behind: the new JSON text, or null for a removed entity. */
export interface Write {
  readonly kind: string;
  readonly key: string;
  readonly json: string | null;
}

/** The disk below the store. `commit` must be atomic and durable when it returns. */
export interface Persistence {
  load(): Iterable<{ kind: string; key: string; json: string }>;
  commit(writes: readonly Write[]): void;
  close(): void;
}

/** Reads entities. Entities are shared, so nobody may change one in place. */
export interface Reader {
  get<T>(of: Kind<T>, key: string): T | undefined;
  /** Every entity of a family in the order of first writing. */
  all<T>(of: Kind<T>): readonly T[];
}

/** Reads its own writes; nothing is kept unless the work returns normally. */
export interface Transaction extends Reader {
  put<T>(of: Kind<T>, key: string, entity: T): void;
  remove<T>(of: Kind<T>, key: string): void;
}

/** What whoever answers a call may do with the store: read, and change in transactions. */
export interface OpenStore extends Reader {
  transact<R>(work: (transaction: Transaction) => R): R;
  rehearse<R>(work: (transaction: Transaction) => R): R;
}

const GONE = Symbol('removed in this transaction');

class Overlay implements Transaction {
  readonly changes = new Map<string, Map<string, unknown>>();

  constructor(private readonly below: Store) {}

  get<T>(of: Kind<T>, key: string): T | undefined {
    const changed = this.changes.get(of.name);
    if (!changed?.has(key)) return this.below.get(of, key);
    const value = changed.get(key);
    return value === GONE ? undefined : (value as T);
  }

  all<T>(of: Kind<T>): readonly T[] {
    const changed = this.changes.get(of.name);
    if (!changed) return this.below.all(of);
    return this.below.merged(of, changed, GONE);
  }

  put<T>(of: Kind<T>, key: string, entity: T): void {
    this.changesOf(of.name).set(key, entity);
  }

  remove<T>(of: Kind<T>, key: string): void {
    this.changesOf(of.name).set(key, GONE);
  }

  private changesOf(name: string): Map<string, unknown> {
    const known = this.changes.get(name);
    if (known) return known;
    const fresh = new Map<string, unknown>();
    this.changes.set(name, fresh);
    return fresh;
  }
}

/** The read model in memory, written through to the persistence inside one transaction. */
export class Store implements OpenStore {
  private readonly families = new Map<string, Map<string, unknown>>();

  constructor(private readonly persistence: Persistence) {
    for (const row of persistence.load()) this.family(row.kind).set(row.key, JSON.parse(row.json));
  }

  get<T>(of: Kind<T>, key: string): T | undefined {
    return this.families.get(of.name)?.get(key) as T | undefined;
  }

  all<T>(of: Kind<T>): readonly T[] {
    return [...(this.families.get(of.name)?.values() ?? [])] as T[];
  }

  /**
   * Runs `work` and keeps all of its writes or, when it throws, none of them.
   * Durable when it returns: the disk is written before the memory, so no reader sees what a crash could lose.
   */
  transact<R>(work: (transaction: Transaction) => R): R {
    const overlay = new Overlay(this);
    const result = work(overlay);
    const writes = [...overlay.changes].flatMap(([name, changed]) =>
      [...changed].map(([key, value]) => ({
        kind: name,
        key,
        json: value === GONE ? null : JSON.stringify(value),
      })),
    );
    if (writes.length > 0) this.persistence.commit(writes);
    this.apply(overlay);
    return result;
  }

  /** Runs `work` and forgets its writes: what a request with `validateOnly` asks for. */
  rehearse<R>(work: (transaction: Transaction) => R): R {
    return work(new Overlay(this));
  }

  close(): void {
    this.persistence.close();
  }

  /** The family as it looks with `changed` laid over it. Only for transactions. */
  merged<T>(of: Kind<T>, changed: ReadonlyMap<string, unknown>, gone: symbol): readonly T[] {
    const result = new Map(this.families.get(of.name) ?? []);
    for (const [key, value] of changed) {
      if (value === gone) result.delete(key);
      else result.set(key, value);
    }
    return [...result.values()] as T[];
  }

  private apply(overlay: Overlay): void {
    for (const [name, changed] of overlay.changes) {
      const family = this.family(name);
      for (const [key, value] of changed) {
        if (value === GONE) family.delete(key);
        else family.set(key, value);
      }
    }
  }

  private family(name: string): Map<string, unknown> {
    const known = this.families.get(name);
    if (known) return known;
    const fresh = new Map<string, unknown>();
    this.families.set(name, fresh);
    return fresh;
  }
}
