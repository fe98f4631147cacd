/**
 * Counts of alerts that nothing is counted twice in: for each event or threat and day, the fingerprints of the alerts
 * that told of it. Kept as documents beside the model, one for each month and thing; what the model itself holds
 * (entity `evidence`) is derived from them.
 */
import { v5 } from 'uuid';
import * as v from 'valibot';
import { eventId, evidenceId, threatId } from '../../model/ids';
import type { ModelId } from '../../model/ids';
import type { Evidence } from '../../model/incident';
import { textHash } from '../../model/text-hash';

export type About = Evidence['about'];

/** More alerts than this about one model are refused: what remembers them must fit into memory. */
export const mostAlerts = 1_000_000;
/** Fingerprints in one document: twelve characters each, so that it stays below the 256 kB of a stored document. */
const perDocument = 16_000;
const daysKept = 400;

/** A stored document of the tally; `days` is day of the month -> fingerprints, twelve hex digits each. */
export interface TallyDocument {
  readonly id: string;
  readonly [name: string]: unknown;
}

/** 48 bits of the key's hash: of a million alerts, two are taken for one with a chance of one in five hundred. */
const width = 12;
export const fingerprintOf = (key: string): string => textHash(key).slice(2, 2 + width);

const document = v.looseObject({
  about: v.variant('kind', [
    v.object({ kind: v.literal('event'), id: eventId }),
    v.object({ kind: v.literal('threat'), id: threatId }),
  ]),
  month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
  days: v.record(v.pipe(v.string(), v.regex(/^\d{2}$/)), v.pipe(v.string(), v.regex(/^[0-9a-f]*$/))),
});

/** Fingerprints of alerts that were not counted before, by the thing that they told of. */
export type News = ReadonlyMap<string, ReadonlySet<string>>;

/** Which of the news stand in a document, as fingerprints. */
export function newsIn(raw: TallyDocument, news: News): readonly string[] {
  const read = v.safeParse(document, raw);
  const prints = read.success ? news.get(keyOf(read.output.about)) : undefined;
  if (!read.success || !prints) return [];
  return Object.values(read.output.days)
    .flatMap(printsOf)
    .filter((print) => prints.has(print));
}

/** The fingerprints of a day. */
function printsOf(day: string): readonly string[] {
  return Array.from({ length: Math.floor(day.length / width) }, (_, n) =>
    day.slice(n * width, (n + 1) * width),
  );
}

interface Thing {
  readonly about: About;
  /** Fingerprint -> its day: an alert without a time of its own must not count again tomorrow. */
  readonly seen: Map<string, string>;
  first: string;
  last: string;
}

const keyOf = ({ kind, id }: About): string => `${kind.charAt(0)}.${id}`;
/** The first part of a document's id, at most 48 of the 50 characters that a store takes with its number. */
const prefixOf = (about: About, month: string): string => `${keyOf(about)}.${month.replace('-', '')}`;

export class Tally {
  private readonly things = new Map<string, Thing>();
  private readonly touched = new Set<string>();
  private count = 0;

  /** Takes in what is stored; documents that do not validate are left alone. */
  constructor(documents: Iterable<TallyDocument>) {
    // In their order, so that parts stay what they are and only the last one grows.
    const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const raw of sorted) this.takeIn(raw);
    this.touched.clear();
  }

  private takeIn(raw: TallyDocument): void {
    const read = v.safeParse(document, raw);
    if (!read.success) return;
    const { about, month, days } = read.output;
    for (const [day, prints] of Object.entries(days)) {
      const at = `${month}-${day}`;
      for (const print of printsOf(prints)) this.put(about, print, `${at}T00:00:00.000Z`);
    }
  }

  /** True when it is full: nothing more is taken. */
  get isFull(): boolean {
    return this.count >= mostAlerts;
  }

  private put(about: About, print: string, at: string): 'counted' | 'known' {
    const key = keyOf(about);
    const thing = this.things.get(key) ?? { about, seen: new Map<string, string>(), first: at, last: at };
    this.things.set(key, thing);
    if (thing.seen.has(print)) return 'known';
    thing.seen.set(print, at.slice(0, 10));
    if (at < thing.first) thing.first = at;
    if (at > thing.last) thing.last = at;
    this.touched.add(`${key}.${at.slice(0, 7)}`);
    this.count += 1;
    return 'counted';
  }

  /** Counts an alert, known by its key, at its instant; or says that it was counted before. */
  add(about: About, alert: string, at: string): 'counted' | 'known' | 'full' {
    if (this.isFull) return 'full';
    return this.put(about, fingerprintOf(alert), at);
  }

  /** Takes in what the other one counted and this one did not, and says what that was. */
  merge(other: Tally): News {
    const news = new Map<string, Set<string>>();
    for (const [key, { about, seen }] of other.things) {
      const prints = new Set<string>();
      for (const [print, day] of seen)
        if (!this.isFull && this.put(about, print, `${day}T00:00:00.000Z`) === 'counted') prints.add(print);
      news.set(key, prints);
    }
    return news;
  }

  /** The documents that changed since they were taken in, whole. */
  changed(): readonly TallyDocument[] {
    const found: TallyDocument[] = [];
    for (const thing of this.things.values()) {
      const months = new Map<string, [day: string, print: string][]>();
      for (const [print, day] of thing.seen) {
        const month = day.slice(0, 7);
        if (!this.touched.has(`${keyOf(thing.about)}.${month}`)) continue;
        const list = months.get(month);
        if (list) list.push([day.slice(8), print]);
        else months.set(month, [[day.slice(8), print]]);
      }
      for (const [month, prints] of months) found.push(...documentsOf(thing.about, month, prints));
    }
    return found;
  }

  /** What the model keeps of it: counts by day, the newest ones. */
  evidence(model: ModelId): readonly Evidence[] {
    return [...this.things.values()].map(({ about, seen, first, last }) => {
      const days = new Map<string, number>();
      for (const day of seen.values()) days.set(day, (days.get(day) ?? 0) + 1);
      return {
        id: v.parse(evidenceId, v5(`evidence/${keyOf(about)}`, model)),
        about,
        total: seen.size,
        first,
        last,
        days: [...days]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .slice(-daysKept)
          .map(([day, count]) => ({ day, count })),
      };
    });
  }
}

function documentsOf(
  about: About,
  month: string,
  prints: readonly (readonly [string, string])[],
): TallyDocument[] {
  const documents: TallyDocument[] = [];
  for (let start = 0; start < prints.length; start += perDocument) {
    const days: Record<string, string[]> = {};
    for (const [day, print] of prints.slice(start, start + perDocument)) (days[day] ??= []).push(print);
    const joined = Object.fromEntries(Object.entries(days).map(([day, list]) => [day, list.join('')]));
    const part = String(start / perDocument).padStart(2, '0');
    documents.push({ id: `${prefixOf(about, month)}.${part}`, schema: 1, about, month, days: joined });
  }
  return documents;
}
