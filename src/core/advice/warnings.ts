/** When it is late: a story that is done before it is safe, and work that is planned after what it protects. */
import type { AlignmentPicture, ModelPicture, Sprint, StoryPicture } from '../alignment/picture';
import { iterationAt } from '../alignment/iterations';
import { lateTask } from '../alignment/late-task';
import type { FoundClause } from '../clauses/clause';
import type { MitigationId, ModelId, ThreatId } from '../model/ids';
import type { Treatment } from '../model/mitigation';
import type { WorkItem } from '../sync/backlog-picture';
import type { Protection } from './protection';

export type Warning =
  | {
      readonly kind: 'not-true';
      readonly story: number;
      readonly moment: Exclude<Moment, 'later'>;
      readonly threats: readonly {
        readonly model: ModelId;
        readonly threat: ThreatId;
        readonly protection: Protection;
      }[];
      /** Clauses of which nobody said what threatens them. */
      readonly clauses: readonly FoundClause[];
    }
  | {
      readonly kind: 'planned-after';
      readonly story: number;
      readonly model: ModelId;
      readonly mitigation: MitigationId;
      readonly task: WorkItem;
      readonly taskSprint: Sprint;
    };

/** `soon`: it is resolved, or in progress while its sprint ends within two days. */
export type Moment = 'done' | 'soon' | 'later';

/** Milliseconds before the end of its sprint in which work in progress counts as about to be done. */
const soonBefore = 2 * 24 * 60 * 60 * 1000;
const oneDay = 24 * 60 * 60 * 1000;

export function momentOf({ item }: StoryPicture, picture: AlignmentPicture): Moment {
  if (item.category === 'Completed') return 'done';
  if (item.category === 'Resolved') return 'soon';
  if (item.category !== 'InProgress' || picture.today === undefined) return 'later';
  const finish = iterationAt(picture, item.iterationPath)?.finish;
  if (!finish) return 'later';
  // A sprint's last day belongs to it.
  const left = Date.parse(finish) + oneDay - Date.parse(picture.today);
  return left <= soonBefore ? 'soon' : 'later';
}

/** The first Task of the mitigation that is planned after the story and covers a threat of it. */
export function plannedAfter(
  picture: AlignmentPicture,
  at: ModelPicture,
  given: { readonly story: StoryPicture; readonly mitigation: MitigationId },
): Extract<Warning, { kind: 'planned-after' }> | undefined {
  const { story, mitigation } = given;
  const isWanted = ({ threat }: Treatment) =>
    at.index.linksOfStory(story.item.id).some((link) => link.threat === threat) &&
    at.model.threat.get(threat)?.status.kind !== 'not-applicable';
  const late = lateTask(picture, at, { story, mitigation, isWanted });
  if (!late) return undefined;
  const { task, sprint: taskSprint } = late;
  return {
    kind: 'planned-after',
    story: story.item.id,
    model: at.model.info.id,
    mitigation,
    task,
    taskSprint,
  };
}
