/** The words by which texts about threats are compared: lower case, without endings and without filler. */

/** Words that say nothing about a threat, in the English of titles and of other tools' generated texts. */
const filler = new Set(
  `a an and any are as at be because been being but by can could does do each for from get had has have how if in into
  is it its may might more must no not of on one only or other out over own same should so some such than that the
  their them then there these they this those through to under until up upon use used using via was were what when
  where which while who whose will with without would you your adversary anyone attacker attackers somebody someone
  threat threats possible potential due data system application user users external entity generic process store
  element service services server all made page pages name names public able allow allows allowed call called become becomes part`
    .split(/\s+/)
    .filter(Boolean),
);

/** "queries" and "query", "injected" and "injection": cut to what they share. Rough on purpose; it only ranks. */
function stem(word: string): string {
  if (word.length <= 4) return word;
  const cut = word
    .replace(/ies$/, 'y')
    .replace(/(?:ations?|ating|ated|ates?)$/, 'at')
    .replace(/(?:ions?|ing|ed|es|s)$/, '');
  return cut.length >= 3 ? cut.replace(/e$/, '') : word;
}

/** Stem to the word as it first stood, at most 500: a hostile description cannot make the comparison long. */
export function searchWords(text: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  // Placeholders are not words of the text.
  for (const [word] of text
    .slice(0, 20_000)
    .toLowerCase()
    .replace(/\{[\w.-]{1,40}\}/g, ' ')
    .matchAll(/[\p{L}\p{N}]{3,40}/gu)) {
    const stemmed = stem(word);
    if (!filler.has(word) && !words.has(stemmed)) words.set(stemmed, word);
    if (words.size >= 500) break;
  }
  return words;
}

/** The numbers of CWE entries that a text names, e.g. "CWE-89". */
export function namedWeaknesses(text: string): readonly number[] {
  return [...text.slice(0, 20_000).matchAll(/\bCWE[-: ]?(\d{1,5})\b/gi)].map(([, digits]) => Number(digits));
}
