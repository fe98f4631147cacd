/** How findings name things, so that the same thing is called the same in every sentence. */
import type { FoundClause } from '../clauses/clause';
import type { WorkItem } from '../sync/backlog-picture';

/** Longer texts would bury the sentence; the item itself is one click away. Characters. */
const longest = 120;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  // A character takes one or two places of a text: most texts are short enough without being counted.
  if (line.length <= longest) return line;
  const characters = [...line];
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`;
}

/** “Card data is stolen”. */
export function quoted(text: string): string {
  return `“${shortened(text)}”`;
}

/** #1 “Pay by card”. */
export function storyWords({ id, title }: WorkItem): string {
  return `#${id} ${quoted(title)}`;
}

/** “WITHOUT having my card data stolen”. */
export function clauseWords({ text }: FoundClause): string {
  return quoted(`WITHOUT ${text}`);
}

/** “A”, “B” and “C”. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
