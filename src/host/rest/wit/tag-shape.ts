/** A tag of the project as REST shows it. */
import type { Site } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { Url } from '../../kernel/wire';
import type { Project } from '../../organisation/types';
import type { Reader } from '../../store/store';
import { findTag, type Tag } from '../../work-items/tag-definitions';
import { witUrl } from '../addresses';

export function tagShape(tag: Tag, site: Site): Record<string, unknown> {
  return { ...tag, url: new Url(`${witUrl(site)}/tags/${tag.id}`) };
}

/** By id or name. @throws Problem 404 for a tag that does not exist. */
export function requireTag(reader: Reader, project: Project, text: string): Tag {
  const tag = findTag(reader, project, text);
  if (tag) return tag;
  throw problem(404, 'TagNotFoundException', `TF402525: The tag ${text} does not exist.`);
}
