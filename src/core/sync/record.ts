/** What the model remembers of steps that were done: numbers, baselines, decisions, approvals. */
import type { Edit } from '../model/edit';
import type { MitigationId } from '../model/ids';
import { stoodUnder } from '../model/mitigation';
import type { Mitigation, Realisation } from '../model/mitigation';
import type { Model } from '../model/model';
import { applyEdit } from '../model/edit';
import type { SyncChoice, WritingStep } from './plan';
import { withMeanings } from './states';

export interface DoneStep {
  readonly step: WritingStep;
  readonly workItem: number;
  /** The revision after the step; undefined where it has none any more. */
  readonly rev: number | undefined;
}

function remembered({ step, workItem, rev }: DoneStep): Realisation | undefined {
  if (!('after' in step) || !step.after) return undefined;
  const { after } = step;
  const baseline = after.baseline && { ...after.baseline, rev: rev ?? after.baseline.rev };
  return { ...after, workItem, ...(baseline ? { baseline } : {}) };
}

/**
 * The model after the steps. What others changed in it since the plan was made stays: only the entities that a step
 * names are put, and none of a mitigation that is gone.
 */
export function recordSteps(model: Model, done: readonly DoneStep[]): Model {
  let next = model;
  let put: Realisation[] = [];
  // Those of many steps are put together: each edit copies all realisations of the model.
  const settle = () => {
    if (put.length > 0) next = applyEdit(next, { label: 'Sync', realisation: { put } });
    put = [];
  };
  for (const each of done) {
    if (!next.mitigation.has(each.step.mitigation)) continue;
    const realisation = remembered(each);
    if (realisation) put.push(realisation);
    if ('edit' in each.step && each.step.edit) {
      settle();
      next = applyEdit(next, each.step.edit);
    }
    if ('meanings' in each.step && each.step.meanings)
      next = { ...next, info: withMeanings(next.info, each.step.meanings) };
  }
  settle();
  return next;
}

/**
 * Parts that are saved before their Task is made or taken, since a Task whose number got lost is known by its
 * realisation: those of split mitigations (S63, S85), those whose Task keeps the title that people gave it (S58), and
 * those that let go of another Task: while the model follows that one, the new one would pass for a copy of it.
 */
export function newParts(model: Model, steps: readonly WritingStep[]): readonly Realisation[] {
  return steps.flatMap((step): readonly Realisation[] => {
    const takes = step.kind === 'update' && step.takes !== undefined;
    const after = step.kind === 'create' || takes ? step.after : undefined;
    if (!after) return [];
    const known = model.realisation.get(after.id);
    if (step.kind === 'create' && known && known.workItem !== null) {
      const { baseline, ...free } = after;
      return [{ ...free, workItem: null, ...stoodUnder(baseline?.parent) }];
    }
    if ((after.covers === 'all' && !takes) || known) return [];
    const { id, mitigation, covers, decided } = after;
    return [{ id, mitigation, covers, workItem: null, ...(takes && decided ? { decided } : {}) }];
  });
}

/**
 * The approvals that asking for Tasks brings. They are saved before the first Task is made: the decision is a
 * person's, whatever becomes of the work (S37). One whose places decide for themselves keeps its own status.
 */
export function approvals(
  model: Model,
  mitigations: readonly MitigationId[],
  approve: SyncChoice['approve'],
): Edit {
  const put = [...new Set(mitigations)].flatMap((id): Mitigation[] => {
    const mitigation = model.mitigation.get(id);
    const undecided = mitigation?.status.kind === 'open' || mitigation?.status.kind === 'proposed';
    const approvedNow = approve === 'all' || approve.has(id);
    return mitigation && undecided && approvedNow ? [{ ...mitigation, status: { kind: 'approved' } }] : [];
  });
  return { label: 'Approve', mitigation: { put } };
}
