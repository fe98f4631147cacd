/** A Task against what the model wants of it: three-way on the fields that the model owns, everything else listed. */
import type { Edit } from '../model/edit';
import type { Realisation } from '../model/mitigation';
import { textHash } from '../model/text-hash';
import type { TaskItem } from './backlog-picture';
import { compareKind, compareMarks, compareOwner, compareState } from './compare-standing';
import { compareSection, compareTitle } from './compare-words';
import { Comparison } from './comparison';
import type { Realised } from './comparison';
import { wantedOf } from './desk';
import type { Desk } from './desk';
import { sectionKey, titleField } from './new-task';
import { isInPlace, placingOf } from './placing';
import { categoryOf } from './states';

/**
 * True when both sides are as they were when they last agreed, so that there is nothing to compare: the revision says
 * so of the Task, the hashes of what the model wants say so of the model. For a large backlog this is nearly every Task.
 */
export function isUntouched(desk: Desk, part: Realised, item: TaskItem): boolean {
  const { baseline, decided = [], id } = part.realisation;
  // Revisions of two work items may be the same by chance.
  if (!item.hyperlinks.some((url) => url.includes(id))) return false;
  if (!baseline || baseline.rev !== item.rev || baseline.model === undefined || decided.length > 0)
    return false;
  if (item.type !== desk.taskType || (desk.project !== undefined && item.project !== desk.project))
    return false;
  const category = categoryOf(item, desk.model);
  if (category === undefined || category === 'Completed' || category === 'Removed') return false;
  if (!isInPlace(desk, part, item)) return false;
  const { fingerprint, title, sectionHash } = wantedOf(desk, part, part.realisation.id);
  const { hashes } = baseline;
  return (
    baseline.model === fingerprint &&
    hashes[titleField] === textHash(title) &&
    hashes[sectionKey] === sectionHash &&
    Object.keys(hashes).length === 2
  );
}

/** Looks at one Task that is there. */
export function compareTask(desk: Desk, part: Realised, item: TaskItem): Comparison {
  const look = new Comparison(desk, part, item);
  compareOwner(look);
  if (look.foreign) return look;
  const state = compareState(look);
  if (state === 'removed') return look;
  compareKind(look);
  if (look.replaced) return look;
  compareMarks(look);
  // Nothing is written into what is done: the texts catch up when somebody reopens it.
  if (state === 'done') return look;
  compareTitle(look);
  compareSection(look);
  const placing = placingOf(desk, part, item);
  Object.assign(look.fields, placing.write.fields);
  const { fields: _fields, ...relations } = placing.write;
  look.write = { ...look.write, ...relations };
  look.changes.push(...placing.changes);
  if (placing.changes.length > 0) look.because.push(placing.because);
  look.base = { ...placing.base, related: [...(placing.base.related ?? [])] };
  return look;
}

/** What else of the model changes by the answers. */
export function editOf(look: Comparison, realisation: Realisation | undefined): Edit | undefined {
  const put = realisation ? { realisation: { put: [realisation] } } : {};
  const mitigation = look.mitigation ? { mitigation: { put: [look.mitigation] } } : {};
  const edit: Edit = { label: 'Align with the backlog', ...put, ...mitigation };
  return Object.keys(edit).length > 1 ? edit : undefined;
}
