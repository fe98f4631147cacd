/** The few threats that carry most of a figure, for places that cannot show all. Pure. */
import type { ModelId, ThreatId } from '../model/ids';
import type { ThreatRisk } from './assess';

export interface LargeRisk {
  readonly model: ModelId;
  readonly threat: ThreatId;
  readonly title: string;
  /** Points now. */
  readonly current: number;
}
export interface LargestRisks {
  /** The largest first. */
  readonly largest: readonly LargeRisk[];
  /** What the others carry together. */
  readonly others: { readonly count: number; readonly current: number };
}

/** As many as one reads. */
const most = 8;

/** Of one model or of several; threats that carry nothing are left out. */
export function largestRisks(
  of: Iterable<{ readonly model: ModelId; readonly risks: Iterable<ThreatRisk> }>,
): LargestRisks {
  const all: LargeRisk[] = [];
  for (const { model, risks } of of)
    for (const { threat, current } of risks)
      if (current > 0) all.push({ model, threat: threat.id, title: threat.title, current });
  all.sort((a, b) => b.current - a.current);
  const others = all.slice(most);
  return {
    largest: all.slice(0, most),
    others: { count: others.length, current: others.reduce((sum, { current }) => sum + current, 0) },
  };
}
