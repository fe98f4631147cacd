/** What makes two mitigation texts the same mitigation, and what a mitigation is called. */
import { fnv1a } from '../model/text-hash';
import { cleanLine, cutAtWord } from './clean-text';

const maxTitle = 120;
const maxKey = 200;
/** Marks and blanks that may end a text without changing what it says. */
const trailing = ' \t\n.,;:!?…-–—';

/** The text for comparing: white space folded, case and trailing punctuation ignored. '' = says nothing. */
export function normalised(text: string): string {
  const folded = cleanLine(text).normalize('NFC').toLowerCase();
  let end = folded.length;
  // A loop, not a regular expression: /[...]+$/ takes quadratic time on long runs of marks.
  while (end > 0 && trailing.includes(folded.charAt(end - 1))) end -= 1;
  return folded.slice(0, end);
}

// Not textHash: its second offset is another one, and a key that changes would make a newer file's mitigation a stranger.
const longTextHash = (text: string): string => fnv1a(text, 0x811c9dc5) + fnv1a(text, 0x1f2be47c);

/** The key by which a newer file finds the mitigation again: the normalised text, its tail as a hash when long. */
export function mitigationKey(normalisedText: string): string {
  if (normalisedText.length <= maxKey) return normalisedText;
  const hash = longTextHash(normalisedText);
  return `${normalisedText.slice(0, maxKey - hash.length - 1)}#${hash}`;
}

const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|no|approx)$/i;

/** Where the first sentence ends (exclusive of its mark), or the length of the text. */
function endOfSentence(text: string): number {
  for (const match of text.matchAll(/[.!?]\s/g)) {
    const next = text.charAt(match.index + 2);
    const isAddress = text.startsWith('http', match.index + 2);
    const continues = next === next.toLowerCase() && next !== next.toUpperCase() && !isAddress;
    if (!continues && !abbreviation.test(text.slice(Math.max(0, match.index - 8), match.index))) {
      return match[0].startsWith('.') ? match.index : match.index + 1;
    }
  }
  return text.endsWith('.') ? text.length - 1 : text.length;
}

/** The first sentence of the first line, without list mark and full stop, cut at a word to 120 code units. */
export function titleOf(text: string): string {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const line = cleanLine(first).replace(/^(?:\d{1,3}[.)]|[-*•])\s+/, '');
  const sentence = line.slice(0, endOfSentence(line)).trim();
  return cutAtWord(sentence === '' ? line : sentence, maxTitle);
}
