/** Counts of days as bars of equal width, days without any among them: what a chart of evidence draws. */
import type { EvidenceDay } from '../../model/incident';

/** How many bars there are, and how many days one stands for. */
export interface Span {
  readonly bars: number;
  readonly days: number;
}
export interface Bar {
  /** UTC days, both included. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

const oneDay = 86_400_000;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The bars up to and with `today` (ISO instant), the oldest first; earlier and later days are left out. O(days + bars). */
export function barsOf(
  days: readonly EvidenceDay[],
  today: string,
  { bars, days: width }: Span,
): readonly Bar[] {
  const last = Date.parse(today.slice(0, 10));
  const first = last - (bars * width - 1) * oneDay;
  const counts = new Array<number>(bars).fill(0);
  for (const { day, count } of days) {
    const at = Math.floor((Date.parse(day) - first) / (oneDay * width));
    const before = counts[at];
    if (before !== undefined) counts[at] = before + count;
  }
  return counts.map((count, at) => ({
    from: dayOf(first + at * width * oneDay),
    to: dayOf(first + ((at + 1) * width - 1) * oneDay),
    count,
  }));
}
