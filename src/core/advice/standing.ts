/** Where the work for a mitigation stands, seen from the sprint that is planned. */
import type { AlignmentPicture, ModelPicture, Sprint } from '../alignment/picture';
import { liesWithin } from '../alignment/scope';
import type { MitigationId } from '../model/ids';
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

/** The further down, the more is missing. */
const order: readonly Standing['kind'][] = ['done', 'waiting', 'in-sprint', 'elsewhere', 'unseen', 'no-task'];

/** Is its work neither done nor in the sprint? */
export const isMissing = ({ kind }: Standing): boolean => order.indexOf(kind) > order.indexOf('in-sprint');

/** In the sprint, or in a part of it. */
export const isIn = (item: WorkItem, sprint: Sprint): boolean => liesWithin(item.iterationPath, sprint.path);

function standingOfTasks(picture: AlignmentPicture, realisations: readonly Realisation[]): Standing {
  const numbers = realisations.flatMap(({ workItem }) => workItem ?? []);
  const [first] = numbers;
  if (first === undefined) return { kind: 'no-task' };
  // Nobody works on a removed Task, though it keeps its iteration.
  const tasks = numbers
    .flatMap((id) => picture.tasks.get(id) ?? [])
    .filter(({ category }) => category !== 'Removed');
  const here = tasks.find((task) => picture.sprint && isIn(task, picture.sprint));
  if (here) return { kind: 'in-sprint', task: here };
  const [task] = tasks;
  return task ? { kind: 'elsewhere', task } : { kind: 'unseen', task: first };
}

function standingOfFactor(picture: AlignmentPicture, { index }: ModelPicture, factor: Factor): Standing {
  if (factor.effect === 'now') return { kind: 'done' };
  if (isDoneItself(factor)) return { kind: 'waiting', for: factor.waitsFor };
  const covering = index
    .realisationsOfMitigation(factor.mitigation.id)
    .filter(({ covers }) => covers === 'all' || covers.includes(factor.treatment.id));
  return standingOfTasks(picture, covering);
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
      if (!worst || order.indexOf(standing.kind) > order.indexOf(worst.kind)) worst = standing;
    }
    return worst ?? standingOfTasks(this.picture, this.at.index.realisationsOfMitigation(mitigation));
  }

  atPlace(factor: Factor): Standing {
    const known = this.#known.get(factor) ?? standingOfFactor(this.picture, this.at, factor);
    this.#known.set(factor, known);
    return known;
  }
}
