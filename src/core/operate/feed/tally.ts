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
import { Fingerprints } from './fingerprints';

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
const numberOf = (fingerprint: string): number => Number.parseInt(fingerprint, 16);
const textOf = (print: number): string => print.toString(16).padStart(width, '0');

const document = v.looseObject({
  about: v.variant('kind', [
    v.object({ kind: v.literal('event'), id: eventId }),
    v.object({ kind: v.literal('threat'), id: threatId }),
  ]),
  month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
  days: v.record(v.pipe(v.string(), v.regex(/^\d{2}$/)), v.pipe(v.string(), v.regex(/^[0-9a-f]*$/))),
});

/** Fingerprints of alerts that were not counted before, by the thing that they told of. */
export type News = ReadonlyMap<string, Fingerprints>;

/** Which of the news stand in a document. */
export function newsIn(raw: TallyDocument, news: News): readonly number[] {
  const read = v.safeParse(document, raw);
  const prints = read.success ? news.get(keyOf(read.output.about)) : undefined;
  if (!read.success || !prints) return [];
  return Object.values(read.output.days)
    .flatMap(printsOf)
    .filter((print) => prints.has(print));
}

/** The fingerprints of a day. */
function printsOf(day: string): readonly number[] {
  return Array.from({ length: Math.floor(day.length / width) }, (_, n) =>
    numberOf(day.slice(n * width, (n + 1) * width)),
  );
}

interface Thing {
  readonly about: About;
  /** Each with the place of its day: an alert without a time of its own must not count again tomorrow. */
  readonly seen: Fingerprints;
  /** Months with something new. */
  readonly touched: Set<string>;
  first: string;
  last: string;
}

const keyOf = ({ kind, id }: About): string => `${kind.charAt(0)}.${id}`;
/** The first part of a document's id, at most 48 of the 50 characters that a store takes with its number. */
const prefixOf = (about: About, month: string): string => `${keyOf(about)}.${month.replace('-', '')}`;

/** The days that fingerprints were seen on: each text once, known by its place. */
class Days {
  private readonly texts: string[] = [];
  private readonly places = new Map<string, number>();

  placeOf(day: string): number {
    const known = this.places.get(day);
    if (known !== undefined) return known;
    this.places.set(day, this.texts.length);
    return this.texts.push(day) - 1;
  }

  at(place: number): string {
    return this.texts[place] ?? '';
  }
}

export class Tally {
  private readonly things = new Map<string, Thing>();
  private readonly days = new Days();
  private count = 0;

  /** Takes in what is stored; documents that do not validate are left alone. */
  constructor(documents: Iterable<TallyDocument>) {
    // In their order, so that parts stay what they are and only the last one grows.
    const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const raw of sorted) this.takeIn(raw);
    for (const { touched } of this.things.values()) touched.clear();
  }

  private takeIn(raw: TallyDocument): void {
    const read = v.safeParse(document, raw);
    if (!read.success) return;
    const { about, month, days } = read.output;
    for (const [day, prints] of Object.entries(days)) {
      const at = `${month}-${day}T00:00:00.000Z`;
      for (const print of printsOf(prints)) this.put(about, print, at);
    }
  }

  /** True when it is full: nothing more is taken. */
  get isFull(): boolean {
    return this.count >= mostAlerts;
  }

  private put(about: About, print: number, at: string): 'counted' | 'known' {
    const key = keyOf(about);
    const thing = this.things.get(key) ?? {
      about,
      seen: new Fingerprints(),
      touched: new Set<string>(),
      first: at,
      last: at,
    };
    this.things.set(key, thing);
    if (!thing.seen.add(print, this.days.placeOf(at.slice(0, 10)))) return 'known';
    if (at < thing.first) thing.first = at;
    if (at > thing.last) thing.last = at;
    thing.touched.add(at.slice(0, 7));
    this.count += 1;
    return 'counted';
  }

  /** Counts an alert, known by its key, at its instant; or says that it was counted before. */
  add(about: About, alert: string, at: string): 'counted' | 'known' | 'full' {
    if (this.isFull) return 'full';
    return this.put(about, numberOf(fingerprintOf(alert)), at);
  }

  /** Takes in what the other one counted and this one did not, and says what that was. */
  merge(other: Tally): News {
    const news = new Map<string, Fingerprints>();
    for (const [key, { about, seen }] of other.things) {
      const prints = new Fingerprints();
      for (const [print, day] of seen.entries())
        if (!this.isFull && this.put(about, print, `${other.days.at(day)}T00:00:00.000Z`) === 'counted')
          prints.add(print);
      news.set(key, prints);
    }
    return news;
  }

  /** The documents that changed since they were taken in, whole, one after another. */
  *changed(): Generator<TallyDocument> {
    for (const { about, seen, touched } of this.things.values()) {
      const months = new Map([...touched].map((month) => [month, new MonthDocuments(about, month)] as const));
      for (const [print, place] of seen.entries()) {
        const day = this.days.at(place);
        const full = months.get(day.slice(0, 7))?.add(day.slice(8), print);
        if (full) yield full;
      }
      for (const month of months.values()) {
        const last = month.rest();
        if (last) yield last;
      }
    }
  }

  /** What the model keeps of it: counts by day, the newest ones. */
  evidence(model: ModelId): readonly Evidence[] {
    return [...this.things.values()].map(({ about, seen, first, last }) => {
      const days = new Map<number, number>();
      for (const [, day] of seen.entries()) days.set(day, (days.get(day) ?? 0) + 1);
      return {
        id: v.parse(evidenceId, v5(`evidence/${keyOf(about)}`, model)),
        about,
        total: seen.size,
        first,
        last,
        days: [...days]
          .map(([place, count]) => ({ day: this.days.at(place), count }))
          .sort((a, b) => (a.day < b.day ? -1 : 1))
          .slice(-daysKept),
      };
    });
  }
}

/** The documents of a thing's month, filled one after another. */
class MonthDocuments {
  private days: Record<string, string[]> = {};
  private count = 0;
  private part = 0;

  constructor(
    private readonly about: About,
    private readonly month: string,
  ) {}

  /** The document that is full by it, if any. */
  add(day: string, print: number): TallyDocument | undefined {
    (this.days[day] ??= []).push(textOf(print));
    this.count += 1;
    return this.count === perDocument ? this.rest() : undefined;
  }

  /** What no document holds yet. */
  rest(): TallyDocument | undefined {
    if (this.count === 0) return undefined;
    const { about, month } = this;
    const days = Object.fromEntries(Object.entries(this.days).map(([day, list]) => [day, list.join('')]));
    const part = String(this.part).padStart(2, '0');
    this.days = {};
    this.count = 0;
    this.part += 1;
    return { id: `${prefixOf(about, month)}.${part}`, schema: 1, about, month, days };
  }
}
