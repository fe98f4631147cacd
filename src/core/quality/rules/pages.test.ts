/** Every rule has its page, and the page says what the hub says, with more of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { qualityRules } from '../rules';

const headings = ['What it means', 'Example', 'What to do', 'When it is fine'];

describe.each(qualityRules)('$id', ({ id, title, why, mend, fine }) => {
  const page = readFileSync(join(__dirname, id, 'README.md'), 'utf8');
  const sections = page.split(/^## /m).slice(1);

  test('the page begins with the title and has the headings in order, each with something under it', () => {
    expect(page.split('\n')[0]).toBe(`# ${title}`);
    expect(sections.map((section) => section.split('\n')[0])).toEqual(headings);
    for (const section of sections) expect(section.split('\n').slice(1).join('').trim()).not.toBe('');
  });

  test('it says why and how as the rule does, and answers at least two readings', () => {
    expect(sections[0]).toContain(why);
    expect(sections[2]).toContain(mend);
    expect(sections[2]?.match(/^- \*\*.+\?\*\* /gm)?.length).toBeGreaterThanOrEqual(2);
  });

  test('when it is fine is one sentence', () => {
    expect(fine).toMatch(/^It is .+[a-z]\.$/);
  });
});
