import { forTerminal, nameInFlag } from './console';

test.each<[string, string, string]>([
  ['colours and bells', '\u001b[31mred\u0007', ' [31mred '],
  ['line breaks of every kind', 'a\nb\u2028c\u0085d', 'a b c d'],
  ['what turns a line round', 'Pay\u202e gro.live\u2066\u200f', 'Pay gro.live'],
  ['nothing of an ordinary text', 'Zoë’s “Größe” – 50 %', 'Zoë’s “Größe” – 50 %'],
])('a terminal gets %s', (_what, text, expected) => {
  expect(forTerminal(text)).toBe(expected);
});

test.each<[string, boolean]>([
  ['Orders are read, at night – by “nobody”', false],
  ['Orders are read (at night), by one’s rivals; 2 of 3', true],
  ['Sold for $(id)', false],
  ['`id`', false],
  ['a" & calc & "', false],
  ['%PATH%', false],
  ['Stop!', false],
  ['ends in \\', false],
  ['two\nlines', false],
  ['turned \u202e round', false],
])('%j stands in a flag by its name: %s', (name, isName) => {
  expect(nameInFlag(name, 'the-id')).toBe(isName ? name : 'the-id');
});
