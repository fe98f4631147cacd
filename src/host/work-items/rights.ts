/** Whether somebody may save what they are about to save, said as the original says it when they may not. */
import { problem } from '../kernel/problem';
import {
  areaAccess,
  mayCreateTags,
  mayDeleteWorkItems,
  mayDestroyWorkItems,
  mayMoveWorkItems,
} from '../organisation/permissions';
import { findProject } from '../organisation/projects';
import type { Draft, Edit } from './draft';
import { allTags } from './tag-definitions';
import { splitTags } from './tags';
import { workItems, type WorkItem } from './types';

/** Both the area an item comes from and the one it goes to must be open. @throws Problem 403 TF237111. */
export function requireAreas(edit: Pick<Edit, 'tx' | 'user'>, areas: readonly unknown[]): void {
  const access = areaAccess(edit.tx, edit.user);
  if (areas.every((area) => area === undefined || access.mayWrite(String(area)))) return;
  throw problem(
    403,
    'PermissionDeniedException',
    'TF237111: The current user does not have permissions to save work items under the specified area path.',
  );
}

/** @throws Problem 403 for areas, tags or moves that are not the editor's to make. */
export function requireRights(draft: Draft, edit: Edit): void {
  requireAreas(edit, [draft.base?.fields['System.AreaPath'], draft.fields['System.AreaPath']]);
  const isMoved = ['System.TeamProject', 'System.WorkItemType'].some(
    (field) => draft.base !== null && draft.base.fields[field] !== draft.fields[field],
  );
  if (isMoved && !mayMoveWorkItems(edit.user))
    throw problem(
      403,
      'PermissionDeniedException',
      'The current user does not have permissions to move work items out of this project or to change their type.',
    );
  if (!mayCreateTags(edit.user)) requireKnownTags(draft, edit);
}

function requireKnownTags(draft: Draft, { tx }: Edit): void {
  const project = draft.fields['System.TeamProject'];
  const tagsOf = (fields: WorkItem['fields']): readonly string[] =>
    splitTags(String(fields['System.Tags'] ?? '')).map((tag) => tag.toLowerCase());
  const before = new Set(draft.base ? tagsOf(draft.base.fields) : []);
  const fresh = tagsOf(draft.fields).filter((tag) => !before.has(tag));
  if (fresh.length === 0) return;
  const known = new Set(
    tx
      .all(workItems)
      .filter((item) => item.fields['System.TeamProject'] === project)
      .flatMap((item) => tagsOf(item.fields)),
  );
  // A colour for a tag makes the tag, before any item carries it.
  const home = findProject(tx, String(project));
  for (const { name } of home ? allTags(tx, home) : []) known.add(name.toLowerCase());
  if (fresh.every((tag) => known.has(tag))) return;
  throw problem(
    403,
    'PermissionDeniedException',
    'TF401289: The current user does not have permissions to create tags.',
  );
}

/** @throws Problem 403 for those who may not delete or restore. */
export function requireDeletion(edit: Pick<Edit, 'tx' | 'user'>, item: WorkItem): void {
  requireAreas(edit, [item.fields['System.AreaPath']]);
  if (mayDeleteWorkItems(edit.user)) return;
  throw problem(
    403,
    'PermissionDeniedException',
    'TF237111: The current user does not have permissions to delete or restore work items.',
  );
}

/** "Permanently delete work items". @throws Problem 403 for those who do not have it. */
export function requireDestruction(edit: Pick<Edit, 'tx' | 'user'>, item: WorkItem): void {
  requireAreas(edit, [item.fields['System.AreaPath']]);
  if (mayDestroyWorkItems(edit.user)) return;
  throw problem(
    403,
    'PermissionDeniedException',
    'TF237111: The current user does not have permissions to permanently delete work items.',
  );
}
