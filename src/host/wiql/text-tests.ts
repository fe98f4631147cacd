/** Tests of texts, paths and groups. */
import { findProject, findTeam } from '../organisation/projects';
import { users } from '../organisation/types';
import type { FieldDefinition } from '../processes/field';
import { splitTags } from '../work-items/tags';
import { comments, type FieldValue, type WorkItem } from '../work-items/types';
import type { Comparison } from './query';
import type { QueryScope } from './scope';
import { wiqlError } from './wiql-error';

export type Test = (actual: FieldValue | undefined, item: WorkItem) => boolean;

/** Tags match as a whole: 'Pay' does not find 'Payment'. */
export function containsTag(wanted: string): Test {
  const needle = wanted.trim().toLowerCase();
  return (actual) => splitTags(String(actual ?? '')).some((tag) => tag.toLowerCase() === needle);
}

export function containsText(wanted: string, read: (value: FieldValue) => string): Test {
  const needle = wanted.toLowerCase();
  return (actual) => actual !== undefined && read(actual).toLowerCase().includes(needle);
}

/** Longer texts to look for are refused. */
const LONGEST = 100;

/**
 * Every word must occur as a word; a trailing * accepts words that begin so. Markup is not searched.
 * @throws Problem 400 for a text of more than 100 characters.
 */
export function containsWords(
  wanted: string,
  { clause }: Comparison,
): (text: FieldValue | undefined) => boolean {
  if (wanted.length > LONGEST)
    throw wiqlError(`The text to search for is longer than ${LONGEST} characters.`, clause);
  const words = wanted
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return (actual) => {
    const text = String(actual ?? '')
      .replace(/<[^>]*>/g, ' ')
      .toLowerCase();
    const present = text.split(/[^\p{L}\p{N}_]+/u);
    return words.every((word) =>
      word.endsWith('*') ? present.some((one) => one.startsWith(word.slice(0, -1))) : present.includes(word),
    );
  };
}

/** The same for what was ever said about an item: its comments. */
export function discussionContainsWords(
  wanted: string,
  comparison: Comparison,
  { reader }: QueryScope,
): Test {
  const isFound = containsWords(wanted, comparison);
  const found = reader.all(comments).filter(({ text, isDeleted }) => isDeleted !== true && isFound(text));
  const items = new Set(found.map(({ workItemId }) => workItemId));
  return (_, item) => items.has(item.id);
}

/** @param root in lower case. */
export function isUnder(root: string): Test {
  return (actual) => {
    const path = String(actual ?? '').toLowerCase();
    return path === root || path.startsWith(`${root}\\`);
  };
}

/**
 * Types by their category, people and other texts by the members of a team (`[Shop]\Shop Team`).
 * @throws Problem 400 for an unknown category.
 */
export function inGroup(field: FieldDefinition, name: string, scope: QueryScope): Test {
  if (field.referenceName !== 'System.WorkItemType') return isMember(name, scope);
  const wanted = name.toLowerCase();
  const category = scope.process.categories.find((one) =>
    [one.referenceName.toLowerCase(), one.name.toLowerCase()].includes(wanted),
  );
  if (!category) throw wiqlError('The specified category does not exist.', `'${name}'`);
  return (actual) => category.types.includes(String(actual));
}

/** A group that does not exist has no members. People stand in fields by their ids, in texts by their names. */
function isMember(name: string, { reader, project }: QueryScope): Test {
  const [, inBrackets, teamName = name] = /^\[([^\]]*)\]\\(.*)$/.exec(name) ?? [];
  const home = inBrackets === undefined ? project : findProject(reader, inBrackets);
  const ids = (home && findTeam(reader, home, teamName)?.members) ?? [];
  const names = ids.map((id) => reader.get(users, id)?.displayName ?? id);
  const members = new Set([...ids, ...names].map((one) => one.toLowerCase()));
  return (actual) => members.has(String(actual).toLowerCase());
}
