/** Where sentences end: at a full stop that ends one, not at those of abbreviations, numbers, versions and file names. */
import { languageWords } from './language';

const abbreviations = new Set(languageWords.flatMap(({ data }) => data.abbreviations.split(' ')));
/** These end a sentence when a capital follows; the others never do. */
const mayEnd = new Set([
  'etc',
  'usw',
  'ecc',
  'max',
  'min',
  'inc',
  'ltd',
  'co',
  'no',
  'es',
  'ca',
  'm',
  'al',
  'art',
  'fig',
  'ex',
  'uds',
  'ud',
  'u.a',
  's.o',
  's.u',
]);
const ordinalBefore = /(?:^| )(?:am|ab|beim|vom|zum|zur|im|der|die|das|dem|den|des|jede[mnrs]?) \d{1,2}$/iu;
const closing = /["”’»“)\]]/;

/** "z. B.", "i. e.": single letters with stops come in pairs. One alone is a name: "user A. Then …". */
function isInitial(text: string, at: number): boolean {
  return (
    /^ ?\p{L}\./u.test(text.slice(at + 1, at + 4)) ||
    /\p{L}\. ?\p{L}$/u.test(text.slice(Math.max(0, at - 4), at))
  );
}

function endsAtFullStop(text: string, at: number): boolean {
  let next = at + 1;
  while (next < text.length && closing.test(text.charAt(next))) next += 1;
  if (next >= text.length) return true;
  if (text[next] !== ' ') return false;
  const token = /[\p{L}\p{N}.°-]*$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0].toLowerCase() ?? '';
  const follows = text.charAt(next + 1);
  const startsSentence = /[\p{Lu}"„“«‘(¿¡[]/u.test(follows);
  if (/^\p{L}$/u.test(token)) return startsSentence && !isInitial(text, at);
  if (abbreviations.has(token)) return mayEnd.has(token) && startsSentence;
  // "beim 3. Versuch": in German a stop makes a number an ordinal, whose noun has a capital.
  if (/^\d{1,2}$/.test(token))
    return startsSentence && !ordinalBefore.test(text.slice(Math.max(0, at - 24), at));
  // A short word before a small letter is an abbreviation nobody listed; a long one is a writer without a shift key.
  return startsSentence || /\p{N}/u.test(follows) || token.length > 4;
}

/** The places just behind the end of each sentence, in order; the last is the length of the text. */
export function sentenceEnds(text: string): readonly number[] {
  const ends: number[] = [];
  for (const { 0: marks, index } of text.matchAll(/[.!?…]+/g)) {
    const last = index + marks.length - 1;
    const isEnd = marks === '.' ? endsAtFullStop(text, index) : endsAtMark(text, last, marks);
    if (isEnd) ends.push(last + 1);
  }
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}

/** "Really? Yes": an exclamation or question mark before a space. An ellipsis only ends where a capital follows. */
function endsAtMark(text: string, last: number, marks: string): boolean {
  const behind = text.slice(last + 1, last + 4);
  const rest = behind.replace(/^["”’»“)\]]/, '');
  if (rest === '') return true;
  // 'asked "are you sure?" by a page': the question ends, the sentence does not.
  if (rest !== behind && /^ \p{Ll}/u.test(rest)) return false;
  if (/[!?]/.test(marks)) return rest.startsWith(' ');
  return /^ \p{Lu}/u.test(rest);
}
