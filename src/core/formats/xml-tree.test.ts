import type { Limits } from './import-result';
import { childText, childrenOf, parseXml } from './xml-tree';

const limits: Limits = { maxBytes: 1e6, maxDepth: 5, maxNodes: 50, expired: () => false };

test('names and types lose their prefixes, leaves their white space', () => {
  const root = parseXml(
    '<m:R xmlns:m="x" xmlns:i="y"><a i:type="b:Kind" type="no">\n  x &amp; y &#233;\n</a><b/></m:R>',
    limits,
  );
  expect(root).toEqual({
    name: 'R',
    type: '',
    text: '',
    attributes: { 'xmlns:m': 'x', 'xmlns:i': 'y' },
    children: [
      {
        name: 'a',
        type: 'Kind',
        text: 'x & y é',
        attributes: { 'i:type': 'b:Kind', type: 'no' },
        children: [],
      },
      { name: 'b', type: '', text: '', attributes: {}, children: [] },
    ],
  });
});

test('an unbound prefix is no reason to refuse a file', () => {
  expect(childText(parseXml('<r><z:a>1</z:a></r>', limits), 'a')).toBe('1');
});

test('CDATA is text, comments are not', () => {
  expect(parseXml('<r><![CDATA[<a> &amp;]]><!-- no --></r>', limits).text).toBe('<a> &amp;');
});

test('children keep their order', () => {
  const root = parseXml('<r><a>1</a><b/><a>2</a></r>', limits);
  expect(childrenOf(root, 'a').map(({ text }) => text)).toEqual(['1', '2']);
});

test.each([
  ['a document type', '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>', /declares entities/],
  ['an entity of its own', '<r>&lol;</r>', /declares entities/],
  ['an entity named like a member of Object', '<r>&constructor;</r>', /declares entities/],
  ['an entity in an attribute', '<r a="&lol;"/>', /declares entities/],
  ['a cut end', '<r><a>', /cut off/],
  ['a cut tag', '<r><a', /cut off/],
  ['a cut comment', '<r><!-- ', /cut off/],
  ['nothing', '', /cut off/],
  ['crossed tags', '<r>\n<a></r></a>', /damaged near line 2/],
  ['two roots', '<r/><r/>', /damaged near line 1/],
  ['text after the root', '<r/>more', /damaged|cut off/],
  ['a control character', '<r>\u0001</r>', /damaged/],
  ['depth', '<a>'.repeat(6) + '</a>'.repeat(6), /nested too deeply/],
  ['number of elements', `<r>${'<a/>'.repeat(50)}</r>`, /too many elements/],
])('refuses %s', (_, text, sentence) => {
  expect(() => parseXml(text, limits)).toThrow(sentence);
});

test('depth and number at the limit are fine', () => {
  expect(parseXml('<a>'.repeat(5) + '</a>'.repeat(5), limits).name).toBe('a');
  expect(parseXml(`<r>${'<a/>'.repeat(49)}</r>`, limits).children).toHaveLength(49);
});

test('the clock is asked during the parse, not only before it', () => {
  let asked = 0;
  const slow: Limits = { ...limits, maxNodes: 1e9, expired: () => ++asked > 2 };
  expect(() => parseXml(`<r>${'<a/>'.repeat(100_000)}</r>`, slow)).toThrow(/takes too long/);
});
