/** What happens to items when a tag is renamed or deleted: items know tags, not their names, so no revision is made. */
import type { Project } from '../organisation/types';
import type { Transaction } from '../store/store';
import { normaliseTags, splitTags } from './tags';
import { revisions, revisionKey, workItems, type FieldValue, type WorkItem } from './types';

/** @param to the new name, or null where the tag goes away. */
export function retag(tx: Transaction, project: Project, from: string, to: string | null): void {
  for (const item of tx.all(workItems)) {
    const after = retagged(item, project, from, to);
    if (after) tx.put(workItems, String(item.id), after);
  }
  for (const revision of tx.all(revisions)) {
    const after = retagged(revision, project, from, to);
    if (after) tx.put(revisions, revisionKey(revision.id, revision.rev), after);
  }
}

function retagged(item: WorkItem, project: Project, from: string, to: string | null): WorkItem | null {
  if (item.fields['System.TeamProject'] !== project.name) return null;
  const tags = splitTags(String(item.fields['System.Tags'] ?? ''));
  if (!tags.some((tag) => tag.toLowerCase() === from.toLowerCase())) return null;
  const others = tags.filter((tag) => tag.toLowerCase() !== from.toLowerCase());
  const { 'System.Tags': _before, ...rest } = item.fields;
  const text = normaliseTags([...others, ...(to === null ? [] : [to])].join('; '));
  const fields: Record<string, FieldValue> = text === '' ? rest : { ...rest, 'System.Tags': text };
  return { ...item, fields };
}
