/** A tag of the project as REST shows it. */
import type { Site } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { Url } from '../../kernel/wire';
import { mayCreateTags } from '../../organisation/permissions';
import type { Project, User } from '../../organisation/types';
import type { Reader } from '../../store/store';
import { findTag, type Tag } from '../../work-items/tag-definitions';
import { normaliseTags, splitTags } from '../../work-items/tags';
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

/** @throws Problem 403 for those who may not define tags. */
export function requireTagEditor(user: User): void {
  if (mayCreateTags(user)) return;
  throw problem(403, 'AccessCheckException', `${user.displayName} has no permission to change tags.`);
}

/** @throws Problem 400 for a name that is none, or that would be two. */
export function requireTagName(text: string): string {
  const tags = splitTags(text);
  const [name] = tags;
  if (tags.length !== 1 || name === undefined || name !== text.trim())
    throw problem(400, 'InvalidTagNameException', `The tag name '${text.slice(0, 60)}' is not valid.`);
  return normaliseTags(name);
}
