/** Tells an ordinary "without" that names an unwanted outcome for security or privacy from all the others. */
import type { LanguageWords } from './language';
import { wordsOf } from './language';

/** Words behind the keyword that are looked at: the outcome is named early or not at all. */
const reach = 14;

export interface OrdinaryUse {
  readonly words: LanguageWords;
  /** What follows the keyword in its sentence. */
  readonly text: string;
  /** What stands before it in its sentence. */
  readonly before: string;
}

const infinitive = /(?<!\p{L})zu(?!\p{L})|\p{L}zu\p{L}+en(?!\p{L})/u;

/** Up to the last noun of the first part between commas that does not end with one. */
function untilVerb(text: string): string {
  let at = 0;
  for (const part of text.split(',')) {
    const last = [...part.matchAll(/(?<!\p{L})\p{Lu}\p{L}*/gu)].at(-1);
    const nounEnd = last ? last.index + last[0].length : 0;
    if (last && /\p{Ll}/u.test(part.slice(nounEnd))) return text.slice(0, at + nounEnd);
    at += part.length + 1;
  }
  return text;
}

/**
 * In German a verb stands in what follows "ohne" only behind "dass" or with "zu". Otherwise its last noun ends it, and
 * what comes then is the sentence's: "ohne fremde Hilfe einkaufen kann", "Ohne Bild sieht er leer aus". Nouns have capitals.
 */
function withoutForeignVerbs({ words, text }: OrdinaryUse): string {
  const hasVerb = /^[\s,]*da(?:ss|ß)(?!\p{L})/iu.test(text) || infinitive.test(text);
  return words.data.language === 'de' && !hasVerb ? untilVerb(text) : text;
}

/** The words up to the sentence's own verb: in "requests without a token are logged" only "a token". */
function ownWords(use: OrdinaryUse): readonly string[] {
  const { words } = use;
  const all = wordsOf(withoutForeignVerbs(use), reach);
  const end = all.findIndex((word, i) => {
    const already = all.slice(0, i).join(' ');
    // "without anyone can read it" is no sentence's own verb, only a foreigner's English.
    return i > 0 && words.predicate.has(word) && !words.data.outcome.actors.test(already);
  });
  return end < 0 ? all : all.slice(0, end);
}

/** True if the words name what must not happen. A guess: shown as a suggestion, never taken as a clause. */
export function isUnwantedOutcome(use: OrdinaryUse): boolean {
  const { words, text, before } = use;
  const { outcome } = words.data;
  if (outcome.harmless.test(text.trimStart().slice(0, 120))) return false;
  if (outcome.negatedBefore.test(before.slice(-200))) return false;
  const own = ownWords(use);
  const joined = own.join(' ');
  if (outcome.phrases.test(joined) || own.some((word) => words.strong.has(word))) return true;
  if (ownSubjectActs(words, own, joined)) return true;
  const hasActor = outcome.actors.test(joined);
  if (isMinePut(words, own, joined) || isGivenAway(words, own) || isOfOthers(words, own)) return true;
  if (isPersonUpTo(words, own, joined)) return true;
  if (hasActor && own.some((word) => words.byActors.has(word) || words.modals.has(word))) return true;
  return own.some((word) => words.weak.has(word)) && (hasActor || own.some((word) => words.assets.has(word)));
}

/** "my results being mixed up", "dass meine Daten … werden": whatever is done to what is mine to protect. */
function isMinePut(words: LanguageWords, own: readonly string[], joined: string): boolean {
  if (!words.data.outcome.passive.test(joined) || own.some((word) => words.benign.has(word))) return false;
  return own.some((word) => words.mine.has(word)) && own.some((word) => words.assets.has(word));
}

const inFull = new Set('full whole real true exact'.split(' '));

/** "giving the shop my full card number": giving a phone number may only be tedious. */
function isGivenAway(words: LanguageWords, own: readonly string[]): boolean {
  if (words.data.language !== 'en' || !/^(?:giv|hand|show|tell|surrender)ing$/u.test(own[0] ?? ''))
    return false;
  if (!own.some((word) => inFull.has(word))) return false;
  return own.some((word) => words.mine.has(word)) && own.some((word) => words.assets.has(word));
}

/** "seeing other customers' orders", "getting a view of another partner's figures". */
function isOfOthers(words: LanguageWords, own: readonly string[]): boolean {
  if (words.data.language !== 'en') return false;
  if (!/^(?:see|view|read|learn|access|know|download|chang|delet|alter|gett|edit)ing$/u.test(own[0] ?? ''))
    return false;
  const other = own.findIndex((word) => word === 'other' || word === 'another');
  return other > 0 && words.people.has(own[other + 1] ?? '');
}

/** Words of a subject that are looked at: "dass der neue Mieter …". */
const subjectReach = 5;

/** "dass ein Mitschüler … kann", "my daughter buying things on my account": another person's power, or act on what is mine. */
function isPersonUpTo(words: LanguageWords, own: readonly string[], joined: string): boolean {
  const { ownSubject, harmlessSubject } = words.data.outcome;
  const beginning = ownSubject.exec(joined)?.[0];
  if (beginning === undefined || harmlessSubject.test(joined)) return false;
  const subject = words.data.language === 'en' ? beginning.trim().split(' ').length - 1 : subjectReach;
  if (words.data.language !== 'en' && own.some((word) => words.modals.has(word))) return true;
  const who = own.slice(0, subject).findIndex((word) => words.people.has(word));
  if (who < 0 || /^(?:having|needing)$/u.test(own[subject] ?? '')) return false;
  const act = own.slice(words.data.language === 'en' ? subject + 1 : who + 1);
  return act.some((word) => words.mine.has(word) || words.modals.has(word));
}

/** "students altering the grades": an act by somebody who is neither the story's own person nor the product. */
function ownSubjectActs(words: LanguageWords, own: readonly string[], joined: string): boolean {
  const { ownSubject, harmlessSubject } = words.data.outcome;
  const beginning = ownSubject.exec(joined)?.[0];
  if (beginning === undefined || harmlessSubject.test(joined)) return false;
  if (words.data.language !== 'en') return own.some((word) => words.byActors.has(word));
  return englishSubjectActs(words, own, beginning);
}

/** What somebody else's act must touch in English, where "reviewers getting a second mail" looks the same. */
const touched = new Set('i it them my our his her their him us me'.split(' '));

/** What a person does with their senses needs no object to be unwanted: "passers-by listening in". */
const perceives = /^(?:listen|overhear|eavesdropp|watch|peek|spy|snoop)ing$/u;

/** "a former guest walking in". */
const enters = /^(?:walk|com|break|sneak|slipp|climb|wander|barg|gett|logg)ing$/u;

/** The beginning ends with the verb, which in English tells act, perfect and passive. */
function englishSubjectActs(words: LanguageWords, own: readonly string[], beginning: string): boolean {
  const verb = /\p{L}+$/u.exec(beginning)?.[0] ?? '';
  if (verb === 'being') return englishSubjectIsPut(words, own, beginning);
  const rest = own.slice(beginning.split(' ').length);
  if (verb === 'having' && (rest[0] === 'to' || rest[0] === 'a')) return false;
  const acts = verb === 'having' ? rest.some((word) => words.byActors.has(word)) : words.byActors.has(verb);
  const isSensed = perceives.test(verb) || (enters.test(verb) && /^in(?:to)?$/u.test(rest[0] ?? ''));
  if (isSensed && own.some((word) => words.people.has(word))) return true;
  // "the customer signing on paper": a person who acts is no thing that is touched.
  const isThing = (word: string): boolean => words.assets.has(word) && !words.people.has(word);
  return (
    acts &&
    (own.some((word) => touched.has(word) || isThing(word)) || rest.some((word) => words.assets.has(word)))
  );
}

/** "it being sold", and "her being able to open …": what becomes of a thing, and the power that somebody is given. */
function englishSubjectIsPut(words: LanguageWords, own: readonly string[], beginning: string): boolean {
  const rest = own.slice(beginning.split(' ').length);
  const isPower = /^(?:able|allowed|entitled|free) to /u.test(rest.join(' '));
  if (isPower) return rest.some((word) => words.byActors.has(word));
  // "the colleague before me still being signed in"
  if (/^(?:signed|logged) (?:in|on)(?!\p{L})/u.test(rest.join(' ')))
    return own.some((word) => words.people.has(word));
  return /^(?:it|them) being$/u.test(beginning) && own.some((word) => words.weak.has(word));
}
