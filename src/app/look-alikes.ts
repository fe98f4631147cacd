/** Finds Tasks that people made and that look like a mitigation, and keeps a plan from making second ones. */
import {
  holdBack,
  lookAlikes,
  mitigationsWithoutTask,
  storiesToLookUnder,
  wordsToLookFor,
} from '../core/alignment/look-alikes';
import type { AlikeTask } from '../core/alignment/look-alikes';
import type { Model } from '../core/model/model';
import type { SyncPlan } from '../core/sync/plan';
import type { Ports } from './ports';

/**
 * Under the stories of a model, among the newest Tasks that stand under nothing, and among the newest anywhere in the
 * project that have a telling word of the mitigations in their title. No request where every mitigation has its Task;
 * else one for each 1,000 stories, one for those without a parent, one for the words, and one for each 200 Tasks found.
 * Rejects with AccessError.
 */
export async function findLookAlikes(
  ports: Pick<Ports, 'backlog'>,
  model: Model,
): Promise<readonly AlikeTask[]> {
  if (mitigationsWithoutTask(model).length === 0) return [];
  const { tasks } = ports.backlog;
  const found = await Promise.all([
    tasks.children(storiesToLookUnder(model)),
    tasks.withoutParent(),
    tasks.titled(wordsToLookFor(model)),
  ]);
  const once = new Map(found.flat().map((task) => [task.id, task]));
  return lookAlikes(model, [...once.values()]);
}

/** The plan with what looks like its mitigations; a Task that waits for an answer keeps a second one from being made. */
export async function withLookAlikes<Plan extends SyncPlan>(
  ports: Pick<Ports, 'backlog'>,
  model: Model,
  plan: Plan,
): Promise<Plan & { readonly alike: readonly AlikeTask[] }> {
  const alike = await findLookAlikes(ports, model);
  return { ...plan, steps: holdBack(plan.steps, alike, new Set(storiesToLookUnder(model))), alike };
}
