/** Measures the clause engine against stories labelled by hand. A story is never special-cased: the lists are general. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exactOf, f1Of, labelledStories, measure, precisionOf, recallOf } from './clause-figures';
import { detectionPage } from './detection-page';

const stories = labelledStories(join(__dirname, 'clauses'));

test('the corpus is large and varied enough to say something', () => {
  expect(stories.length).toBeGreaterThanOrEqual(500);
  expect(new Set(stories.map(({ id }) => id)).size).toBe(stories.length);
  expect(new Set(stories.map(({ id }) => id.slice(0, 2))).size).toBe(5);
  const without = stories.filter(({ clauses }) => clauses.length === 0).length;
  expect(without / stories.length).toBeGreaterThan(0.3);
});

test('explicit clauses: F1 at least 0.98, the exact text in at least 95 of 100', () => {
  const figures = measure(stories, 'explicit');
  expect(f1Of(figures)).toBeGreaterThanOrEqual(0.98);
  expect(exactOf(figures)).toBeGreaterThanOrEqual(0.95);
});

test('suggested clauses: precision at least 0.9 at a recall of at least 0.7', () => {
  const figures = measure(stories, 'suggested');
  expect(precisionOf(figures)).toBeGreaterThanOrEqual(0.9);
  expect(recallOf(figures)).toBeGreaterThanOrEqual(0.7);
});

/** The columns of a table are as wide as its formatter likes. */
const plain = (text: string): string => text.replace(/[ -]+/g, ' ').trim();

test('docs/clause-detection.md says what is measured, misses and all', () => {
  const page = readFileSync(join(__dirname, '../../docs/clause-detection.md'), 'utf8');
  expect(plain(page)).toBe(plain(detectionPage(stories)));
});
