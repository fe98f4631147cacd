/** How many open threats each part has, and how bad the worst is. Pure. */
import { noWorry } from './picture';
import type { Worry } from './picture';
import type { Model } from '../model/model';
import type { Place } from '../model/threat';
import { worstFirst } from '../risk/assess';
import type { Assessment } from '../risk/assess';

export function worriesOf(model: Model, assessment: Assessment): (place: Place) => Worry {
  const worries = new Map<string, Worry>();
  for (const { id, place } of model.threat.values()) {
    const risk = assessment.threats.get(id);
    if (place.kind === 'model' || !risk?.applies || risk.current === 0) continue;
    const before = worries.get(place.id) ?? noWorry;
    const worst = worstFirst.find((name) => name === risk.currentName || name === before.worst);
    worries.set(place.id, { threats: before.threats + 1, worst });
  }
  return (place) => (place.kind === 'model' ? noWorry : (worries.get(place.id) ?? noWorry));
}
