/**
 * Tasks of what the model keeps only as stale: its file or knowledge base does not give it any more. They stay as they
 * are, for the decision was a person's; but nobody should go on working on one without knowing.
 */
import type { MitigationId } from '../model/ids';
import type { Model } from '../model/model';
import type { ModelIndex } from '../model/model-index';
import type { WorkItemStates } from '../risk/effective-status';

export interface StaleTask {
  readonly mitigation: MitigationId;
  readonly title: string;
  readonly workItem: number;
  readonly because: string;
}

/** Why nothing needs the mitigation any more; undefined while something does. */
function reasonOf(model: Model, index: ModelIndex, id: MitigationId): string | undefined {
  const own = model.mitigation.get(id)?.stale;
  const treated = index.treatmentsOfMitigation(id).flatMap(({ threat }) => model.threat.get(threat) ?? []);
  const applying = treated.filter(({ status }) => status.kind !== 'not-applicable');
  const [first] = applying;
  if (applying.some(({ stale }) => stale === undefined)) return undefined;
  if (own !== undefined) return own;
  if (first?.stale === undefined) return undefined;
  return applying.length === 1 ? `It treats "${first.title}" alone. ${first.stale}` : first.stale;
}

/**
 * In the order of their numbers, each once; without those that are done or removed by the states. A mitigation that a
 * threat still needs is never among them. O(mitigations and their treatments).
 */
export function staleTasks(model: Model, index: ModelIndex, states: WorkItemStates): readonly StaleTask[] {
  const isOver = (workItem: number) =>
    ['Completed', 'Removed'].includes(states.get(workItem)?.category ?? '');
  const found = [...model.realisation.values()].flatMap(({ mitigation, workItem }): readonly StaleTask[] => {
    if (workItem === null || isOver(workItem)) return [];
    const because = reasonOf(model, index, mitigation);
    const title = model.mitigation.get(mitigation)?.title;
    return because === undefined || title === undefined ? [] : [{ mitigation, title, workItem, because }];
  });
  return found.sort((a, b) => a.workItem - b.workItem);
}
