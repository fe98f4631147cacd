import fc from 'fast-check';
import { readSteps, saySame, stepsXml } from './steps';

test('texts are HTML, escaped once more for XML', () => {
  expect(stepsXml([{ action: 'Send <b> & "x"', expected: 'Refused' }])).toBe(
    '<steps id="0" last="2"><step id="2" type="ValidateStep">' +
      '<parameterizedString isformatted="true">&lt;DIV&gt;&lt;P&gt;Send &amp;lt;b&amp;gt; &amp;amp; &amp;quot;x&amp;quot;&lt;/P&gt;&lt;/DIV&gt;</parameterizedString>' +
      '<parameterizedString isformatted="true">&lt;DIV&gt;&lt;P&gt;Refused&lt;/P&gt;&lt;/DIV&gt;</parameterizedString>' +
      '<description/></step></steps>',
  );
});

const step = fc.record({ action: fc.string({ unit: 'binary' }), expected: fc.string() });

test('whatever the steps say, they are read back as they were written, and no text becomes a step', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 5 }), (steps) => {
      const xml = stepsXml(steps);
      expect(readSteps(xml)).toHaveLength(steps.length);
      expect(saySame(xml, steps)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test.each<[string, string, boolean]>([
  [
    'as the form of Test Plans saves it again',
    '<steps id="0" last="3"><step id="2" type="ActionStep"><parameterizedString isformatted="true">&lt;P&gt;Send&amp;nbsp; it&lt;/P&gt;</parameterizedString><parameterizedString isformatted="true">&lt;DIV&gt;&lt;P&gt;&amp;nbsp;&lt;/P&gt;&lt;/DIV&gt;</parameterizedString><description/></step></steps>',
    true,
  ],
  ['other words', stepsXml([{ action: 'Send this', expected: '' }]), false],
  [
    'one step more',
    stepsXml([
      { action: 'Send it', expected: '' },
      { action: 'Look', expected: '' },
    ]),
    false,
  ],
  ['nothing', '', false],
  ['no XML at all', '<<steps <step>', false],
])('compared with what a person saved: %s', (_name, xml, same) => {
  expect(saySame(xml, [{ action: 'Send it', expected: '' }])).toBe(same);
});

test('characters that XML does not know stay out', () => {
  expect(stepsXml([{ action: 'a\u0000b\u001f\ud800c', expected: '' }])).toContain('&lt;P&gt;abc&lt;/P&gt;');
});
