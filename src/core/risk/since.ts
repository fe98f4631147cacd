/** What became of a model since a day: threats found, mitigations done, risks accepted, and points. Pure. */
import type { Acceptance } from '../model/decisions';
import type { Mitigation } from '../model/mitigation';
import type { Model } from '../model/model';
import type { Threat } from '../model/threat';
import { categoryAt } from './state-history';
import type { StateHistory } from './state-history';
import { riskTrend } from './trend';

export interface Since {
  /** Points then and now. */
  readonly before: number;
  readonly now: number;
  /** What made the difference: found - removed + regressed. */
  readonly found: number;
  readonly removed: number;
  readonly regressed: number;
  /** False where the model was not there yet: its first threats were looked at with the Tasks of that day. */
  readonly wasThere: boolean;
  readonly foundThreats: readonly Threat[];
  /** Whose Task was completed since, and is still. */
  readonly done: readonly Mitigation[];
  readonly accepted: readonly Acceptance[];
}

export interface SinceInput {
  readonly model: Model;
  readonly histories: ReadonlyMap<number, StateHistory>;
  /** ISO instants. */
  readonly from: string;
  readonly to: string;
}

function doneSince({ model, histories, from, to }: SinceInput): readonly Mitigation[] {
  const done = new Set<Mitigation>();
  for (const { mitigation, workItem } of model.realisation.values()) {
    const history = workItem === null ? undefined : histories.get(workItem);
    const entity = model.mitigation.get(mitigation);
    if (!history || !entity) continue;
    if (categoryAt(history, to) === 'Completed' && categoryAt(history, from) !== 'Completed')
      done.add(entity);
  }
  return [...done];
}

export function changedSince(input: SinceInput): Since {
  const { model, histories, from, to } = input;
  const { points } = riskTrend({ model, histories, dates: [from, to] });
  const [before, now] = points;
  const isNew = (at: string): boolean => Date.parse(at) > Date.parse(from);
  return {
    before: before?.current ?? 0,
    now: now?.current ?? 0,
    found: now?.found ?? 0,
    removed: now?.removed ?? 0,
    regressed: now?.regressed ?? 0,
    wasThere: before?.basis === 'model',
    foundThreats: [...model.threat.values()].filter(
      ({ found, status }) => status.kind !== 'not-applicable' && isNew(found ?? model.info.created),
    ),
    done: doneSince(input),
    accepted: [...model.acceptance.values()].filter(({ at }) => isNew(at)),
  };
}
