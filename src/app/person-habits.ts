/** What this person chose for their own eyes: the role, and views of tables under a name. A convenience, never a right. */
import * as v from 'valibot';
import type { Habits } from './ports';

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

/** Where a choice was kept: `session` ends with the page. */
export type Kept = 'kept' | 'session';

/** Goes on with what it knows where the store refuses: nobody's work hangs on it. */
export class HabitKeeper {
  private known: Promise<PersonHabits> | undefined;
  /** The store refused to write: what it says is older than what is known. */
  private alone = false;

  constructor(private readonly store: Habits | undefined) {}

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
