/** The meanings of a word: what lets "parcel" meet "package". */
import { kinLists } from './kin-lists';
import { wordsOf } from './stem';

/** Marks a meaning among the stems that it is compared with; no word begins so. */
const mark = '~';

const byStem = new Map<string, string[]>();
kinLists
  .trim()
  .split('\n')
  .forEach((line, n) => {
    for (const { stem: one } of wordsOf(line)) {
      const meanings = byStem.get(one) ?? [];
      if (!meanings.includes(`${mark}${n}`)) byStem.set(one, [...meanings, `${mark}${n}`]);
    }
  });

const none: readonly string[] = [];

/** The meanings of a stem; mostly none or one. */
export function meaningsOf(one: string): readonly string[] {
  return byStem.get(one) ?? none;
}

export const isMeaning = (one: string): boolean => one.startsWith(mark);
