/** Marks when threats came into a model, at the one place that every edit passes: its save. */
import type { Model } from './model';
import type { Threat } from './threat';

/**
 * The next model with `found` on every threat that the saved one did not have. `now`: ISO 8601, UTC. The threats of a
 * model that was never saved are as old as it is, so they carry no date. The same model when nothing is new.
 */
export function withFoundDates(saved: Model, next: Model, now: string): Model {
  const isNew = ({ id, found }: Threat): boolean => found === undefined && !saved.threat.has(id);
  const added = [...next.threat.values()].filter(isNew);
  if (added.length === 0) return next;
  const threat = new Map(next.threat);
  for (const each of added) threat.set(each.id, { ...each, found: now });
  return { ...next, threat };
}
