/** Threats about which nobody has decided anything yet. */
import type { Model } from '../model/model';
import { validAcceptances } from './accepted';
import type { Assessment, ThreatRisk } from './assess';
import { effectOf } from './effective-status';

/** Nothing that treats it was agreed on, or somebody marked it to be looked into. */
const isOpen = ({ threat, factors }: ThreatRisk): boolean =>
  threat.status.kind === 'needs-investigation' ||
  factors.every(({ effective }) => effectOf(effective.status.kind) === 'none');

/** Those that apply, are open, and have a risk that nobody accepted. `now`: ISO instant, since acceptances end. */
export function undecidedThreats(model: Model, { threats }: Assessment, now: string): readonly ThreatRisk[] {
  const accepted = validAcceptances(model, now);
  return [...threats.values()].filter(
    (risk) => risk.applies && isOpen(risk) && !accepted.has(risk.threat.id),
  );
}
