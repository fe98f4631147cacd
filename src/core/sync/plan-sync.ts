/** Decides what the backlog lacks of a model and the model of the backlog. Pure: the same picture gives the same plan. */
import type { Mitigation } from '../model/mitigation';
import { applyEdit } from '../model/edit';
import { settleParts } from '../model/edits/settle-parts';
import type { Model } from '../model/model';
import { indexModel } from '../model/model-index';
import { partsOf } from './desk';
import type { Desk, SyncInput } from './desk';
import type { Draft } from './draft';
import { statesOf } from './foreign';
import { requiredFields } from './new-task';
import type { Step, SyncPlan, WritingStep } from './plan';
import { isWriting, stepKey } from './plan';
import { planRealised } from './plan-realised';
import { planStrangers } from './plan-strangers';
import { leave, planUnrealised } from './plan-unrealised';
import { sortStrangers } from './strangers';
import { reasonAfterDecision } from './wish';

export type { SyncInput } from './desk';

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
