import fc from 'fast-check';
import type { TextFormat } from './clause';
import { findClauses } from './find-clauses';
import { clauseToWrite, writeClause } from './write-clause';

const clause = 'my card data <b> & R&D *stolen*';

test.each<[string, TextFormat, string, string]>([
  ['into an empty field', 'html', '', '<p><b>WITHOUT</b> my card data &lt;b&gt; &amp; R&amp;D *stolen*</p>'],
  ['into an empty field', 'markdown', '', '**WITHOUT** my card data \\<b\\> \\& R\\&D \\*stolen\\*'],
  [
    'as its own paragraph',
    'html',
    '<p>Notes.</p>',
    '<p>Notes.</p><p><b>WITHOUT</b> my card data &lt;b&gt; &amp; R&amp;D *stolen*</p>',
  ],
  [
    'as its own paragraph',
    'markdown',
    '- Notes\n',
    '- Notes\n\n**WITHOUT** my card data \\<b\\> \\& R\\&D \\*stolen\\*',
  ],
  [
    'after a story that has one',
    'markdown',
    'As a user I want to pay, WITHOUT a.',
    'As a user I want to pay, WITHOUT a.\n\n**WITHOUT** my card data \\<b\\> \\& R\\&D \\*stolen\\*',
  ],
])('%s (%s)', (_, format, value, expected) => {
  if (value.includes('WITHOUT')) {
    // The story's sentence is as good a place: the clause becomes its second one.
    expect(explicit(writeClause({ value, format, clause }), format)).toEqual(['a', clause]);
    return;
  }
  expect(writeClause({ value, format, clause })).toBe(expected);
});

const inStory = 'my data stolen';
test.each<[TextFormat, string, string]>([
  ['html', '<p>As a user I want to pay.</p>', '<p>As a user I want to pay, WITHOUT my data stolen.</p>'],
  [
    'html',
    '<div>Notes.</div><div>As a user,<br>I want to pay<br>so that I can buy&nbsp;</div>',
    '<div>Notes.</div><div>As a user,<br>I want to pay<br>so that I can buy, WITHOUT my data stolen&nbsp;</div>',
  ],
  [
    'html',
    '<p>Als Kunde möchte ich zahlen &amp; kaufen</p>',
    '<p>Als Kunde möchte ich zahlen &amp; kaufen, WITHOUT my data stolen</p>',
  ],
  [
    'markdown',
    'As a **user** I want to **pay**.\n',
    'As a **user** I want to **pay, WITHOUT my data stolen**.\n',
  ],
  [
    'markdown',
    'Notes.\n\nEn tant que client je veux payer',
    'Notes.\n\nEn tant que client je veux payer, WITHOUT my data stolen',
  ],
])('at the end of a story sentence (%s): %s', (format, value, expected) => {
  expect(writeClause({ value, format, clause: 'WITHOUT my data stolen.' })).toBe(expected);
  expect(explicit(expected, format)).toEqual([inStory]);
});

test.each([
  ['WITHOUT: my data stolen.', 'my data stolen'],
  ['a b. Or WITHOUT c!', 'a b, Or without c'],
  ['a) b (c', 'a b c'],
  ['  \u0000\n ', ''],
  ['n/a', ''],
])('the words of %j', (given, expected) => {
  expect(clauseToWrite(given)).toBe(expected);
});

test('a clause without words changes nothing', () => {
  expect(writeClause({ value: '<p>x</p>', format: 'html', clause: ' . ' })).toBe('<p>x</p>');
});

function explicit(value: string, format: TextFormat): readonly string[] {
  const formats = { description: format, acceptanceCriteria: format };
  return findClauses({ title: '', description: value, acceptanceCriteria: '', formats }).flatMap(
    ({ kind, text }) => (kind === 'explicit' ? [text] : []),
  );
}

const words = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        'my',
        'card',
        'data',
        'e.g.',
        'v1.2',
        '<b>',
        '&amp;',
        '*',
        '_',
        '`',
        '"',
        '«',
        '(',
        ')',
        ', so that I',
        'WITHOUT',
        'or',
        '|',
        '#',
        '[x]',
        '- ',
        '. ',
        "'s",
      ),
      { maxLength: 8 },
    )
    .map((each) => each.join(' ')),
  fc.string(),
  fc.string({ unit: 'grapheme' }),
);
const pieces: Record<TextFormat, readonly string[]> = {
  html: [
    '<p>As a user I want to pay.</p>',
    '<p>As a user I want to "pay',
    '<p>I pay, WITHOUT a stolen.</p>',
    '<p><b>WITHOUT:</b></p>',
    '<ul><li>a b</li></ul>',
    '<ul><li>a',
    '<pre>x',
    '<blockquote>',
    '<table><tr><td>WITHOUT</td>',
    '<!-- x',
    '<script>',
    'line\nAs a user I want\nit',
    '<p><code>As a user I want x</code></p>',
    '<br>',
    '<p>«',
  ],
  markdown: [
    'As a user I want to pay.\n',
    'As a user I want to "pay',
    '\n\nI pay, WITHOUT a stolen.\n\n',
    '**WITHOUT:**\n',
    '- a b\n',
    '- WITHOUT:\n',
    '\n```\n',
    '> quote',
    '| a | WITHOUT |\n|-|-|\n| b | c |',
    '\n\n    code',
    '**',
    '`',
    '# Without\n',
    '\\',
    '<b>',
    '«',
  ],
};
const given = fc.constantFrom<TextFormat>('html', 'markdown').chain((format) =>
  fc.record({
    format: fc.constant(format),
    clause: words,
    value: fc
      .array(fc.oneof(fc.constantFrom(...pieces[format]), fc.string()), { maxLength: 5 })
      .map((each) => each.join('')),
  }),
);

test('a comment that nobody closed swallows no clause, and the list before it is none', () => {
  const value = '<ul><li>a<!-- x';
  expect(explicit(writeClause({ value, format: 'html', clause: '( my )' }), 'html')).toEqual(['( my )']);
});

test('the clause is found, the earlier ones stay, and nothing else is found', () => {
  fc.assert(
    fc.property(given, ({ value, format, clause: text }) => {
      const before = explicit(value, format);
      const written = clauseToWrite(text);
      const after = explicit(writeClause({ value, format, clause: text }), format);
      if (written === '') expect(after).toEqual(before);
      else
        expect([
          [...before, written],
          [written, ...before],
        ]).toContainEqual(after);
    }),
    { numRuns: 1000 },
  );
});
