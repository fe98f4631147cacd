/** The words of a text in the form in which they are compared: small letters, no endings, no words that say nothing. */

/** Frequent words of the languages in which clauses are recognised, and what every story and threat says. */
const stopWords = new Set(
  `a an and any are as at be been before being but by can could do does for from had has have having he her his how i
  if in into is it its may more must my no nor not of off on or our out over own she should so some than that the their them
  then there these they this to too under up us was we were what when where which while who whom whose why will with without
  would you your able also another anybody anyone each ever everybody every just let like make need new nobody one other
  others else same somebody someone such thing use used user using want wants way
  der die das den dem des ein eine einen einem einer und oder ich als mit ohne dass damit kann will nicht ist sind von zu
  zum zur auf fur bei aus nach wird werden jemand sich
  le la les un une des du de et ou je que qui pour sans dans sur par avec est sont veux afin ne pas
  el los las una y o yo con sin por para en se es son quiero mi su
  il lo gli uno di che non con senza per voglio sono mio mia
  story threat risk security attack attacker system`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const endings: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(ss|sh|ch|x)es$/, '$1'],
  [/([^su])s$/, '$1'],
  [/([a-z]{3})(?:ings?|ed)$/, '$1'],
  [/([a-z]{4})(?:ations?|ators?|ates?|ions?|ive)$/, '$1'],
  [/([a-z]{4})(?:ments?|ness|able|ible|ity|ful|ly)$/, '$1'],
  [/([a-z]{3})(?:ers?|ors?|al)$/, '$1'],
  [/([a-z]{3})(?:at|i)$/, '$1'],
  [/([^laeiou])\1$/, '$1'],
  [/([a-z]{3})e$/, '$1'],
  [/([a-z]{3})y$/, '$1i'],
];

/** A light stem: good enough to meet its own plural and -ing form; it is never shown. */
export function stem(word: string): string {
  return endings.reduce((left, [ending, replacement]) => left.replace(ending, replacement), word);
}

export interface Word {
  /** As it is compared. */
  readonly stem: string;
  /** As it was written, in small letters. */
  readonly written: string;
}

/** The words that say something, in order. Only the beginning of a very long text is read. */
export function wordsOf(text: string): readonly Word[] {
  const folded = text
    .slice(0, 20_000)
    .toLowerCase()
    .replace(/['’]s\b/g, '');
  return [...folded.matchAll(/[\p{L}\p{N}]{2,40}/gu)].flatMap(([written]) => {
    const plain = written.normalize('NFD').replace(/\p{M}/gu, '');
    return stopWords.has(plain) ? [] : [{ stem: stem(plain), written }];
  });
}
