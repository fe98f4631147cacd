/** How well clauses are found in the stories labelled by hand: counted for the tests, and for docs/clause-detection.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findClauses } from '../../src/core/clauses/find-clauses';
import type { ClauseField, TextFormat } from '../../src/core/clauses/clause';

export interface LabelledClause {
  readonly field: ClauseField;
  readonly text: string;
  readonly kind: 'explicit' | 'suggested';
}
export interface LabelledStory {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly acceptanceCriteria: string;
  readonly format: TextFormat;
  readonly clauses: readonly LabelledClause[];
}

export interface Counts {
  readonly hits: number;
  readonly exact: number;
  readonly missed: number;
  readonly wrong: number;
}

export interface Figures extends Counts {
  /** One sentence for each clause that was missed, found wrongly or cut otherwise. */
  readonly misses: readonly string[];
}

export function labelledStories(folder: string): readonly LabelledStory[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly LabelledStory[]);
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** The same clause, though perhaps cut elsewhere: at least half of the words are shared. */
function overlaps(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared * 2 >= Math.max(one.size, other.size);
}

/** A found clause counts once, for the label in its field that says the same, or else nearly the same. */
export function measure(stories: readonly LabelledStory[], kind: LabelledClause['kind']): Figures {
  const counts = { hits: 0, exact: 0, missed: 0, wrong: 0 };
  const misses: string[] = [];
  for (const story of stories) {
    const formats = { description: story.format, acceptanceCriteria: story.format };
    const left = findClauses({ ...story, formats }).filter((each) => each.kind === kind);
    for (const label of story.clauses.filter((each) => each.kind === kind)) {
      const sameField = left.filter(({ field }) => field === label.field);
      const match =
        sameField.find(({ text }) => text === label.text) ??
        sameField.find(({ text }) => overlaps(text, label.text));
      if (!match) {
        counts.missed += 1;
        misses.push(`${story.id}: “${label.text}” is not found.`);
        continue;
      }
      left.splice(left.indexOf(match), 1);
      counts.hits += 1;
      if (match.text === label.text) counts.exact += 1;
      else misses.push(`${story.id}: “${match.text}” is found where “${label.text}” is meant.`);
    }
    counts.wrong += left.length;
    misses.push(...left.map(({ text }) => `${story.id}: “${text}” is found where nothing is meant.`));
  }
  return { ...counts, misses };
}

export const precisionOf = ({ hits, wrong }: Counts): number =>
  hits + wrong === 0 ? 1 : hits / (hits + wrong);
export const recallOf = ({ hits, missed }: Counts): number =>
  hits + missed === 0 ? 1 : hits / (hits + missed);
export function f1Of(figures: Counts): number {
  const [precision, recall] = [precisionOf(figures), recallOf(figures)];
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
export const exactOf = ({ hits, exact }: Counts): number => (hits === 0 ? 1 : exact / hits);
