/** What this person chose for their own eyes: the role, and views of tables under a name. A convenience, never a right. */
import * as v from 'valibot';
import { habitsCollection, schemaVersion } from '../core/store/collections';
import { DocumentError } from './ports';
import type { Documents } from './ports';
import type { Person } from './task-ports';

const view = v.object({ name: v.pipe(v.string(), v.maxLength(60)), state: v.unknown() });
export type NamedView = v.InferOutput<typeof view>;

/** As many as a list can show. */
export const mostViews = 30;

const shape = v.object({
  role: v.optional(v.pipe(v.string(), v.maxLength(60))),
  /** By table. */
  views: v.optional(
    v.record(v.pipe(v.string(), v.maxLength(60)), v.pipe(v.array(view), v.maxLength(mostViews))),
    {},
  ),
});

export interface PersonHabits {
  readonly role?: string | undefined;
  readonly views: Readonly<Record<string, readonly NamedView[]>>;
}
const none: PersonHabits = { views: {} };

/** The view under its name; one of the same name is replaced, and the newest stands last. */
export function putView(habits: PersonHabits, table: string, next: NamedView): PersonHabits {
  const others = (habits.views[table] ?? []).filter(({ name }) => name !== next.name);
  return { ...habits, views: { ...habits.views, [table]: [...others, next].slice(-mostViews) } };
}

export function dropView(habits: PersonHabits, table: string, name: string): PersonHabits {
  const left = (habits.views[table] ?? []).filter((each) => each.name !== name);
  return { ...habits, views: { ...habits.views, [table]: left } };
}

/** Where they are kept. Both may reject for any reason. */
export interface HabitStore {
  /** `undefined` = nothing yet. */
  read(): Promise<unknown>;
  /** The last write wins. */
  write(habits: PersonHabits): Promise<void>;
}

/** One document for each person, by the id that the organisation knows them by. */
export class DocumentHabits implements HabitStore {
  constructor(
    private readonly documents: Documents,
    private readonly person: () => Promise<Pick<Person, 'id'>>,
  ) {}

  async read(): Promise<unknown> {
    return this.documents.get(habitsCollection, (await this.person()).id);
  }

  /** Another window of the same person may write between our look and our write: then once more. */
  async write(habits: PersonHabits, tries = 2): Promise<void> {
    const { id } = await this.person();
    const stored = await this.documents.get(habitsCollection, id);
    try {
      if (stored)
        await this.documents.update(habitsCollection, {
          ...habits,
          id,
          schema: schemaVersion,
          __etag: stored.__etag,
        });
      else await this.documents.create(habitsCollection, { ...habits, id, schema: schemaVersion });
    } catch (error) {
      if (!(error instanceof DocumentError) || error.problem === 'too-large' || tries === 0) throw error;
      await this.write(habits, tries - 1);
    }
  }
}

/** Where a choice was kept: `session` ends with the page. */
export type Kept = 'kept' | 'session';

/** Goes on with what it knows where the store refuses: nobody's work hangs on it. */
export class HabitKeeper {
  private known: Promise<PersonHabits> | undefined;
  /** The store refused to write: what it says is older than what is known. */
  private alone = false;

  constructor(private readonly store: HabitStore | undefined) {}

  /** What was read first, with every change since. Never rejects. */
  read(): Promise<PersonHabits> {
    this.known ??= this.load(none);
    return this.known;
  }

  /** Changes what is stored now, as another window may have done, and keeps it; never rejects. */
  async change(how: (habits: PersonHabits) => PersonHabits): Promise<Kept> {
    const next = this.read()
      .then((known) => this.load(known))
      .then(how)
      .then(async (value) => {
        await this.keep(value);
        return value;
      });
    this.known = next;
    await next;
    return this.store && !this.alone ? 'kept' : 'session';
  }

  private async load(otherwise: PersonHabits): Promise<PersonHabits> {
    if (!this.store || this.alone) return otherwise;
    try {
      const reading = v.safeParse(shape, await this.store.read());
      return reading.success ? reading.output : otherwise;
    } catch {
      return otherwise;
    }
  }

  private async keep(value: PersonHabits): Promise<void> {
    try {
      await this.store?.write(value);
      this.alone = false;
    } catch {
      this.alone = true;
    }
  }
}
