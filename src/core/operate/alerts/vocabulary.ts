/**
 * The words by which alerts and events are compared. Products, scanners and people name the same thing by other words:
 * those that mean one thing in this field count as one.
 */
import { searchWords } from '../../kb/search-words';

/** Words of one meaning, as stems of the search words or as they are written. */
const meanings: readonly string[] = [
  'login logon logins logged signin authn authentication authenticate credential credentials password passwords',
  'brute guess guessed guessing spray spraying stuffing',
  'sql sqli',
  'script javascript skimmer magecart formjacking csp',
  'malware virus trojan infected ransomware eicar',
  'flood flooded ddos dos botnet throttled throttling rate requests',
  'administrator admin privilege privileged role roles permission permissions escalation elevation rights',
  'secret secrets key keys vault keyvault',
  'storage blob container bucket',
  'dependency dependencies package packages library npm nuget component',
  'prompt llm jailbreak assistant chatbot copilot model',
  'price amount total basket cart',
  'refund refunds payment replay replayed',
  'redirect redirection phishing',
  'cookie session sessions token hijack hijacked',
  'audit trail records traces',
  'backup backups dump snapshot',
  'invoice invoices upload uploaded uploads attachment',
  'anonymous anonymously unauthenticated',
  'idor bola authz authorization enumerate enumeration counted',
];
const meaningOf = new Map(
  meanings.flatMap((line) => {
    const all = line.split(' ');
    return all.map((word) => [word, all[0] ?? word] as const);
  }),
);

/** Log names and identifiers apart into words: authn_login_fail, SecretGet. */
const apart = (text: string): string =>
  text
    .slice(0, 20_000)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_/.:#-]+/g, ' ');

/** `sign-in` is one word of this field, and of no dictionary. */
const joined = (text: string): string =>
  text.replace(/\b(sign|log)(?:ged|ning|ed|s)?[ -](in|on)s?\b/gi, 'login');

/** What the text is about: stems, and for words of the field the one that stands for their meaning, to the word as written. */
export function topicsOf(text: string): ReadonlyMap<string, string> {
  const topics = new Map<string, string>();
  const add = (topic: string, word: string) => {
    if (!topics.has(topic) && topics.size < 600) topics.set(topic, word);
  };
  const bare = joined(apart(text));
  for (const [stem, word] of searchWords(bare)) add(meaningOf.get(word) ?? meaningOf.get(stem) ?? stem, word);
  // Filler for threats, and yet words of a log: the list of meanings decides first.
  for (const [word] of bare.toLowerCase().matchAll(/[a-z]{3,20}/g)) {
    const meaning = meaningOf.get(word);
    if (meaning !== undefined) add(meaning, word);
  }
  return topics;
}

/** Ids of MITRE ATT&CK in a text. */
export const techniquesIn = (text: string): ReadonlySet<string> =>
  new Set([...text.slice(0, 20_000).matchAll(/\bT\d{4}(?:\.\d{3})?\b/gi)].map(([id]) => id.toUpperCase()));
