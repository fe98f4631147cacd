/** The verbs of sync: look at the backlog, plan, apply the plan a person has seen. Reading is free, writing is asked for. */
import type { Model } from '../core/model/model';
import type { BacklogPicture } from '../core/sync/backlog-picture';
import { mitigationTag } from '../core/sync/identity';
import type { AdoptStep, CreateStep, SyncChoice, SyncPlan } from '../core/sync/plan';
import { planSync } from '../core/sync/plan-sync';
import type { Ports } from './ports';

/** Reads what a plan needs to know: the work items that the model names, and ours by tag. About four requests. */
export async function readPicture(
  ports: Ports,
  model: Model,
  more: readonly number[] = [],
): Promise<BacklogPicture> {
  const ids = new Set<number>(more);
  for (const link of model.storyLink.values()) ids.add(link.story);
  for (const realisation of model.realisation.values())
    if (realisation.workItem) ids.add(realisation.workItem);
  const [items, ours] = await Promise.all([
    ports.backlog.read([...ids]),
    ports.backlog.tagged(mitigationTag),
  ]);
  return { items, ours };
}

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
  readonly choice: SyncChoice;
  /** Full id of the hub contribution, e.g. without.without.hub. */
  readonly hubId: string;
  /** Steps that a person has seen: their realisations keep their ids, so that what is written is what was shown. */
  readonly shown?: readonly (CreateStep | AdoptStep)[];
}

/** The plan, and the picture it was made from. Writes nothing. */
export async function planBacklogSync(
  ports: Ports,
  request: PlanRequest,
): Promise<{ readonly plan: SyncPlan; readonly picture: BacklogPicture }> {
  const { model, choice, hubId, shown = [] } = request;
  const [facts, picture] = await Promise.all([
    ports.backlog.facts(),
    readPicture(ports, model, chosenStories(choice)),
  ]);
  const plan = planSync({
    model,
    picture,
    choice,
    hubUrl: hubUrl(facts.url, hubId),
    taskType: facts.taskType,
    newId: ports.newId,
    realisations: new Map(shown.map((step) => [step.mitigation, step.realisation])),
  });
  return { plan, picture };
}
