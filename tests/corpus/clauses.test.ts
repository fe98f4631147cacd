/** Measures the clause engine against stories labelled by hand. A story is never special-cased: the lists are general. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findClauses } from '../../src/core/clauses/find-clauses';
import type { ClauseField, TextFormat } from '../../src/core/clauses/clause';

interface LabelledClause {
  readonly field: ClauseField;
  readonly text: string;
  readonly kind: 'explicit' | 'suggested';
}
interface LabelledStory {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly acceptanceCriteria: string;
  readonly format: TextFormat;
  readonly clauses: readonly LabelledClause[];
}

const folder = join(__dirname, 'clauses');
const stories = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly LabelledStory[]);

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** The same clause, though perhaps cut elsewhere: at least half of the words are shared. */
function overlaps(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared * 2 >= Math.max(one.size, other.size);
}

function measure(kind: LabelledClause['kind']) {
  const counts = { hits: 0, exact: 0, missed: 0, wrong: 0 };
  const misses: string[] = [];
  for (const story of stories) {
    const formats = { description: story.format, acceptanceCriteria: story.format };
    const found = findClauses({ ...story, formats }).filter((each) => each.kind === kind);
    const left = [...found];
    for (const label of story.clauses.filter((each) => each.kind === kind)) {
      const sameField = left.filter(({ field }) => field === label.field);
      const match =
        sameField.find(({ text }) => text === label.text) ??
        sameField.find(({ text }) => overlaps(text, label.text));
      if (!match) {
        counts.missed += 1;
        misses.push(`${story.id} missed: ${label.text}`);
        continue;
      }
      left.splice(left.indexOf(match), 1);
      counts.hits += 1;
      if (match.text === label.text) counts.exact += 1;
      else misses.push(`${story.id} not exact: ${match.text} | ${label.text}`);
    }
    counts.wrong += left.length;
    misses.push(...left.map(({ text }) => `${story.id} wrong: ${text}`));
  }
  const { hits, exact, missed, wrong } = counts;
  const precision = hits / (hits + wrong);
  const recall = hits / (hits + missed);
  const figures = {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    exact: exact / hits,
  };
  console.log(`${kind}: ${JSON.stringify({ ...counts, ...figures })}\n${misses.join('\n')}`);
  return figures;
}

test('the corpus is large and varied enough to say something', () => {
  expect(stories.length).toBeGreaterThanOrEqual(150);
  expect(new Set(stories.map(({ id }) => id)).size).toBe(stories.length);
  expect(new Set(stories.map(({ id }) => id.slice(0, 2))).size).toBe(5);
  const without = stories.filter(({ clauses }) => clauses.length === 0).length;
  expect(without / stories.length).toBeGreaterThan(0.3);
});

test('explicit clauses: F1 at least 0.98, the exact text in at least 95 of 100', () => {
  const { f1, exact } = measure('explicit');
  expect(f1).toBeGreaterThanOrEqual(0.98);
  expect(exact).toBeGreaterThanOrEqual(0.95);
});

test('suggested clauses: precision at least 0.9 at a recall of at least 0.7', () => {
  const { precision, recall } = measure('suggested');
  expect(precision).toBeGreaterThanOrEqual(0.9);
  expect(recall).toBeGreaterThanOrEqual(0.7);
});
