import { standardScale } from '../../core/model/project-policy';
import type { PolicyEffect } from '../../core/alignment/policy-effect';
import { aThreat } from '../../../tests/fixtures/sample-model';
import { effectInWords, problemOf, tidy, withCell } from './draft';

test.each([
  ['an empty cell', { scale: withCell(standardScale, { row: 0, column: 0 }, Number.NaN) }, /needs a number/],
  [
    'a cell that breaks the order',
    { scale: withCell(standardScale, { row: 0, column: 0 }, 90) },
    /may not count less/,
  ],
  [
    'names in no order',
    { scale: { ...standardScale, from: { medium: 80, high: 44, critical: 60 } } },
    /Medium must begin/,
  ],
  ['a share above one', { target: { share: 1.2 } }, /share from 0 to 100/],
])('%s is said in a sentence', (_name, policy, words) => {
  expect(problemOf(policy)).toMatch(words);
});

test('what says nothing is not stored', () => {
  const nothing = ['', '', '', '', ''];
  expect(
    tidy({
      acceptors: [{ name: ' ' }, { name: 'Pat' }],
      switches: {},
      stateMap: [],
      meanings: { probability: nothing, impact: nothing },
    }),
  ).toEqual({ acceptors: [{ name: 'Pat' }] });
  expect(problemOf(tidy({ acceptors: [{ name: '' }] }))).toBeUndefined();
});

test('what would happen is said in sentences', () => {
  const nothing: PolicyEffect = { renamed: [], inherent: [48, 48], current: [24, 24], findings: [] };
  expect(effectInWords(nothing)).toEqual(['No number and no finding of today would change.']);
  const effect: PolicyEffect = {
    renamed: [{ to: 'high', threats: [aThreat(1), aThreat(2), aThreat(3)] }],
    inherent: [48, 60],
    current: [24, 30],
    findings: [{ rule: 'r', message: 'This one.', more: -2 }],
  };
  expect(effectInWords(effect)).toEqual([
    '3 threats would become High.',
    'The risk now would go from 24 to 30 points.',
    'The inherent risk would go from 48 to 60 points.',
    '2 findings fewer, such as: This one.',
  ]);
});
