/** The history as people read it: by day, and by person within a day. Pure. */
import type { HistoryEntry } from '../../../core/history/note';
import type { Model } from '../../../core/model/model';
import { sentencesOf, spokenNote } from './change-words';

export interface Line {
  readonly entry: HistoryEntry;
  /** Its place among all entries, the newest first: what "after this" means. */
  readonly index: number;
  readonly sentences: readonly string[];
}
/** What one person did without somebody else in between. */
export interface Stretch {
  readonly who: string;
  readonly lines: readonly Line[];
}
export interface Day {
  /** As the reader's calendar names it. */
  readonly name: string;
  readonly stretches: readonly Stretch[];
}

export interface HistoryFilter {
  readonly person: string;
  readonly text: string;
}

export const whoOf = ({ by }: HistoryEntry): string => by?.name ?? 'Somebody';

export const dayOf = (at: string): string =>
  new Date(at).toLocaleDateString('en', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
export const timeOf = (at: string): string =>
  new Date(at).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hour12: false });

function linesOf(model: Model, entries: readonly HistoryEntry[]): readonly Line[] {
  return entries.flatMap((entry, index) => {
    const said = entry.changes.flatMap((change) => sentencesOf(model, spokenNote(model, change)));
    const left = entry.left ? [`${entry.left.toLocaleString('en')} more changes, without their details`] : [];
    const sentences = [...said, ...left];
    return sentences.length > 0 ? [{ entry, index, sentences }] : [];
  });
}

const matches = ({ person, text }: HistoryFilter, { entry, sentences }: Line): boolean =>
  (person === '' || whoOf(entry) === person) &&
  (text === '' || sentences.some((each) => each.toLowerCase().includes(text.toLowerCase())));

function push<T>(groups: { readonly key: string; readonly items: T[] }[], key: string, item: T): void {
  const last = groups[groups.length - 1];
  if (last?.key === key) last.items.push(item);
  else groups.push({ key, items: [item] });
}

/** Days with what happened on them, the newest first. Entries in which only technical things changed are left out. */
export function historyDays(
  model: Model,
  entries: readonly HistoryEntry[],
  filter: HistoryFilter,
): readonly Day[] {
  const days: { readonly key: string; readonly items: Line[] }[] = [];
  for (const line of linesOf(model, entries))
    if (matches(filter, line)) push(days, dayOf(line.entry.at), line);
  return days.map(({ key, items }) => {
    const stretches: { readonly key: string; readonly items: Line[] }[] = [];
    for (const line of items) push(stretches, whoOf(line.entry), line);
    return { name: key, stretches: stretches.map(({ key: who, items: lines }) => ({ who, lines })) };
  });
}
