/** The tags of the project: those that items carry, and those that somebody defined before any item did. */
import { guidOf } from '../organisation/identifiers';
import type { Project } from '../organisation/types';
import { kind, type Reader, type Transaction } from '../store/store';
import { liveWorkItems } from './computed';
import { splitTags } from './tags';

interface Definition {
  readonly name: string;
  readonly projectId: string;
  readonly at: string;
}

const definitions = kind<Definition>('tag');

export interface Tag {
  readonly id: string;
  readonly name: string;
  readonly lastUpdated: Date;
}

/** Defines tags that no item carries yet, as a tag colour does. */
export function defineTags(tx: Transaction, project: Project, names: readonly string[], now: Date): void {
  for (const name of names)
    if (!findTag(tx, project, name))
      tx.put(definitions, keyOf(project, name), { name, projectId: project.id, at: now.toISOString() });
}

export function forgetTag(tx: Transaction, project: Project, tag: Tag): void {
  tx.remove(definitions, keyOf(project, tag.name));
}

function keyOf(project: Project, name: string): string {
  return `${project.id}/${name.toLowerCase()}`;
}

/** By name without regard to case; the first spelling wins. */
export function allTags(reader: Reader, project: Project): readonly Tag[] {
  const tags = new Map<string, { name: string; lastUpdated: Date }>();
  for (const { name, at } of reader.all(definitions).filter((one) => one.projectId === project.id))
    tags.set(name.toLowerCase(), { name, lastUpdated: new Date(at) });
  for (const item of liveWorkItems(reader).filter((one) => one.fields['System.TeamProject'] === project.name))
    for (const name of splitTags(String(item.fields['System.Tags'] ?? ''))) {
      const changed = new Date(String(item.fields['System.ChangedDate']));
      const known = tags.get(name.toLowerCase());
      if (!known) tags.set(name.toLowerCase(), { name, lastUpdated: changed });
      else if (known.lastUpdated < changed) known.lastUpdated = changed;
    }
  return [...tags]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, tag]) => ({ id: guidOf(`tag:${key}`), ...tag }));
}

/** @param text a tag's id or name. */
export function findTag(reader: Reader, project: Project, text: string): Tag | undefined {
  const wanted = text.toLowerCase();
  return allTags(reader, project).find((tag) => tag.id === wanted || tag.name.toLowerCase() === wanted);
}
