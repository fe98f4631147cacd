/** Tags as the original keeps them: one text "a; b", each tag once, compared without case. */
import { problem } from '../kernel/problem';

const MAXIMUM_TAGS = 100;
const MAXIMUM_LENGTH = 400;

/** The single tags of a field value. */
export function splitTags(value: string): readonly string[] {
  return value
    .split(/[;,]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

/**
 * The value as it is stored: sorted, without duplicates; the first spelling of a tag wins.
 * @throws Problem 400 for tags the original refuses.
 */
export function normaliseTags(value: string): string {
  const seen = new Map<string, string>();
  for (const tag of splitTags(value)) {
    if (tag.length > MAXIMUM_LENGTH || /\p{Cc}/u.test(tag))
      throw problem(400, 'InvalidTagNameException', `The tag name '${tag.slice(0, 60)}' is not valid.`);
    if (!seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  }
  if (seen.size > MAXIMUM_TAGS)
    throw problem(
      400,
      'WorkItemTagLimitExceededException',
      `A work item can have at most ${MAXIMUM_TAGS} tags.`,
    );
  return [...seen.values()].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).join('; ');
}
