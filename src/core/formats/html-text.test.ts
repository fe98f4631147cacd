import fc from 'fast-check';
import { htmlToText } from './html-text';

test.each([
  ['plain text stays', 'Check input & log it', 'Check input & log it'],
  ['line breaks of plain text stay', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
  ['a carriage return from a character reference is a line break', 'one<br>\rtwo', 'one\n\ntwo'],
  ['paragraphs become lines', 'a<p>one</p>\n<p>two</p>b', 'a\none\ntwo\nb'],
  ['breaks become lines', 'one<br>two<br/>three', 'one\ntwo\nthree'],
  ['list items become lines', 'a<ul><li>one</li><li>two</li></ul>b', 'a\none\ntwo\nb'],
  ['emphasis goes, its text stays', 'a <b>very</b> <i>big</i> risk', 'a very big risk'],
  ['white space inside markup is folded', '<b>a</b>   \t b', 'a b'],
  [
    'a link that shows its address stays one',
    'Refer: <a href="https://x.org/a">https://x.org/a</a>',
    'Refer: https://x.org/a',
  ],
  [
    'a link with words keeps its address',
    'See <a href="https://x.org/a">the guide</a>.',
    'See the guide (https://x.org/a).',
  ],
  ['a link without words is its address', '<a href="http://x.org"></a>', 'http://x.org'],
  ['an address that is no web address is dropped', '<a href="javascript:alert(1)">click</a>', 'click'],
  ['a relative address is dropped', '<a href="../other">other</a>', 'other'],
  ['entities are decoded', 'R&amp;D &lt;ok&gt; &#233;&nbsp;!', 'R&D <ok> é !'],
  ['entities are decoded once only', '&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['decoded markup is not read again', '&lt;script&gt;x&lt;/script&gt;', '<script>x</script>'],
  ['scripts are dropped', 'a<script>alert("<b>")</script>b', 'ab'],
  ['styles are dropped', 'a<style>p { color: red }</style>b', 'ab'],
  ['comments are dropped', 'a<!-- hidden -->b', 'ab'],
  [
    'a script that never ends is a word',
    'input containing <script> or a quote',
    'input containing <script> or a quote',
  ],
  ['unknown tags are words', 'leaves the <Corporate Network> zone', 'leaves the <Corporate Network> zone'],
  ['type parameters are words', 'a List<String> of names', 'a List<String> of names'],
  ['comparisons are words', 'if a < b and b > c', 'if a < b and b > c'],
  ['a tag that never ends is words', 'if a<b then stop', 'if a<b then stop'],
  ['images go', 'see <img src=x onerror=alert(1)> this', 'see this'],
  ['nothing', '', ''],
])('%s', (_, html, text) => {
  expect(htmlToText(html)).toBe(text);
});

test('never throws, and never lengthens a text beyond its tags', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<a href="https://x.org">',
    '</a>',
    '<script>',
    '</script>',
    '<',
    '&amp;',
    '<x',
    'word ',
    '\n',
    '<!--',
    '-->',
    '"',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = pieces.join('');
      // A link adds two brackets and one blank, and may repeat nothing.
      expect(htmlToText(html).length).toBeLessThanOrEqual(html.length + 3 * pieces.length);
    }),
  );
});
