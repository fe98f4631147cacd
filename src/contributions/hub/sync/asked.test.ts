import { aRealisation, mitigationNumber } from '../../../../tests/fixtures/sample-model';
import { proposals } from '../../../core/sync/fate';
import type { Oddity } from '../../../core/sync/plan';
import { stillAsked } from './asked';

const oddity = (n: number): Oddity => ({
  kind: 'oddity',
  fate: 'renamed',
  key: `renamed:${n}`,
  mitigation: mitigationNumber(n),
  realisation: aRealisation(n, n, n).id,
  workItem: n,
  title: `Task ${n}`,
  because: 'Somebody gave the Task another title.',
  proposals: proposals.renamed,
});
const planOf = (...ns: number[]) => ({ conflicts: [], oddities: ns.map(oddity) });
const answered = (...ns: number[]) => new Map(ns.map((n) => [`renamed:${n}`, 'keep']));
const none = new Map<string, string>();
const asked = (before: readonly number[], now: readonly number[], answers: ReadonlyMap<string, string>) =>
  stillAsked(planOf(...before), planOf(...now), answers).oddities.map(({ workItem }) => workItem);

it.each<[string, readonly number[], readonly number[], ReadonlyMap<string, string>, readonly number[]]>([
  ['an answered question stays where it stood', [1, 2, 3], [1, 3], answered(2), [1, 2, 3]],
  [
    'a question that the next look finds is asked beside the answered ones',
    [1, 2],
    [2, 4],
    answered(1),
    [1, 2, 4],
  ],
  ['a question without an answer that is settled elsewhere goes away', [1, 2], [], answered(1), [1]],
  ['after the answers were written only what is open is asked', [1, 2], [2], none, [2]],
])('%s', (_what, before, now, answers, expected) => {
  expect(asked(before, now, answers)).toEqual(expected);
});
