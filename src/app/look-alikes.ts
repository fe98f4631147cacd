/** Finds Tasks that people made under the stories of a model, and that look like one of its mitigations. */
import { lookAlikes, storiesToLookUnder } from '../core/alignment/look-alikes';
import type { AlikeTask } from '../core/alignment/look-alikes';
import type { Model } from '../core/model/model';
import type { Ports } from './ports';

/** No request where every mitigation has its Task; else one for each 1,000 stories and each 200 Tasks. Rejects with AccessError. */
export async function findLookAlikes(
  ports: Pick<Ports, 'backlog'>,
  model: Model,
): Promise<readonly AlikeTask[]> {
  const stories = storiesToLookUnder(model);
  return stories.length === 0 ? [] : lookAlikes(model, await ports.backlog.tasks.children(stories));
}
