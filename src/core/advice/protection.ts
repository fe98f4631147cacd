/** Is what a story promises to be WITHOUT true? Judged threat by threat. */
import type { Acceptance } from '../model/decisions';
import { isRuledOut } from '../risk/assess';
import type { ThreatRisk } from '../risk/assess';
import { effectOf } from '../risk/effective-status';

export type Protection =
  /** What was decided on has its effect. */
  | { readonly kind: 'protected' }
  /** Somebody answers for the risk as it is, and the time is not over. */
  | { readonly kind: 'accepted'; readonly by: Acceptance }
  /** Something that was decided on has no effect yet. */
  | { readonly kind: 'open-work' }
  /** No mitigation has effect, and none was decided on. */
  | { readonly kind: 'nothing' };

/** True for those that let a story say WITHOUT. */
export const isTrue = ({ kind }: Protection): boolean => kind === 'protected' || kind === 'accepted';

export function protectionOf(risk: ThreatRisk, accepted: Acceptance | undefined): Protection {
  if (!risk.applies) return { kind: 'protected' };
  if (accepted) return { kind: 'accepted', by: accepted };
  const live = risk.factors.filter((factor) => !isRuledOut(factor));
  const isDecided = live.some(
    ({ effect, effective }) => effect !== 'now' && effectOf(effective.status.kind) !== 'none',
  );
  if (isDecided) return { kind: 'open-work' };
  return live.some(({ effect }) => effect === 'now') ? { kind: 'protected' } : { kind: 'nothing' };
}
