/** Decides what the backlog lacks of a model and the model of the backlog. Pure: the same picture gives the same plan. */
import type { RealisationId } from '../model/ids';
import type { Mitigation, Realisation } from '../model/mitigation';
import { applyEdit } from '../model/edit';
import { settleParts } from '../model/edits/settle-parts';
import type { Model } from '../model/model';
import { indexModel } from '../model/model-index';
import { textHash } from '../model/text-hash';
import type { TaskItem } from './backlog-picture';
import { compareTask, editOf, isUntouched } from './compare-task';
import { oddityKey } from './comparison';
import type { Realised } from './comparison';
import { partsOf, wantedOf } from './desk';
import type { Desk, Part, SyncInput } from './desk';
import { proposals } from './fate';
import { agreed, createStep, requiredFields, sectionKey, titleField } from './new-task';
import type { Conflict, NoteStep, Oddity, Step, SyncPlan, WritingStep } from './plan';
import { isWriting, stepKey } from './plan';
import { planStrangers } from './plan-strangers';
import type { StrangerPlan } from './plan-strangers';
import { isNews, isWorthSaving, rememberedAfter } from './remembered';
import { replacementSteps } from './replace-task';
import { findSection } from './section';
import { statesOf } from './foreign';
import { sortStrangers } from './strangers';
import type { LostTask, Strangers } from './strangers';
import { parseIdentity } from './identity';
import { takenTask, takeStep } from './take-task';
import { taskTitle } from './task-text';
import { reasonAfterDecision, wishOf } from './wish';

export type { SyncInput } from './desk';

/** Everything that a plan is made of, as it grows. */
interface Draft {
  readonly desk: Desk;
  readonly strangers: Strangers;
  readonly claims: StrangerPlan;
  readonly steps: Step[];
  readonly conflicts: Conflict[];
  readonly oddities: Oddity[];
  readonly left: { mitigation: Mitigation['id']; title: string; because: string }[];
  /** What the model may remember along with something else, but is not worth a save of its own. */
  readonly riders: NoteStep[];
}

/** What the adopted Task holds now is the base where it is ours word by word; anything else is asked about. */
function baselineOfFound(desk: Desk, part: Part, found: { item: TaskItem; id: RealisationId }): Realisation {
  const { item, id } = found;
  const wanted = wantedOf(desk, part, id);
  const parent = item.parent ?? null;
  const after = agreed(part, { id, workItem: item.id, rev: item.rev, wanted, parent, related: [] });
  const isOurs = (url: string) => parseIdentity(url)?.mitigation === part.mitigation.id;
  const section = findSection(item.description, isOurs)?.words;
  const hashes: Record<string, string> = {};
  if (item.title === wanted.title) hashes[titleField] = textHash(wanted.title);
  if (section === wanted.section.plain) hashes[sectionKey] = textHash(section);
  return { ...after, baseline: { rev: item.rev, hashes, parent, related: [] } };
}

function adoptStep(desk: Desk, part: Part, lost: LostTask): Step {
  const { item, identity } = lost;
  const id = part.realisation?.id ?? identity.realisation;
  return {
    kind: 'adopt',
    mitigation: part.mitigation.id,
    realisation: id,
    title: item.title,
    workItem: item.id,
    rev: item.rev,
    because: 'The Task is there and carries this mitigation’s link, but its number was never saved.',
    after: baselineOfFound(desk, part, { item, id }),
  };
}

function planUnrealised(draft: Draft, given: Part): void {
  const { desk, strangers, steps, claims } = draft;
  if (given.realisation && claims.busy.has(given.realisation.id)) return;
  const amended = given.realisation && claims.amended.get(given.realisation.id);
  const part = { ...given, realisation: amended ?? given.realisation };
  const { mitigation, realisation } = part;
  const wish = wishOf(desk, part);
  const lost = strangers.lost.get(realisation?.id ?? mitigation.id);
  const taken = takenTask(desk, part);
  if (lost && wish.kind !== 'unwanted') steps.push(adoptStep(desk, part, lost));
  else if (taken && !draft.steps.some((step) => 'workItem' in step && step.workItem === taken.id))
    steps.push(takeStep(desk, part, taken));
  else if (wish.kind === 'unwanted') leave(draft, mitigation, wish.because);
  else if (wish.kind === 'wanted') steps.push(createStep(desk, part, { because: wish.because }));
  else {
    const because = 'Nobody has decided yet whether to implement it.';
    steps.push({ kind: 'needs-approval', mitigation: mitigation.id, title: taskTitle(mitigation), because });
  }
}

function leave(draft: Draft, mitigation: Mitigation, because: string): void {
  if (draft.desk.choice.selection === 'all') return;
  draft.left.push({ mitigation: mitigation.id, title: mitigation.title, because });
}

function planMissing(draft: Draft, part: Realised, workItem: number): void {
  const { desk, steps } = draft;
  const { mitigation, realisation } = part;
  const fate = desk.picture.deleted.has(workItem) ? 'deleted' : 'unreadable';
  const because =
    fate === 'deleted'
      ? `#${workItem} was deleted and lies in the recycle bin.`
      : `#${workItem} was deleted for good, moved where you may not look, or you may not read it.`;
  const key = oddityKey(fate, realisation.id, workItem);
  const answer = desk.choice.answers?.get(key);
  const about = { mitigation: mitigation.id, realisation: realisation.id, workItem, title: mitigation.title };
  if (answer === 'again') steps.push(...replacementSteps(desk, part, undefined));
  else if (answer === 'restore' && fate === 'deleted') {
    steps.push({ kind: 'restore', ...about, because: 'You chose to restore it.' });
  } else {
    draft.conflicts.push({ kind: 'work-item-missing', ...about, because });
    draft.oddities.push({ kind: 'oddity', fate, key, ...about, because, proposals: proposals[fate] });
  }
}

function planThere(draft: Draft, part: Realised, item: TaskItem): void {
  const { desk, claims, steps } = draft;
  if (!claims.amended.has(part.realisation.id) && isUntouched(desk, part, item)) return;
  const look = compareTask(desk, part, item);
  draft.oddities.push(...look.oddities);
  draft.conflicts.push(...look.conflicts);
  if (look.replaced) {
    steps.push(...replacementSteps(desk, part, look.foreign ? 'foreign' : item));
    return;
  }
  // Until somebody has said whose it is, nothing of it is worth remembering.
  if (look.oddities.some(({ fate }) => fate === 'foreign')) return;
  const after = rememberedAfter(look, claims.amended.get(part.realisation.id) ?? part.realisation);
  const about = {
    mitigation: part.mitigation.id,
    realisation: part.realisation.id,
    workItem: item.id,
    title: item.title,
  };
  const writes = Object.keys(look.fields).length + Object.keys(look.write).length > 0;
  const extra = editOf(look, undefined);
  const meanings = look.meaning ? { meanings: [look.meaning] } : {};
  if (writes) {
    steps.push({
      kind: 'update',
      ...about,
      rev: item.rev,
      write: { ...look.write, fields: look.fields },
      changes: look.changes,
      after,
      ...(extra ? { edit: extra } : {}),
      ...meanings,
      because: [...new Set([...look.said, ...look.because])].join(' '),
    });
    return;
  }
  const edit = editOf(look, after) ?? { label: 'Align with the backlog' };
  const worth = extra !== undefined || look.meaning !== undefined || isWorthSaving(part.realisation, after);
  const agrees = worth
    ? 'The model remembers what both sides agree on; the Task stays as it is.'
    : 'The model remembers how the Task looks now; the Task stays as it is.';
  const because = look.said.length > 0 ? [...new Set(look.said)].join(' ') : agrees;
  const note: NoteStep = { kind: 'note', ...about, edit, ...meanings, because };
  if (worth) steps.push(note);
  // One that is asked about is noted with the answer: a step before that would look like one.
  else if (!look.isOpen && isNews(part.realisation, after)) draft.riders.push(note);
}

function planRealised(draft: Draft, part: Realised): void {
  const { desk, claims } = draft;
  const { realisation, mitigation } = part;
  const workItem = realisation.workItem ?? 0;
  if (claims.busy.has(realisation.id)) return;
  const item = desk.picture.tasks.get(workItem);
  if (item) return planThere(draft, part, item);
  if (!desk.picture.unread.has(workItem)) return planMissing(draft, part, workItem);
  const amended = claims.amended.get(realisation.id);
  if (!amended) return;
  const edit = { label: 'Align with the backlog', realisation: { put: [amended] } };
  const title = taskTitle(mitigation);
  const because = 'The model remembers what you decided; the Task stays as it is.';
  const about = { mitigation: mitigation.id, realisation: realisation.id, workItem };
  draft.steps.push({ kind: 'note', ...about, title, edit, because });
}

/** The parts of a split mitigation ask the same question: it is asked once. */
function askOnce(steps: Step[], from: number): void {
  const asked = new Set<string>();
  const own = steps.splice(from).filter((step) => {
    const isNew = isWriting(step) || !asked.has(step.kind);
    asked.add(step.kind);
    return isNew;
  });
  steps.push(...own);
}

function planMitigation(draft: Draft, mitigation: Mitigation): void {
  const parts = partsOf(draft.desk, mitigation);
  const before = draft.steps.length;
  for (const part of parts) {
    const { realisation } = part;
    if (realisation && realisation.workItem !== null) planRealised(draft, { ...part, realisation });
    else planUnrealised(draft, part);
  }
  if (parts.length > 1) askOnce(draft.steps, before);
  if (parts.every(({ realisation }) => realisation?.workItem != null)) {
    leave(draft, mitigation, 'It has its Task already.');
  }
}

/** Parts that two people made at the same time are planned as they will be saved (S64). */
export function distinctParts(model: Model): Model {
  const settled = settleParts(model);
  return settled ? applyEdit(model, settled) : model;
}

/**
 * What is to be done so that model and backlog agree. `newId` names new realisations; apart from those ids the plan
 * depends on nothing but its input. Rules: SPEC.md.
 */
export function planSync(input: SyncInput): SyncPlan {
  const { picture, choice } = input;
  const model = distinctParts(input.model);
  const desk: Desk = {
    ...input,
    model,
    index: indexModel(model),
    states: statesOf(picture.tasks, model),
  };
  const strangers = sortStrangers(model, picture);
  const chosen = (id: Mitigation['id']) => choice.selection === 'all' || choice.selection.has(id);
  const claims = planStrangers(
    desk,
    strangers.claimants.filter(({ realisation }) => chosen(realisation.mitigation)),
  );
  const draft: Draft = {
    desk,
    strangers,
    claims,
    steps: [...claims.steps],
    conflicts: [],
    oddities: [...claims.oddities],
    left: [],
    riders: [],
  };
  for (const mitigation of model.mitigation.values()) {
    if (chosen(mitigation.id)) planMitigation(draft, mitigation);
  }
  const riders = draft.steps.some(isWriting) ? draft.riders : [];
  const makes = draft.steps.some(({ kind }) => kind === 'create' || kind === 'needs-field');
  const required = makes ? requiredFields(desk) : [];
  return {
    steps: [...draft.steps, ...riders],
    conflicts: draft.conflicts,
    oddities: draft.oddities,
    left: draft.left,
    ...(required.length > 0 ? { required } : {}),
  };
}

/** A step without what a new look may change although it is the same: revisions, and approvals that it brought. */
function essence(step: WritingStep): string {
  const because = reasonAfterDecision(step.because);
  return JSON.stringify({ ...step, because }, (key, value: unknown) => (key === 'rev' ? 0 : value));
}

/** True when the step is what a person saw: same kind, place and text. Anything else must be shown again first. */
export function stillAsShown(step: WritingStep, shown: ReadonlyMap<string, WritingStep>): boolean {
  const seen = shown.get(stepKey(step));
  return seen !== undefined && essence(seen) === essence(step);
}
