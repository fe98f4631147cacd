import fc from 'fast-check';
import type { FoundClause, TextFormat } from './clause';
import { clauseHash } from './clause';
import { findClauses } from './find-clauses';

function find(description: string, format: TextFormat): readonly FoundClause[] {
  const formats = { description: format, acceptanceCriteria: format };
  return findClauses({ title: '', description, acceptanceCriteria: '', formats });
}
const explicitIn = (description: string, format: TextFormat): readonly string[] =>
  find(description, format).flatMap(({ kind, text }) => (kind === 'explicit' ? [text] : []));
const html = (text: string): readonly string[] => explicitIn(text, 'html');
const markdown = (text: string): readonly string[] => explicitIn(text, 'markdown');

const stolen = 'having my card data stolen';

test.each<[string, string, string]>([
  ['English', 'I want to share\n**WITHOUT** a b\nso that it is quick.', 'a b'],
  ['German', 'Ich möchte teilen\n**OHNE** a b\ndamit es schnell geht.', 'a b'],
  ['French', 'Je veux partager\n**SANS** a b\nafin que ce soit rapide.', 'a b'],
  ['French, in the negative', 'Je veux partager\n**SANS** a b\npour ne pas attendre.', 'a b'],
  ['Spanish', 'Quiero compartir\n**SIN** a b\npara que sea rápido.', 'a b'],
  ['Italian', 'Voglio condividere\n**SENZA** a b\naffinché sia veloce.', 'a b'],
  ['over two lines of its own', 'I want to share WITHOUT a\nb\nso that it is quick.', 'a b'],
  [
    'a line that hangs',
    'Ich möchte zahlen OHNE dass er a liest und\ndamit b.',
    'dass er a liest und damit b',
  ],
])('the purpose on a line of its own is none of the clause: %s', (_name, story, text) => {
  expect(markdown(story)).toEqual([text]);
});

test.each([
  'It must not be shipped WITHOUT sign-off by finance.',
  'Nobody may open a case WITHOUT a second pair of eyes.',
  'Niemand darf einen Fall OHNE zweites Augenpaar öffnen.',
  'Kein Vertrag darf OHNE zweite Unterschrift raus.',
  'Aucun contrat ne peut partir SANS signature.',
  'Ningún contrato puede salir SIN firma.',
  'Nessun contratto può uscire SENZA firma.',
  'No contract may leave WITHOUT a signature.',
  'Le dossier ne doit pas sortir SANS visa du chef.',
  'No se puede cerrar SIN la firma del cliente.',
  'Non si può chiudere SENZA la firma del cliente.',
])('what must be there is no clause: %s', (story) => {
  expect(markdown(story)).toEqual([]);
});

test('a prohibition elsewhere in the sentence takes no clause away', () => {
  const story = 'I cannot type well, so I want to dictate WITHOUT the recording leaving my phone.';
  expect(markdown(story)).toEqual(['the recording leaving my phone']);
});

describe('the exact text in HTML', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'to the end of the sentence',
      '<p>I want to pay, WITHOUT having my card data stolen. Thanks.</p>',
      [stolen],
    ],
    ['to the end of the block', '<div>pay WITHOUT having my card data stolen</div><div>Next</div>', [stolen]],
    ['to the next keyword', '<p>pay WITHOUT a b, or WITHOUT c d, and WITHOUT e.</p>', ['a b', 'c d', 'e']],
    ['once, before a tag that the text breaks off', '<p>pay WITHOUT a b</p><A/', ['a b']],
    ['to the end of the item', '<ul><li>WITHOUT a b</li><li>WITHOUT c d;</li></ul>', ['a b', 'c d']],
    ['to the closing bracket', '<p>pay (WITHOUT a b (or c)) by card</p>', ['a b (or c)']],
    ['between dashes', '<p>pay – WITHOUT a b – so that I can buy</p>', ['a b']],
    ['to where the story goes on', '<p>pay, WITHOUT a b, so that I can buy</p>', ['a b']],
    ['white space folded', '<p>pay WITHOUT&nbsp; a \n\t b</p>', ['a b']],
    ['entities decoded', '<p>pay WITHOUT R&amp;D &lt;x&gt; leaking</p>', ['R&D <x> leaking']],
    [
      'versions and files',
      '<p>WITHOUT v1.2 of index.html (e.g. 2.5 MB, i.e. all) read.</p>',
      ['v1.2 of index.html (e.g. 2.5 MB, i.e. all) read'],
    ],
    [
      'abbreviations',
      '<p>OHNE dass z. B. Nr. 5 am 3. Tag bzw. danach lesbar ist. Ende</p>',
      ['dass z. B. Nr. 5 am 3. Tag bzw. danach lesbar ist'],
    ],
    [
      'quotation marks inside stay',
      '<p>WITHOUT "are you sure?" asked by a fake. Next</p>',
      ['"are you sure?" asked by a fake'],
    ],
    ['over a wrapped line', '<p>pay WITHOUT<br>having my card data<br>stolen<br>Next line</p>', [stolen]],
    [
      'plain text with line breaks',
      'I want to pay\nWITHOUT having my card data stolen\n\nDone when tested',
      [stolen],
    ],
    ['to a semicolon', '<p>pay WITHOUT a b; the receipt comes by mail</p>', ['a b']],
    ['to a purpose in German', '<p>zahlen, OHNE a b zu lesen, damit es schnell geht</p>', ['a b zu lesen']],
    ['none where the keyword points back', '<p>There is no way WITHOUT this to pass.</p>', []],
    ['none at all', '<p>The keyword comes last WITHOUT.</p>', []],
    ['said to be none', '<p>WITHOUT: n/a</p><p>WITHOUT [what must not happen]</p>', []],
  ])('%s', (_, text, expected) => {
    expect(html(text)).toEqual(expected);
  });
});

describe('a keyword that formatting splits', () => {
  test.each([
    '<b>WITH</b>OUT',
    'W<i>ITH</i>OUT',
    '<span>WITH</span><span>OUT</span>',
    'WITH&shy;OUT',
    '<b><u>WITHOUT</u></b>',
  ])('%s', (keyword) => expect(html(`<p>pay, ${keyword} ${stolen}.</p>`)).toEqual([stolen]));
  test.each([
    '**WITH**OUT',
    'W**ITHOUT**',
    '__WITHOUT__',
    '***WITHOUT***',
    '*WITHOUT*',
    '<b>WITH</b>OUT',
    '**WITHOUT:**',
  ])('%s', (keyword) =>
    expect(markdown(`pay, ${keyword} having my *card* ~~bank~~ data [stolen](http://x.org).`)).toEqual([
      stolen,
    ]),
  );
});

describe('labels in HTML', () => {
  const list = '<ul><li>a b</li><li>c d.<ul><li>detail</li></ul></li></ul>';
  test.each<[string, string, readonly string[]]>([
    ['bold over a list', `<p><b>WITHOUT:</b></p>${list}<p>Other</p>`, ['a b', 'c d']],
    ['a heading over a list', `<h3>Without</h3>${list}`, ['a b', 'c d']],
    ['a heading that says clauses', `<h3>WITHOUT clauses</h3>${list}`, ['a b', 'c d']],
    ['at the end of the story', `<p>I want to pay WITHOUT:</p>${list}`, ['a b', 'c d']],
    ['an item over its own list', `<ul><li>Without:${list}</li><li>other</li></ul>`, ['a b', 'c d']],
    ['terms and definitions', '<dl><dt>WITHOUT</dt><dd>a b</dd><dd>c d</dd></dl>', ['a b', 'c d']],
    ['typed bullets', '<div>WITHOUT:</div><div>- a b</div><div>• c d</div>', ['a b', 'c d']],
    ['lines', 'WITHOUT:<br>a b<br>c d<br><br>Other', ['a b', 'c d']],
    ['over a paragraph', '<h2>Without</h2><p>a b.</p><p>Other</p>', ['a b']],
    ['at the start of a block', '<p>Without: a b</p><p>WITHOUT – c d</p>', ['a b', 'c d']],
    [
      'a column',
      '<table><tr><th>Story</th><th>WITHOUT</th></tr><tr><td>pay</td><td>a b</td></tr><tr><td>buy</td><td>-</td></tr></table>',
      ['a b'],
    ],
    [
      'a column whose head is bold',
      '<table><tr><td><b>Without</b></td><td><b>Who</b></td></tr><tr><td>a b</td><td>me</td></tr></table>',
      ['a b'],
    ],
    [
      'a row',
      '<table><tr><th>Story</th><td>pay</td></tr><tr><th>WITHOUT</th><td>a b</td></tr></table>',
      ['a b'],
    ],
    [
      'cells with lists and lines',
      '<table><tr><th>WITHOUT</th></tr><tr><td><ul><li>a b</li></ul></td></tr><tr><td>c d<br>E f</td></tr></table>',
      ['a b', 'c d', 'E f'],
    ],
    [
      'bold over a table: what each row says first',
      '<p><b>Without</b></p><table><tr><th>No.</th><th>What</th></tr><tr><td>1</td><td>a b</td><td>high</td></tr><tr><td>2</td><td>c d</td></tr></table>',
      ['a b', 'c d'],
    ],
    [
      'a small word in a paragraph over a table is none',
      '<p>without</p><table><tr><td>a b</td></tr></table>',
      [],
    ],
    [
      'a row whose cell has lines',
      '<table><tr><td>WITHOUT</td><td>a b<br>c d</td></tr></table>',
      ['a b', 'c d'],
    ],
    [
      'a label in each row',
      '<table><tr><td>WITHOUT</td><td>a b</td></tr><tr><td>WITHOUT</td><td>c d</td></tr></table>',
      ['a b', 'c d'],
    ],
    [
      'a first row that is no head: a sentence beside the label, and names below it',
      '<table><tr><td>WITHOUT</td><td>anybody reading my bill</td></tr><tr><td>Note</td><td>ask the desk for the form</td></tr></table>',
      ['anybody reading my bill'],
    ],
    ['an item of the list that is no label', '<ul><li>Without</li><li>other item</li></ul>', []],
  ])('%s', (_, text, expected) => {
    expect(html(text)).toEqual(expected);
  });
});

describe('blocks of Markdown', () => {
  test.each<[string, string, readonly string[]]>([
    ['a heading over a list', '## Without\n\n- a b\n- [ ] c d\n  - detail\n\nOther', ['a b', 'c d']],
    ['an underlined heading over a list', 'Without\n=======\n1. a b\n2. c d', ['a b', 'c d']],
    ['a bold label over a list', '**WITHOUT:**\n* a b\n* c d', ['a b', 'c d']],
    ['an item over its list', '- WITHOUT\n  - a b\n- other', ['a b']],
    [
      'a table that begins with a label in each row',
      '| WITHOUT | a b |\n|--|--|\n| WITHOUT | c d |',
      ['a b', 'c d'],
    ],
    ['a table whose first column is named', '| WITHOUT | why |\n|--|--|\n| a b | c d |', ['a b']],
    ['a table', '| Story | WITHOUT |\n|:--|--:|\n| pay | a \\| b |\n| buy | n/a |', ['a | b']],
    [
      'wrapped lines',
      'As a citizen I want to file my tax return online and be done, WITHOUT\nhaving my card data\nstolen.',
      [stolen],
    ],
    ['an item that goes on', '1. pay WITHOUT a b\n   c d\n2. buy WITHOUT e', ['a b c d', 'e']],
    ['escapes', 'pay WITHOUT my\\_token \\<x\\> read', ['my_token <x> read']],
    ['words with underscores', 'pay WITHOUT my_secret_token read', ['my_secret_token read']],
    ['entities and tags', '<b>WITHOUT</b> R&amp;D read<br/>WITHOUT c d', ['R&D read', 'c d']],
    ['fenced and indented code', '```\nWITHOUT a\n```\n\n    WITHOUT b\n\nWITHOUT c d', ['c d']],
    ['inline code', 'the `WITHOUT x` and ``WITHOUT ` y`` marks', []],
    ['quotations', '> WITHOUT a\nand WITHOUT b\n\nWITHOUT c d', ['c d']],
    ['pictures and footnotes', '![WITHOUT a](x.png) WITHOUT c d.[^1]', ['c d']],
    ['struck text', '~~WITHOUT a b~~ WITHOUT c d', ['c d']],
  ])('%s', (_, text, expected) => {
    expect(markdown(text)).toEqual(expected);
  });
});

describe('five languages', () => {
  test.each<[string, string, string]>([
    ['en', 'As a user I want to pay, WITHOUT my data being stolen.', 'my data being stolen'],
    ['de', 'Als Kunde möchte ich zahlen, OHNE dass Daten gestohlen werden.', 'dass Daten gestohlen werden'],
    [
      'fr',
      'En tant que client je veux payer, SANS que mes données soient volées.',
      'que mes données soient volées',
    ],
    ['es', 'Como cliente quiero pagar, SIN que roben mis datos.', 'que roben mis datos'],
    ['it', 'Come cliente voglio pagare, SENZA che i dati siano rubati.', 'che i dati siano rubati'],
  ])('%s: explicit, as a label, and suggested', (language, story, text) => {
    const keyword = /[A-Z]{3,}/.exec(story)?.[0] ?? '';
    const found = find(story, 'markdown');
    expect(found).toEqual([
      { field: 'description', text, kind: 'explicit', ordinal: 0, hash: clauseHash(text), language },
    ]);
    const sentence = story.replace(/,? [A-Z]{3,}.*/, '.');
    const label = keyword.charAt(0) + keyword.slice(1).toLowerCase();
    expect(explicitIn(`<p>${sentence}</p><p>${label} : ${text}</p>`, 'html')).toEqual([text]);
    const suggested = find(story.replace(keyword, keyword.toLowerCase()), 'html');
    expect(suggested.map((each) => [each.kind, each.text, each.language])).toEqual([
      ['suggested', text, language],
    ]);
  });
});

describe('no clause', () => {
  test.each([
    'Check the SANS Top 25, the SANS Institute guidance and SANS SEC504.',
    'Use Open SANS and Comic SANS.',
    'The SIN number of the employee; the SIN is checked; SIN: 046 454 286.',
    'Doctors WITHOUT Borders',
    'A column TIMESTAMP WITHOUT TIME ZONE',
    'Every story has a WITHOUT clause; see WITHOUT 1 and the WITHOUT keyword.',
    'Payments with or WITHOUT 3-D Secure, but not WITHOUT approval',
    'See docs/WITHOUT.md, WITHOUT_X and https://x.org/WITHOUT.',
    'He said "I pay WITHOUT my data being stolen" and «SANS vol» and „OHNE Diebstahl“.',
    "the 'WITHOUT' keyword",
    'MOVE THE DATABASE WITHOUT DOWNTIME',
    'order without delay, without JavaScript, without an account, without having to sign in',
    'Requests without a token are logged; nobody reads a record without its password being shared.',
  ])('%s', (text) => {
    expect(find(`<p>${text.replace(/</g, '&lt;')}</p>`, 'html')).toEqual([]);
    expect(find(text, 'markdown')).toEqual([]);
  });
  test.each([
    '<pre>WITHOUT a</pre>',
    '<p><code>WITHOUT a</code></p>',
    '<blockquote><p>WITHOUT a</p></blockquote>',
    '<p><s>WITHOUT a</s></p>',
    '<script>WITHOUT a</script>',
    '<p>&gt; WITHOUT a</p>',
  ])('%s', (text) => expect(find(text, 'html')).toEqual([]));
});

test('fields have their own formats and count on their own', () => {
  const found = findClauses({
    title: 'Pay WITHOUT <b>tags</b> in titles',
    description: '<p>WITHOUT a. WITHOUT b. Sent without data being stolen.</p>',
    acceptanceCriteria: '**WITHOUT** c',
    formats: { description: 'html', acceptanceCriteria: 'markdown' },
  });
  expect(found.map(({ field, text, kind, ordinal }) => [field, text, kind, ordinal])).toEqual([
    ['title', '<b>tags</b> in titles', 'explicit', 0],
    ['description', 'a', 'explicit', 0],
    ['description', 'b', 'explicit', 1],
    ['description', 'data being stolen', 'suggested', 0],
    ['acceptanceCriteria', 'c', 'explicit', 0],
  ]);
});

test('the hash ignores letter case, white space and marks at the ends, and nothing else', () => {
  expect(clauseHash(' My  card data Stolen!')).toBe(clauseHash('my card data stolen'));
  expect(clauseHash('my card-data stolen')).not.toBe(clauseHash('my card data stolen'));
});

const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<ul>',
        '<li>',
        '</ul>',
        '<b>',
        '</b>',
        '<table><tr><th>',
        '</th><td>',
        '</table>',
        '<pre>',
        '<!--',
        '<br>',
        '<p style="',
      ),
      fc.constantFrom(
        '**',
        '`',
        '```\n',
        '> ',
        '- ',
        '| a | b |\n|-|-|\n',
        '[',
        '](',
        '\\',
        '&',
        '&#x110000;',
        '\n',
        '\n\n',
        '# ',
        '~~',
      ),
      fc.constantFrom(
        'WITHOUT',
        'Without:',
        'SANS',
        'SIN ',
        'ohne',
        ' a b. ',
        '"',
        '«',
        '(',
        ')',
        ' – ',
        'my data stolen',
      ),
      fc.string(),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test('any text is read; every clause has words, numbers count up, and reading again gives the same', () => {
  fc.assert(
    fc.property(soup, fc.constantFrom<TextFormat>('html', 'markdown'), (text, format) => {
      const found = find(text, format);
      for (const { text: words } of found) expect(words).toMatch(/^\S(?:.*\S)?$/su);
      for (const kind of ['explicit', 'suggested'] as const)
        expect(found.filter((each) => each.kind === kind).map(({ ordinal }) => ordinal)).toEqual([
          ...found.filter((each) => each.kind === kind).keys(),
        ]);
      expect(find(text, format)).toEqual(found);
    }),
    { numRuns: 500 },
  );
});

// Each would keep a reader of quadratic time busy for minutes: the test ends, or the run does.
test.each([
  '<div>',
  '<ul><li>',
  '<span style="font-weight:bold">',
  '<table><tr><td>WITHOUT</td></tr>',
  '"« „',
  '<!--',
  'WITHOUT<br>',
  '[](',
  '`` ` ',
  '**a',
  '|a|\n',
  '- WITHOUT:\n',
  ' ',
  'WITHOUT (',
])('a field full of %j is read', (piece) => {
  const text = piece.repeat(Math.ceil(150_000 / piece.length));
  expect(find(text, 'html')).toBeInstanceOf(Array);
  expect(find(text, 'markdown')).toBeInstanceOf(Array);
});

test('what stands beyond the limit is not read', () => {
  const text = `<p>WITHOUT a</p>${' '.repeat(1_048_576)}<p>WITHOUT b</p>`;
  expect(html(text)).toEqual(['a']);
});
