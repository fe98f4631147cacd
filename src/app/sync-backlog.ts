/** The verb of planning: look at the backlog, plan. Reading is free, writing is asked for. */
import type { AlikeTask } from '../core/alignment/look-alikes';
import { indexModel } from '../core/model/model-index';
import type { Model } from '../core/model/model';
import type { RealisationId } from '../core/model/ids';
import type { BacklogPicture } from '../core/sync/backlog-picture';
import type { SyncChoice, SyncPlan, WritingStep } from '../core/sync/plan';
import { distinctParts, planSync } from '../core/sync/plan-sync';
import { partKey, partsOf } from '../core/sync/desk';
import { placeSaidBefore } from '../core/sync/placing';
import { placesLetGo } from '../core/sync/replace-task';
import { wantsNewTask } from '../core/sync/wish';
import { lookAtBacklog } from './look-at-backlog';
import type { LookEnd } from './look-at-backlog';
import type { OpenedModel } from './open-model';
import type { Ports } from './ports';
import { readMemory } from './sync-memory';

/** Stories that a choice names: they must be read too, or nothing can be put under them. */
export function chosenStories(choice: SyncChoice): readonly number[] {
  return [...choice.parents.values(), choice.fallbackParent].filter(
    (story): story is number => typeof story === 'number',
  );
}

/** The address of the hub page in this project, without query. */
export function hubUrl(projectUrl: string, hubId: string): string {
  return `${projectUrl}/_apps/hub/${hubId}`;
}

export interface PlanRequest {
  readonly model: Model;
  /** The model as it was opened: what sync remembers lies beside it. Absent = everything is read. */
  readonly opened?: Pick<OpenedModel, 'memory'>;
  readonly choice: SyncChoice;
  /** Full id of the hub contribution, e.g. without.without.hub. */
  readonly hubId: string;
  /** `whole` reads everything again; default: what changed since this person's last look. */
  readonly depth?: 'changes' | 'whole';
  /** Tasks that were seen to be elsewhere or gone: they are read, whatever the changes say (S66). */
  readonly suspects?: readonly number[] | undefined;
  /** Steps that a person has seen: their realisations keep their ids, so that what is written is what was shown. */
  readonly shown?: readonly WritingStep[];
}

/** A plan with the end of the look that it was made from. */
export interface PlannedSync extends SyncPlan {
  readonly look: LookEnd;
  /** Tasks that people made and that look like a mitigation; absent where nobody looked for them. */
  readonly alike?: readonly AlikeTask[];
}

function shownIds(shown: readonly WritingStep[]): ReadonlyMap<string, RealisationId> {
  return new Map(
    shown.flatMap((step): [string, RealisationId][] => {
      const { realisation } = step;
      const key =
        'after' in step && step.after ? partKey(step.mitigation, step.after.covers) : step.mitigation;
      if (step.kind === 'create') return [[key, realisation]];
      if (step.kind !== 'update') return [];
      return [[step.takes ? key : `split:${step.workItem}`, realisation]];
    }),
  );
}

const isEmpty = ({ items, tasks, ours, deleted, others }: BacklogPicture): boolean =>
  items.size + tasks.size + ours.length + deleted.size + (others?.size ?? 0) === 0;

/** The plan. Writes nothing. Rejects with AccessError. */
export async function planBacklogSync(ports: Ports, request: PlanRequest): Promise<PlannedSync> {
  const { choice, hubId, shown = [], depth = 'changes', suspects = [] } = request;
  const model = distinctParts(request.model);
  const memory = readMemory(request.opened?.memory);
  const project = await ports.backlog.project();
  const url = hubUrl(project.url, hubId);
  const index = indexModel(model);
  const making = [...model.mitigation.values()].flatMap((mitigation) =>
    partsOf({ model, index }, mitigation).filter((part) => wantsNewTask({ model, index, choice }, part)),
  );
  const mayMake = making.length > 0 || (choice.answers?.size ?? 0) > 0;
  const before = making.flatMap((part) => placeSaidBefore({ index }, part) ?? []);
  const more = [...new Set([...chosenStories(choice), ...before, ...placesLetGo(model, choice.answers)])];
  const [look, fields] = await Promise.all([
    lookAtBacklog(ports, { model, memory, choice, hubUrl: url, more, depth, suspects }),
    mayMake ? ports.backlog.tasks.fields() : undefined,
  ]);
  // The process is for what was read and what is made: where nothing happened nobody asks for it.
  const process = mayMake || !isEmpty(look.picture) ? await ports.backlog.facts() : undefined;
  const asked = memory.asked
    .filter(({ field }) => !fields?.required.some((each) => each.field === field))
    .map((each) => fields?.known.get(each.field) ?? each);
  const plan = planSync({
    model,
    picture: look.picture,
    choice,
    hubUrl: url,
    ...(process ? { taskType: process.taskType } : {}),
    project: project.name,
    ...(fields
      ? { taskFields: { has: new Set(fields.known.keys()), required: [...fields.required, ...asked] } }
      : {}),
    remembered: memory.fields,
    newId: ports.newId,
    realisations: shownIds(shown),
  });
  return { ...plan, look: look.end };
}
