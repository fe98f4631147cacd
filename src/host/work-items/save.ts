/** The only way a work item changes: apply, check, number, write both ends of links; all within one transaction. */
import { problem } from '../kernel/problem';
import { typeNamed } from '../processes/process';
import { nextNumber } from '../store/counters';
import type { Transaction } from '../store/store';
import { applyBoardRules } from './board-rules';
import { applyPatch, requireNotOvertaken, type Draft, type Edit } from './draft';
import { isLive, linkChange, mirroredEnds, requireSoundLinks } from './links';
import { settleMove } from './moves';
import type { PatchOperation } from './patch';
import { requireDeletion, requireDestruction, requireRights } from './rights';
import { noSuchWorkItem } from './rule-errors';
import { applyRules } from './state-rules';
import {
  comments,
  revisionKey,
  revisions,
  workItems,
  type Comment,
  type FieldValue,
  type Relation,
  type WorkItem,
} from './types';

export interface Saved {
  readonly item: WorkItem;
  /** The negative id a batch gave it, to be linked to before it existed. */
  readonly temporaryId?: number;
}

/** @throws Problem 404 for an unknown type, 400 or 412 as the patch deserves. */
export function createWorkItem(edit: Edit, typeName: string, operations: readonly PatchOperation[]): Saved {
  const type = typeNamed(edit.process, typeName);
  // A hidden type is answered like one that is not there.
  if (!type || type.isDisabled)
    throw problem(
      404,
      'WorkItemTypeNotFoundException',
      `VS402323: Work item type ${typeName} does not exist in project ${edit.project.name} or you do not have permission to access it.`,
    );
  const draft: Draft = {
    base: null,
    type,
    fields: {
      'System.AreaPath': edit.project.name,
      'System.TeamProject': edit.project.name,
      'System.IterationPath': edit.project.name,
      'System.WorkItemType': type.name,
      'System.State': type.states[0]?.name ?? '',
      'System.Reason': 'New',
      'System.CreatedDate': edit.now.toISOString(),
      'System.CreatedBy': edit.user.id,
      ...type.defaults,
    },
    relations: [],
    markdown: new Set(),
    touched: new Set(),
  };
  applyPatch(draft, operations, edit);
  settleMove(draft);
  applyBoardRules(draft, edit);
  applyRules(draft, edit);
  const item = write(edit, draft, { id: nextNumber(edit.tx, 'workItem'), rev: 1 });
  return draft.temporaryId === undefined ? { item } : { item, temporaryId: draft.temporaryId };
}

/**
 * A patch that changes nothing makes no revision, as on the original.
 * @throws Problem 409 when somebody has saved the item since it was read, 400 or 412 as the patch deserves.
 */
export function updateWorkItem(edit: Edit, base: WorkItem, operations: readonly PatchOperation[]): WorkItem {
  requireNotOvertaken(base, operations, edit);
  const type = typeNamed(edit.process, String(base.fields['System.WorkItemType']));
  if (!type) throw new Error(`Work item ${base.id} has a type the process lost.`);
  // History belongs to the one revision that was saved with it.
  const { 'System.History': _said, ...fields } = base.fields;
  const relations = visibleFirst(edit.tx, base.relations);
  const draft: Draft = {
    base,
    type,
    fields: { ...fields },
    relations: [...relations],
    markdown: new Set(base.markdown),
    touched: new Set(),
  };
  applyPatch(draft, operations, edit);
  settleMove(draft);
  applyBoardRules(draft, edit);
  applyRules(draft, edit);
  const isSame =
    JSON.stringify([draft.fields, draft.relations, [...draft.markdown]]) ===
    JSON.stringify([fields, relations, base.markdown]);
  return isSame ? base : write(edit, draft, { id: base.id, rev: base.rev + 1 });
}

/** A client counts the relations it was shown; links to deleted items are not among them and must not shift the index. */
function visibleFirst(tx: Transaction, relations: readonly Relation[]): readonly Relation[] {
  const isShown = (relation: Relation): boolean => relation.kind !== 'link' || isLive(tx, relation.target);
  return [...relations.filter(isShown), ...relations.filter((relation) => !isShown(relation))];
}

function write(edit: Edit, draft: Draft, key: { id: number; rev: number }): WorkItem {
  requireRights(draft, edit);
  const comment = spokenComment(edit, draft, key);
  const stamp = edit.rules === 'bypassed' ? draft.touched : new Set<string>();
  const fields: Record<string, FieldValue> = { ...draft.fields };
  if (stamp.has('System.ChangedDate')) requireLater(fields, draft.base);
  else fields['System.ChangedDate'] = edit.now.toISOString();
  if (!stamp.has('System.ChangedBy')) fields['System.ChangedBy'] = edit.user.id;
  fields['System.CommentCount'] = Number(draft.base?.fields['System.CommentCount'] ?? 0) + (comment ? 1 : 0);
  const item: WorkItem = {
    ...key,
    fields,
    relations: draft.relations,
    markdown: [...draft.markdown],
    ...(comment ? { commentId: comment.id } : {}),
  };
  const change = linkChange(draft.base?.relations ?? [], item.relations);
  requireSoundLinks(edit.tx, item, change.added);
  keepRevision(edit.tx, item);
  for (const other of mirroredEnds(edit.tx, item.id, change))
    keepRevision(edit.tx, nextRevision(other, edit));
  return item;
}

/** A date that somebody gave comes after that of the revision before. @throws Problem 400 VS402625. */
function requireLater(fields: WorkItem['fields'], base: WorkItem | null): void {
  const date = 'System.ChangedDate';
  if (base === null || new Date(String(fields[date])) > new Date(String(base.fields[date]))) return;
  throw problem(
    400,
    'WorkItemDatesNotIncreasingException',
    'VS402625: Dates must be increasing with each revision.',
  );
}

/** Text given for System.History is a comment. */
function spokenComment(edit: Edit, draft: Draft, key: { id: number; rev: number }): Comment | null {
  const text = draft.fields['System.History'];
  if (typeof text !== 'string') return null;
  const at = edit.now.toISOString();
  const comment: Comment = {
    id: nextNumber(edit.tx, 'comment'),
    workItemId: key.id,
    version: 1,
    text,
    format: draft.markdown.has('System.History') ? 'markdown' : 'html',
    revision: key.rev,
    createdBy: edit.user.id,
    createdAt: at,
    modifiedBy: edit.user.id,
    modifiedAt: at,
  };
  edit.tx.put(comments, `${key.id}/${comment.id}`, comment);
  return comment;
}

/** The item one revision on, changed by the editor and nothing else. */
export function nextRevision(item: WorkItem, edit: Edit): WorkItem {
  const { 'System.History': _said, ...fields } = item.fields;
  const { commentId: _comment, ...rest } = item;
  return {
    ...rest,
    rev: item.rev + 1,
    fields: { ...fields, 'System.ChangedDate': edit.now.toISOString(), 'System.ChangedBy': edit.user.id },
  };
}

export function keepRevision(tx: Transaction, unmarked: WorkItem): void {
  const item = { ...unmarked, watermark: nextNumber(tx, 'watermark') };
  tx.put(workItems, String(item.id), item);
  tx.put(revisions, revisionKey(item.id, item.rev), item);
}

/** Moves an item to the recycle bin; its links stay with it and come back with it. */
export function deleteWorkItem(edit: Edit, item: WorkItem): WorkItem {
  requireDeletion(edit, item);
  const deleted = { ...nextRevision(item, edit), deleted: { by: edit.user.id, at: edit.now.toISOString() } };
  keepRevision(edit.tx, deleted);
  return deleted;
}

export function restoreWorkItem(edit: Edit, item: WorkItem): WorkItem {
  requireDeletion(edit, item);
  const { deleted: _deleted, ...rest } = nextRevision(item, edit);
  keepRevision(edit.tx, rest);
  return rest;
}

/** Removes an item, its history and the other ends of its links for good. */
export function destroyWorkItem(edit: Edit, item: WorkItem): void {
  requireDestruction(edit, item);
  const change = linkChange(item.relations, []);
  for (const other of mirroredEnds(edit.tx, item.id, change))
    keepRevision(edit.tx, nextRevision(other, edit));
  for (let rev = 1; rev <= item.rev; rev += 1) edit.tx.remove(revisions, revisionKey(item.id, rev));
  for (const comment of edit.tx.all(comments))
    if (comment.workItemId === item.id) edit.tx.remove(comments, `${item.id}/${comment.id}`);
  edit.tx.remove(workItems, String(item.id));
}

/** @throws Problem 404 TF401232 for a missing or deleted item. */
export function requireWorkItem(reader: Pick<Transaction, 'get'>, id: number): WorkItem {
  const item = reader.get(workItems, String(id));
  if (!item || item.deleted) throw noSuchWorkItem(id);
  return item;
}
