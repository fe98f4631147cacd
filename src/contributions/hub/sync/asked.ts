/** The questions on the Sync page: an answer takes its question out of the plan, not off the page. */
import * as React from 'react';
import type { FieldConflict, Oddity, SyncPlan } from '../../../core/sync/plan';
import type { SyncStage } from './use-sync';

export interface Asked {
  readonly conflicts: readonly FieldConflict[];
  readonly oddities: readonly Oddity[];
}

const nothing: Asked = { conflicts: [], oddities: [] };

/** Those that are asked now, and those that were and have an answer, where they stood; new ones come last. */
function inPlace<T extends { readonly key: string }>(
  before: readonly T[],
  now: readonly T[],
  answers: ReadonlyMap<string, string>,
): readonly T[] {
  const current = new Map(now.map((each) => [each.key, each]));
  const stay = before.flatMap((each) => current.get(each.key) ?? (answers.has(each.key) ? each : []));
  const known = new Set(stay.map(({ key }) => key));
  return [...stay, ...now.filter(({ key }) => !known.has(key))];
}

/** What is asked after another look. A Task that is not there is an oddity, too: it is told once. */
export function stillAsked(
  before: Asked,
  plan: Pick<SyncPlan, 'conflicts' | 'oddities'>,
  answers: ReadonlyMap<string, string>,
): Asked {
  const conflicts = plan.conflicts.filter((each): each is FieldConflict => each.kind === 'field');
  const { oddities } = plan;
  if (answers.size === 0) return { conflicts, oddities };
  return {
    conflicts: inPlace(before.conflicts, conflicts, answers),
    oddities: inPlace(before.oddities, oddities, answers),
  };
}

/** They outlive a look that failed, so that whoever answered may change their mind after the next one. */
export function useAsked(stage: SyncStage, answers: ReadonlyMap<string, string>): Asked {
  const last = React.useRef(nothing);
  return React.useMemo(() => {
    if (stage.kind === 'planned') last.current = stillAsked(last.current, stage.plan, answers);
    return last.current;
  }, [stage, answers]);
}
