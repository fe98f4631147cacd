import fc from 'fast-check';
import { strideCategories } from '../model/threat';
import { findClauses } from './find-clauses';
import { proposeClause } from './propose-clause';

test.each([
  [
    'the template, without its keyword',
    {
      title: 'T',
      stride: [],
      placeName: 'Shop API',
      template: 'WITHOUT others reading what is sent to {target.name}.',
    },
    'others reading what is sent to Shop API',
  ],
  [
    'the STRIDE category',
    { title: 'Spoofing threat 12', stride: ['spoofing' as const], placeName: 'Shop API' },
    'anyone pretending to be Shop API',
  ],
  [
    'the title of a threat without category',
    { title: 'Card data is stolen', stride: [], placeName: 'Shop' },
    'card data being stolen',
  ],
  [
    'a title that begins with capitals',
    { title: 'SQL injection', stride: [], placeName: 'Shop' },
    'SQL injection',
  ],
  ['no name', { title: '', stride: ['tampering' as const], placeName: '' }, 'anyone changing this unnoticed'],
  ['nothing at all', { title: ' ', stride: [], placeName: '' }, 'this happening'],
  [
    'markup',
    { title: '<img src=x onerror=alert(1)> Data is stolen', stride: [], placeName: '' },
    'data being stolen',
  ],
])('%s', (_, threat, expected) => {
  expect(proposeClause(threat)).toBe(expected);
});

test('always short, plain, one sentence, and a clause that is found as it is proposed', () => {
  const text = fc.oneof(
    fc.string(),
    fc.lorem({ maxCount: 60, mode: 'words' }),
    fc.constantFrom('{place} <b>', 'WITHOUT x. WITHOUT y', 'A. B', '{x}.'),
  );
  const threat = fc.record({
    title: text,
    stride: fc.subarray([...strideCategories]),
    placeName: text,
    template: fc.option(text, { nil: undefined }),
  });
  fc.assert(
    fc.property(threat, (given) => {
      const proposed = proposeClause(given);
      expect(proposed).toMatch(/^[^<>\n]{1,140}$/u);
      expect(proposed).toMatch(/[^.\s]$/u);
      const formats = { description: 'html', acceptanceCriteria: 'html' } as const;
      const found = findClauses({
        title: `WITHOUT: ${proposed}`,
        description: '',
        acceptanceCriteria: '',
        formats,
      });
      expect(found.length).toBeLessThanOrEqual(1);
    }),
  );
});
