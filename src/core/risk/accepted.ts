/** Risks that somebody answers for as they are, for a time. */
import type { Acceptance } from '../model/decisions';
import type { ThreatId } from '../model/ids';
import type { Model } from '../model/model';

/** Threat -> the acceptance that holds at that instant and longest. Without an instant none is taken to hold. */
export function validAcceptances(model: Model, today: string | undefined): ReadonlyMap<ThreatId, Acceptance> {
  const valid = new Map<ThreatId, Acceptance>();
  if (today === undefined) return valid;
  for (const each of model.acceptance.values()) {
    if (Date.parse(each.until) < Date.parse(today)) continue;
    const before = valid.get(each.threat);
    if (!before || Date.parse(before.until) < Date.parse(each.until)) valid.set(each.threat, each);
  }
  return valid;
}
