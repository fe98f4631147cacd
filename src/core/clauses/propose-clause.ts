/** Proposes words for a clause from a threat: plain text, lower-case start, no full stop, short enough to read. */
import type { StrideCategory } from '../model/threat';

export interface ThreatWords {
  readonly title: string;
  readonly stride: readonly StrideCategory[];
  readonly placeName: string;
  /** From a knowledge base, e.g. "WITHOUT others reading what is sent to {place}". */
  readonly template?: string | undefined;
}

const maxLength = 140;

const byStride: Readonly<Record<StrideCategory, string>> = {
  spoofing: 'anyone pretending to be {place}',
  tampering: 'anyone changing {place} unnoticed',
  repudiation: 'anyone being able to deny what they did with {place}',
  'information-disclosure': 'anyone reading {place} who must not',
  'denial-of-service': 'anyone being able to make {place} unavailable',
  'elevation-of-privilege': 'anyone gaining rights in {place} that they were not given',
};

/** Markup and line breaks of a foreign file must not become those of a work item. */
function plain(text: string): string {
  return text
    .slice(0, 1000)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[<>`*|\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "SQL injection" keeps its capitals; "Card data is stolen" does not begin a sentence any more. */
function lowerStart(text: string): string {
  return /^\p{Lu}(?!\p{Lu}|\p{N})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function shortened(text: string): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength + 1);
  const end = cut.lastIndexOf(' ');
  return cut.slice(0, end > 0 ? end : maxLength);
}

function tidy(words: string): string {
  const own = plain(words)
    .replace(/^without\b[\s:–—-]*/iu, '')
    // One sentence: a clause ends where its sentence does.
    .replace(/[.!?…]+(?=\s)/g, ',')
    .replace(/\b(?:WITHOUT|OHNE|SANS|SIN|SENZA)\b/g, (keyword) => keyword.toLowerCase());
  return lowerStart(shortened(own).replace(/[\s.,;:!?…–—-]+$/u, ''));
}

/** Fills `{place}` and a knowledge base's own names for it (`{target.name}`); an unknown placeholder is the place too. */
function filled(template: string, place: string): string {
  return template.replace(/\{[\w.-]{1,40}\}/g, () => place);
}

/** "Card data is stolen" is a sentence; a clause about it is that it happens. Other titles only name a threat. */
function outcomeIn(title: string): string | undefined {
  const passive = /^(.{3,100}?) (?:is|are|was|were|gets?) (\p{L}+(?:ed|en|ead|ost|old)\b.*)$/iu.exec(title);
  return passive ? `${passive[1] ?? ''} being ${passive[2] ?? ''}` : undefined;
}

/**
 * The template's words when there is one; else the title's where it says what happens, words by the first STRIDE
 * category, or the title as it is. Never empty: a threat that says nothing gets "this happening".
 */
export function proposeClause(threat: ThreatWords): string {
  const title = plain(threat.title);
  const place = plain(threat.placeName) || 'this';
  const [category] = threat.stride;
  for (const candidate of [threat.template, outcomeIn(title), category && byStride[category], title]) {
    const words = candidate === undefined ? '' : tidy(filled(candidate, place));
    if (words !== '') return words;
  }
  return 'this happening';
}
