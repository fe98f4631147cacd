/**
 * Mitigations of the knowledge base that somebody deleted from a model. The snapshot of the entry remembers it, so that
 * no later look at the packages brings back what a person decided against, however deep it looks.
 */
import type { Edit } from '../model/edit';
import { removeMitigations } from '../model/edits/build';
import type { MitigationId } from '../model/ids';
import type { KnowledgeEntry } from '../model/knowledge';
import type { Model } from '../model/model';
import { entryNameOf } from './mitigation-key';
import { snapshotOfCopy } from './mitigation-texts';

/** Removes mitigations with their treatments and realisations; copies of entries stay away from then on. */
export function deleteMitigations(model: Model, ids: readonly MitigationId[]): Edit {
  const put = ids.flatMap((id): KnowledgeEntry[] => {
    const copy = model.mitigation.get(id);
    const snapshot = copy && snapshotOfCopy(model, copy);
    return snapshot ? [{ ...snapshot, declined: true }] : [];
  });
  return { ...removeMitigations(model, ids), ...(put.length > 0 ? { knowledge: { put } } : {}) };
}

export interface Declined {
  /** `package:id` of what stays away. */
  readonly names: ReadonlySet<string>;
  /** Snapshots of what somebody took again: nothing stays away for them. */
  readonly takenAgain: readonly KnowledgeEntry[];
}

/** What was deleted and is not here. O(snapshots + mitigations). */
export function declinedIn(model: Model): Declined {
  const here = new Set([...model.mitigation.values()].map(entryNameOf));
  const names = new Set<string>();
  const takenAgain: KnowledgeEntry[] = [];
  for (const entry of model.knowledge.values()) {
    const { declined, ...plain } = entry;
    if (!declined) continue;
    const name = `${entry.package}:${entry.entry}`;
    if (here.has(name)) takenAgain.push(plain);
    else names.add(name);
  }
  return { names, takenAgain };
}
