/** Completeness is enforced, not remembered: a rule is a folder with its code, its test and its page, and a line. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from './rules';

const folders = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const headings = ['What it means', 'Example', 'What to do', 'When it is fine'];

test('the registry has exactly the rules of the folders, each once', () => {
  expect(rules.map(({ id }) => id).sort()).toEqual(folders);
});

test('docs/rules.md lists them in the order of the registry', () => {
  const index = readFileSync(join(__dirname, '../../../../docs/rules.md'), 'utf8');
  const listed = [...index.matchAll(/^\| \[`([a-z-]+)`\]\(\S+\/\1\/README\.md\) *\| (.+?) *\|/gm)];
  expect(listed.map(([, id, title]) => ({ id, title }))).toEqual(
    rules.map(({ id, meta }) => ({ id, title: meta.title })),
  );
});

describe.each(folders)('%s', (id) => {
  const rule = rules.find((each) => each.id === id);
  const page = join(__dirname, id, 'README.md');

  test('has its test and its page, which begins with the title of the rule', () => {
    expect(existsSync(join(__dirname, id, 'rule.test.ts'))).toBe(true);
    expect(readFileSync(page, 'utf8').split('\n')[0]).toBe(`# ${rule?.meta.title}`);
  });

  test('the page has the headings in order, each with something under it', () => {
    const sections = readFileSync(page, 'utf8').split(/^## /m).slice(1);
    expect(sections.map((section) => section.split('\n')[0])).toEqual(headings);
    for (const section of sections) expect(section.split('\n').slice(1).join('').trim()).not.toBe('');
  });

  test('has two readings, both questions, and the page answers both', () => {
    expect(rule?.meta.readings).toHaveLength(2);
    for (const reading of rule?.meta.readings ?? []) {
      expect(reading).toMatch(/\?$/);
      expect(readFileSync(page, 'utf8')).toContain(`**${reading}**`);
    }
  });
});
