/** Every rule of the sync's specification is quoted by the title of a test, and no test quotes a rule that is not there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const spec = readFileSync(join(root, 'src/core/sync/SPEC.md'), 'utf8');
const rules = [...spec.matchAll(/\*\*(S\d+)\*\*/g)].map(([, rule = '']) => rule);

/** Where syncs are tested; other rooms have other things that are called S and a number. */
const places = ['src/core/sync', 'src/app', 'src/contributions/hub/sync', 'src/cli', 'tests'];
const isTest = (name: string) => /\.(test\.tsx?|contract\.ts)$/.test(name);
const testsBelow = (place: string): readonly string[] =>
  readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
    .filter((name) => isTest(name) && !name.includes('node_modules'))
    .map((name) => join(root, place, name));

/** A title is a string that opens the arguments of a call, or a row of a table, and is followed by more. */
const titles = places
  .flatMap(testsBelow)
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/[([]\s*(['"`])((?:(?!\1)[^\n\\]|\\.)*)\1,/g)])
  .map(([, , title = '']) => title);
const quoted = new Set(titles.flatMap((title) => [...title.matchAll(/\bS\d{1,2}\b/g)].map(([rule]) => rule)));

test('the specification has its rules, each number once', () => {
  expect(rules.length).toBeGreaterThanOrEqual(50);
  expect(new Set(rules).size).toBe(rules.length);
});

test('each rule is quoted by the title of a test', () => {
  expect(rules.filter((rule) => !quoted.has(rule))).toEqual([]);
});

test('no title quotes a rule that is not there', () => {
  expect([...quoted].filter((rule) => !rules.includes(rule))).toEqual([]);
});
