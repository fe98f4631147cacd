/** What the model remembers of Tasks that were made or adopted: their numbers, the baseline, the approval. */
import type { Edit } from '../model/edit';
import type { Mitigation, Realisation } from '../model/mitigation';
import type { Model } from '../model/model';
import { textHash } from '../model/text-hash';
import type { AdoptStep, CreateStep, SyncChoice } from './plan';

export interface MadeTask {
  readonly step: CreateStep | AdoptStep;
  readonly workItem: number;
  readonly rev: number;
}

/** The fields that the model owns in a Task: only they can conflict later, so only they are in the baseline. */
const ownedFields = ['System.Title', 'System.Description'];

function realisationOf(model: Model, { step, workItem, rev }: MadeTask): Realisation {
  const hashes: Record<string, string> = {};
  if (step.kind === 'create') {
    for (const field of ownedFields) hashes[field] = textHash(String(step.draft.fields[field] ?? ''));
  }
  const covers = model.realisation.get(step.realisation)?.covers ?? 'all';
  return { id: step.realisation, mitigation: step.mitigation, covers, workItem, baseline: { rev, hashes } };
}

/**
 * The edit that records the Tasks. A mitigation becomes approved only where the person's choice approved it: one whose
 * places decide for themselves, or whose Task was only found again, keeps its own status.
 */
export function recordTasks(model: Model, made: readonly MadeTask[], approve: SyncChoice['approve']): Edit {
  const known = made.filter(({ step }) => model.mitigation.has(step.mitigation));
  const mitigations = known.flatMap(({ step }): Mitigation[] => {
    const mitigation = model.mitigation.get(step.mitigation);
    const undecided = mitigation?.status.kind === 'open' || mitigation?.status.kind === 'proposed';
    const approvedNow = approve === 'all' || approve.has(step.mitigation);
    return mitigation && undecided && approvedNow ? [{ ...mitigation, status: { kind: 'approved' } }] : [];
  });
  return {
    label: 'Create tasks',
    realisation: { put: known.map((each) => realisationOf(model, each)) },
    mitigation: { put: mitigations },
  };
}
