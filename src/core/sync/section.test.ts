import * as fc from 'fast-check';
import { asHtml, asLines, asMarkdown, asPlain } from './blocks';
import type { SectionBlock } from './blocks';
import { findSection, withSection, withoutSection } from './section';
import type { FieldText } from './section';

const url = 'https://dev.example/hub?model=1';
const isOurs = (address: string) => address.includes('/hub?model=1');
const link: SectionBlock = { kind: 'link', text: 'Mitigation', url };
const blocks: readonly SectionBlock[] = [
  link,
  { kind: 'heading', text: 'Why' },
  { kind: 'items', items: [{ strong: 'Stolen', rest: ', at Shop' }] },
  { kind: 'paragraph', lines: ['Pin it.', 'Rotate it.'] },
];
const html = (text: string): FieldText => ({ text, format: 'html' });
const markdown = (text: string): FieldText => ({ text, format: 'markdown' });
const said = 'Mitigation Why Stolen, at Shop Pin it. Rotate it.';

describe('S11 our section is known by its link and its rule line', () => {
  test.each<[string, FieldText, string | undefined]>([
    ['as we write it', html(asHtml(blocks)), said],
    ['as we write it in Markdown', markdown(asMarkdown(blocks)), said],
    ['below what people wrote', html(`<p>Note</p>${asHtml(blocks)}`), said],
    [
      'as an editor leaves it',
      html(
        `<div><p style="x"><a style="y" href="https://elsewhere.example/hub?model=1&amp;x=2" target=_blank>Mitigation</a>&nbsp;</p>\n` +
          `<h3><span>Why</span></h3><ul><li><b>Sto</b><b>len</b>, at Shop</li></ul><div>Pin it.<br>Rotate it.</div><hr /></div>`,
      ),
      said,
    ],
    [
      'with Windows line ends',
      markdown(`Note\r\n\r\n${asMarkdown(blocks).replace(/\n/g, '\r\n')}\r\nMore`),
      said,
    ],
    [
      'not another mitigation’s',
      html('<p><a href="https://dev.example/other">Mitigation</a></p><hr>'),
      undefined,
    ],
    [
      'not in an attribute of something else',
      html('<img href="https://dev.example/hub?model=1"><hr>'),
      undefined,
    ],
    ['none', html('<p>Nothing of ours</p><hr>'), undefined],
  ])('%s', (_title, field, expected) => {
    expect(findSection(field, isOurs)?.words).toBe(expected);
  });

  test('S12 one without its rule line is open: nobody can say where it ends', () => {
    expect(findSection(html(asHtml(blocks).replace('<hr>', '<p>Mine</p>')), isOurs)).toMatchObject({
      kind: 'open',
    });
    expect(findSection(markdown('[x](https://dev.example/hub?model=1)\n\nMine'), isOurs)).toMatchObject({
      kind: 'open',
    });
    // A rule line inside a table of theirs cannot be cut out of it.
    expect(findSection(html(`<div>${asHtml([link]).replace('<hr>', '</div><hr>')}`), isOurs)).toMatchObject({
      kind: 'open',
    });
  });
});

const theirs = fc.constantFrom(
  '<p>Above</p>',
  '<div>Ümlaut <b>bold</b></div>',
  '<hr>',
  '',
  'plain &amp; simple',
);
const line = fc
  .string({ unit: 'binary', maxLength: 20 })
  .filter((text) => !/[\p{Cc}\u2028\u2029]/u.test(text));
const anyBlocks = fc
  .array(
    fc.oneof(
      fc.record({ kind: fc.constant('heading' as const), text: line }),
      fc.record({
        kind: fc.constant('paragraph' as const),
        lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('items' as const),
        items: fc.array(fc.record({ strong: line, rest: line }), { minLength: 1, maxLength: 2 }),
      }),
    ),
    { maxLength: 4 },
  )
  .map((rest): SectionBlock[] => [link, ...rest]);

test('a section is shown line by line, as people read it', () => {
  const lines = 'Mitigation\nWhy\nStolen, at Shop\nPin it.\nRotate it.';
  expect(asLines(blocks)).toBe(lines);
  // Where an editor breaks the source is no line.
  const edited = asHtml(blocks).replace('Stolen', '\n  Sto<i>len</i>\n');
  expect(findSection(html(edited), isOurs)?.lines).toBe(lines.replace('Stolen', 'Stolen '));
});

test('S13 what stands beside the section stays, character by character', () => {
  fc.assert(
    fc.property(theirs, theirs, anyBlocks, anyBlocks, (above, below, before, after) => {
      const field = html(above + asHtml(before) + below);
      const next = withSection(field, findSection(field, isOurs), asHtml(after));
      expect(next).toBe(above + asHtml(after) + below);
      expect(withoutSection(html(next), findSection(html(next), isOurs))).toBe(above + below);
    }),
  );
});

test.each<[string, string]>([
  ['!\ufeff', '!'],
  ['Stolen ', ', at Shop'],
  [' ', 'Shop'],
  [' Stolen', ''],
])('S14 white space at the ends of what is bold parts words, too: “%s%s”', (strong, rest) => {
  const given: SectionBlock[] = [
    link,
    {
      kind: 'items',
      items: [
        { strong: 'First', rest: '' },
        { strong, rest },
      ],
    },
  ];
  expect(findSection(markdown(asMarkdown(given)), isOurs)?.words).toBe(asPlain(given));
  expect(findSection(html(asHtml(given)), isOurs)?.words).toBe(asPlain(given));
});

test('S14 the same words in HTML, in Markdown and alone, in the same lines', () => {
  fc.assert(
    fc.property(anyBlocks, (given) => {
      const expected = { words: asPlain(given), lines: asLines(given) };
      expect(findSection(html(asHtml(given)), isOurs)).toMatchObject(expected);
      expect(findSection(markdown(asMarkdown(given)), isOurs)).toMatchObject(expected);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['<p><a href="', 60_000],
  ['<div><a href="https://dev.example/hub?model=1">', 20_000],
  ['[](<', 60_000],
  ['[', 200_000],
  ['\\[', 100_000],
])('hostile text of any length is read in linear time: %s', (part, times) => {
  const text = part.repeat(times);
  findSection(html(text), isOurs);
  findSection(markdown(text), isOurs);
});
