/** What kind of harm a clause speaks of, by STRIDE: "seeing the card number" and "is read" share no word. */
import type { StrideCategory } from '../../model/threat';
import { stem, wordsOf } from './stem';

const words: Readonly<Record<StrideCategory, string>> = {
  spoofing:
    'impersonate impersonated pretend guess guessed password login credentials identity account fake phishing',
  tampering:
    'change changed changing modify altered manipulated tampered redirect redirecting inject forged overwritten',
  repudiation: 'deny denied denying dispute disputed prove proof trace audit untraceable',
  'information-disclosure':
    'see seen seeing read reading steal stolen stealing leak leaked disclose exposed learn copied view intercepted spy published',
  'denial-of-service':
    'lock locked slow unavailable outage flood overload blocked crash down interrupted unreachable',
  'elevation-of-privilege':
    'admin administrator privilege permission rights role escalate unauthorised unauthorized',
};

/** How the category reads in a sentence. */
export const topicNames: Readonly<Record<StrideCategory, string>> = {
  spoofing: 'spoofing',
  tampering: 'tampering',
  repudiation: 'repudiation',
  'information-disclosure': 'information disclosure',
  'denial-of-service': 'denial of service',
  'elevation-of-privilege': 'elevation of privilege',
};

const byStem = new Map<string, StrideCategory[]>();
for (const category of Object.keys(words) as StrideCategory[])
  for (const word of words[category].split(' ')) {
    const categories = byStem.get(stem(word)) ?? [];
    if (!categories.includes(category)) byStem.set(stem(word), [...categories, category]);
  }

/** The categories that the text's words point to, each once. */
export function topicsOf(text: string): ReadonlySet<StrideCategory> {
  return new Set(wordsOf(text).flatMap((word) => byStem.get(word.stem) ?? []));
}
