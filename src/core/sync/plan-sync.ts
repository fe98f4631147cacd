/** Decides which Tasks a model wants that the backlog does not have. Pure: the same picture gives the same plan. */
import { mint, realisationId } from '../model/ids';
import type { MitigationId, NewId, RealisationId } from '../model/ids';
import type { Mitigation, Realisation } from '../model/mitigation';
import type { Model } from '../model/model';
import { indexModel } from '../model/model-index';
import type { ModelIndex } from '../model/model-index';
import { effectiveStatus } from '../risk/effective-status';
import type { WorkItemStates } from '../risk/effective-status';
import type { BacklogPicture, WorkItem } from './backlog-picture';
import { identityUrl, mitigationTag, parseIdentity } from './identity';
import type { Identity } from './identity';
import type { AdoptStep, Conflict, CreateStep, Step, SyncChoice, SyncPlan } from './plan';
import { taskDescription, taskTitle } from './task-text';

export interface SyncInput {
  readonly model: Model;
  readonly picture: BacklogPicture;
  readonly choice: SyncChoice;
  /** The hub's page address, without query. */
  readonly hubUrl: string;
  /** The one work item type for mitigations (R35). */
  readonly taskType: string;
  readonly newId: NewId;
  /** Ids that an earlier showing of the plan gave to realisations that do not exist yet. */
  readonly realisations?: ReadonlyMap<MitigationId, RealisationId>;
}

interface Desk extends SyncInput {
  readonly index: ModelIndex;
  readonly states: WorkItemStates;
  readonly lost: ReadonlyMap<MitigationId, { readonly item: WorkItem; readonly identity: Identity }>;
}

type Wish =
  | { readonly kind: 'wanted'; readonly because: string }
  | { readonly kind: 'undecided' }
  | { readonly kind: 'unwanted'; readonly because: string };

/** Does the mitigation want a Task? It does when somebody approved it, at least at one place of a threat that applies. */
function wishOf(desk: Desk, mitigation: Mitigation): Wish {
  const { model, index, choice, states } = desk;
  const realisations = index.realisationsOfMitigation(mitigation.id);
  const kinds = index.treatmentsOfMitigation(mitigation.id).flatMap((treatment) => {
    if (model.threat.get(treatment.threat)?.status.kind === 'not-applicable') return [];
    return [effectiveStatus({ treatment, mitigation, realisations, states }).status.kind];
  });
  if (kinds.length === 0) return { kind: 'unwanted', because: 'It treats no threat that applies.' };
  const approvedNow = choice.approve === 'all' || choice.approve.has(mitigation.id);
  if (kinds.some((kind) => ['approved', 'planned', 'in-progress'].includes(kind))) {
    return { kind: 'wanted', because: 'The mitigation is approved and has no Task.' };
  }
  if (kinds.some((kind) => kind === 'open' || kind === 'proposed')) {
    return approvedNow
      ? { kind: 'wanted', because: 'Nobody has decided yet: creating its Task approves it.' }
      : { kind: 'undecided' };
  }
  return {
    kind: 'unwanted',
    because: `It is ${kinds[0]?.replace('-', ' ') ?? 'decided'}, so there is nothing to do.`,
  };
}

/** Open stories first, then backlog order, then the older item: the first needs the mitigation first. */
function firstNeeding(a: WorkItem, b: WorkItem): number {
  const done = (item: WorkItem) => (item.category === 'Completed' ? 1 : 0);
  const order = (item: WorkItem) => item.order ?? Number.MAX_SAFE_INTEGER;
  return done(a) - done(b) || order(a) - order(b) || a.id - b.id;
}

/** The chosen story, else the one of its threats' stories that needs it first, else the fallback; undefined = ask. */
function placeOf(
  desk: Desk,
  mitigation: Mitigation,
): { parent: WorkItem | null; related: WorkItem[] } | undefined {
  const { picture, choice } = desk;
  const stories = desk.index
    .storiesOfMitigation(mitigation.id)
    .flatMap((id) => picture.items.get(id) ?? [])
    // A removed story protects nothing any more.
    .filter((story) => story.category !== 'Removed')
    .sort(firstNeeding);
  const chosen = choice.parents.get(mitigation.id);
  const wanted = chosen !== undefined ? chosen : (stories[0]?.id ?? choice.fallbackParent);
  if (wanted === undefined) return undefined;
  const parent = wanted === null ? null : picture.items.get(wanted);
  // A parent that the reader cannot see cannot be written under either: ask again rather than lose the story.
  if (parent === undefined) return undefined;
  return { parent, related: stories.filter((story) => story.id !== parent?.id) };
}

function createStep(desk: Desk, mitigation: Mitigation, because: string): Step {
  const place = placeOf(desk, mitigation);
  const title = taskTitle(mitigation);
  if (!place) {
    const reason = 'No story is linked to its threats, so the Task has no place on the backlog yet.';
    return { kind: 'needs-story', mitigation: mitigation.id, title, because: reason };
  }
  const unrealised = desk.index.realisationsOfMitigation(mitigation.id).find((r) => r.workItem === null);
  const shown = desk.realisations?.get(mitigation.id);
  const realisation = unrealised?.id ?? shown ?? mint(realisationId, desk.newId);
  const url = identityUrl(desk.hubUrl, { model: desk.model.info.id, mitigation: mitigation.id, realisation });
  const inherited = place.parent
    ? { 'System.AreaPath': place.parent.areaPath, 'System.IterationPath': place.parent.iterationPath }
    : {};
  return {
    kind: 'create',
    mitigation: mitigation.id,
    realisation,
    title,
    parent: place.parent && { id: place.parent.id, title: place.parent.title },
    because: place.parent?.category === 'Completed' ? `${because} Its story is done already.` : because,
    draft: {
      type: desk.taskType,
      fields: {
        'System.Title': title,
        'System.Description': taskDescription(desk.model, desk.index, { mitigation, url }),
        'System.Tags': mitigationTag,
        ...inherited,
      },
      parent: place.parent?.id,
      related: place.related.map((story) => story.id),
      hyperlink: { url, comment: 'The mitigation in the threat model' },
    },
  };
}

function stepFor(desk: Desk, mitigation: Mitigation): Step | { readonly left: string } {
  const wish = wishOf(desk, mitigation);
  const lost = desk.lost.get(mitigation.id);
  if (lost && wish.kind !== 'unwanted') {
    return {
      kind: 'adopt',
      mitigation: mitigation.id,
      realisation: lost.identity.realisation,
      title: lost.item.title,
      workItem: lost.item.id,
      rev: lost.item.rev,
      because: 'The Task is there and carries this mitigation’s link, but its number was never saved.',
    };
  }
  if (wish.kind === 'unwanted') return { left: wish.because };
  if (wish.kind === 'wanted') return createStep(desk, mitigation, wish.because);
  const because = 'Nobody has decided yet whether to implement it.';
  return { kind: 'needs-approval', mitigation: mitigation.id, title: taskTitle(mitigation), because };
}

/** Our Tasks whose number the model does not hold, by mitigation: what a crash between two saves leaves behind. */
function lostTasks(model: Model, picture: BacklogPicture, realised: ReadonlySet<MitigationId>): Desk['lost'] {
  const lost = new Map<MitigationId, { item: WorkItem; identity: Identity }>();
  const taken = new Set([...model.realisation.values()].map((realisation) => realisation.workItem));
  const isOurs = (identity: Identity): boolean => {
    const owner = model.realisation.get(identity.realisation)?.mitigation ?? identity.mitigation;
    // Anybody can write a link: one that names another mitigation's realisation is not believed.
    const fits = identity.model === model.info.id && owner === identity.mitigation;
    return fits && model.mitigation.has(identity.mitigation) && !realised.has(identity.mitigation);
  };
  for (const item of [...picture.ours].sort((a, b) => a.id - b.id)) {
    if (item.category === 'Removed' || taken.has(item.id)) continue;
    const identity = item.hyperlinks.flatMap((url) => parseIdentity(url) ?? []).find(isOurs);
    // The first one is it; a later one with the same link is a copy.
    if (identity && !lost.has(identity.mitigation)) lost.set(identity.mitigation, { item, identity });
  }
  return lost;
}

function conflictOf(model: Model, realisation: Realisation, workItem: number): Conflict {
  return {
    kind: 'work-item-missing',
    mitigation: realisation.mitigation,
    realisation: realisation.id,
    workItem,
    title: model.mitigation.get(realisation.mitigation)?.title ?? '',
    because: `#${workItem} was deleted, moved away, or you may not read it.`,
  };
}

/**
 * What is to be done so that every approved mitigation has its Task. `newId` names new realisations; apart from
 * those ids the plan depends on nothing but its input.
 */
export function planSync(input: SyncInput): SyncPlan {
  const { model, picture, choice } = input;
  const index = indexModel(model);
  const conflicts: Conflict[] = [];
  const realised = new Set<MitigationId>();
  for (const realisation of model.realisation.values()) {
    if (realisation.workItem === null) continue;
    realised.add(realisation.mitigation);
    if (!picture.items.has(realisation.workItem)) {
      conflicts.push(conflictOf(model, realisation, realisation.workItem));
    }
  }
  const desk: Desk = { ...input, index, states: picture.items, lost: lostTasks(model, picture, realised) };
  const steps: Step[] = [];
  const left: { mitigation: MitigationId; title: string; because: string }[] = [];
  for (const mitigation of model.mitigation.values()) {
    const named = choice.selection !== 'all';
    if (choice.selection !== 'all' && !choice.selection.has(mitigation.id)) continue;
    const result = realised.has(mitigation.id)
      ? { left: 'It has its Task already.' }
      : stepFor(desk, mitigation);
    if ('kind' in result) steps.push(result);
    else if (named) left.push({ mitigation: mitigation.id, title: mitigation.title, because: result.left });
  }
  return { steps, conflicts, left };
}

/** True when the step is what a person saw: same kind, place and text. Anything else must be shown again first. */
export function stillAsShown(
  step: CreateStep | AdoptStep,
  shown: readonly (CreateStep | AdoptStep)[],
): boolean {
  const seen = shown.find((each) => each.mitigation === step.mitigation);
  if (!seen || seen.kind !== step.kind) return false;
  if (step.kind === 'adopt') return seen.kind === 'adopt' && seen.workItem === step.workItem;
  return seen.kind === 'create' && JSON.stringify(seen.draft) === JSON.stringify(step.draft);
}
