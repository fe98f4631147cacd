/** Why a threat whose rule holds is not in the model all the same: nobody took it, or the choice leaves it out. Pure. */
import { includesThreat, levelFor } from '../../../core/kb/depth';
import { instanceKey } from '../../../core/kb/engine';
import type { KnowledgePackage, KnowledgeThreat } from '../../../core/kb/package';
import type { Model } from '../../../core/model/model';
import type { Place } from '../../../core/model/threat';
import type { KnowledgeChoice } from './choice';

export interface Asking {
  readonly model: Model;
  readonly known: Pick<KnowledgePackage, 'name'>;
  readonly choice: KnowledgeChoice;
  readonly threat: KnowledgeThreat;
  readonly place: Place;
  /** What the rule says there; undefined where it is not asked. */
  readonly answer: 'yes' | 'no' | 'unknown' | undefined;
}

/** What leaves out a threat that is given, in a sentence; undefined when nothing does. */
function leftOut({ model, known, choice, threat, place, answer }: Asking): string | undefined {
  const { packages, depth, tentative, unwanted } = choice;
  if (!packages.has(threat.package)) return `It is left out because the package “${known.name}” is not used.`;
  if (!includesThreat({ depth, level: levelFor(model.info) }, threat))
    return depth === 'light'
      ? 'It is left out because the model is looked at lightly, and this is no TOP threat.'
      : `It is left out because size and data of the system ask for level ${levelFor(model.info)}, and this is of level ${threat.level}.`;
  if (unwanted.has(instanceKey(threat, place))) return 'It is left out because you unticked it.';
  if (answer === 'unknown' && tentative === 'leave')
    return 'It is left out because threats that only may be real are not taken.';
  return undefined;
}

/** Where the threat is, in a sentence; undefined when its rule alone decides. */
export function whereItIs(asking: Asking): string | undefined {
  const { model, threat, place, answer } = asking;
  const key = instanceKey(threat, place);
  const here = [...model.threat.values()].find(({ origin }) => origin.kind === 'rule' && origin.key === key);
  if (here) return here.stale === undefined ? 'It is in the model.' : 'It is in the model, marked as stale.';
  if (answer !== 'yes' && answer !== 'unknown') return undefined;
  return leftOut(asking) ?? 'It is among the changes above, and comes when they are applied.';
}
