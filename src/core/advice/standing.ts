/** Where the work for a mitigation stands, seen from the sprint that is planned. */
import type { AlignmentPicture, ModelPicture, Sprint } from '../alignment/picture';
import { liesWithin } from '../alignment/scope';
import type { MitigationId, TreatmentId } from '../model/ids';
import type { Realisation } from '../model/mitigation';
import { isRuledOut } from '../risk/assess';
import type { Factor } from '../risk/assess';
import type { WorkItem } from '../sync/backlog-picture';
import { isDoneItself } from './benefit';

export type Standing =
  | { readonly kind: 'done' }
  /** Its own work is done; it has no effect before these have. */
  | { readonly kind: 'waiting'; readonly for: readonly MitigationId[] }
  | { readonly kind: 'in-sprint'; readonly task: WorkItem }
  | { readonly kind: 'elsewhere'; readonly task: WorkItem }
  /** The Task is named by the model, and it is removed or deleted, or this person may not see it. */
  | { readonly kind: 'unseen'; readonly task: number }
  | { readonly kind: 'no-task' };

/** The higher, the more is missing. */
const order: Readonly<Record<Standing['kind'], number>> = {
  done: 0,
  waiting: 1,
  'in-sprint': 2,
  elsewhere: 3,
  unseen: 4,
  'no-task': 5,
};

/** Is its work neither done nor in the sprint? */
export const isMissing = ({ kind }: Standing): boolean => order[kind] > order['in-sprint'];

/** In the sprint, or in a part of it. */
export const isIn = (item: WorkItem, sprint: Sprint): boolean => liesWithin(item.iterationPath, sprint.path);

/** `place` = of the Tasks those that cover this treatment; absent = all. */
function standingOfTasks(
  { tasks, sprint }: AlignmentPicture,
  realisations: readonly Realisation[],
  place?: TreatmentId,
): Standing {
  let first: number | undefined;
  let elsewhere: WorkItem | undefined;
  for (const { workItem, covers } of realisations) {
    const isCovered = place === undefined || covers === 'all' || covers.includes(place);
    if (workItem === null || !isCovered) continue;
    first ??= workItem;
    const task = tasks.get(workItem);
    // Nobody works on a removed Task, though it keeps its iteration.
    if (!task || task.category === 'Removed') continue;
    if (sprint && isIn(task, sprint)) return { kind: 'in-sprint', task };
    elsewhere ??= task;
  }
  if (first === undefined) return { kind: 'no-task' };
  return elsewhere ? { kind: 'elsewhere', task: elsewhere } : { kind: 'unseen', task: first };
}

function standingOfFactor(picture: AlignmentPicture, { index }: ModelPicture, factor: Factor): Standing {
  if (factor.effect === 'now') return { kind: 'done' };
  if (isDoneItself(factor)) return { kind: 'waiting', for: factor.waitsFor };
  const { mitigation, treatment } = factor;
  return standingOfTasks(picture, index.realisationsOfMitigation(mitigation.id), treatment.id);
}

/**
 * Where work stands in one model. Of several places the one counts where most is missing: done here and open there is
 * still something to do. Without any place that is not ruled out the Tasks of the whole mitigation tell.
 */
export class Standings {
  readonly #known = new Map<Factor, Standing>();

  constructor(
    private readonly picture: AlignmentPicture,
    private readonly at: ModelPicture,
  ) {}

  of(mitigation: MitigationId, places: readonly Factor[]): Standing {
    let worst: Standing | undefined;
    for (const factor of places) {
      if (isRuledOut(factor)) continue;
      const standing = this.atPlace(factor);
      if (!worst || order[standing.kind] > order[worst.kind]) worst = standing;
    }
    return worst ?? standingOfTasks(this.picture, this.at.index.realisationsOfMitigation(mitigation));
  }

  atPlace(factor: Factor): Standing {
    const known = this.#known.get(factor);
    if (known) return known;
    const standing = standingOfFactor(this.picture, this.at, factor);
    this.#known.set(factor, standing);
    return standing;
  }
}
