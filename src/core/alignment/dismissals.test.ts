import * as v from 'valibot';
import { aPicture, aStory } from '../../../tests/fixtures/alignment-picture';
import { aModel } from '../../../tests/fixtures/sample-model';
import type { Dismissal } from '../model/decisions';
import { dismissalId } from '../model/ids';
import { checkAlignment } from './check-alignment';
import { judgeFindings } from './dismissals';

const dismissal = (n: number, change: Partial<Dismissal> = {}): Dismissal => ({
  id: v.parse(dismissalId, `000000d5-0000-4000-8000-00000000000${n}`),
  finding: 'clause-without-threat@1/description:0',
  by: 'Pat',
  reason: 'Next quarter',
  at: '2026-01-05T10:00:00.000Z',
  ...change,
});
const today = '2026-02-01T00:00:00.000Z';
const picture = (...dismissals: readonly Dismissal[]) => ({
  ...aPicture({
    models: [{ ...aModel({}), dismissal: new Map(dismissals.map((each) => [each.id, each])) }],
    stories: [aStory(1, ['x']), aStory(2, ['y'])],
  }),
  today,
});
const judged = (...dismissals: readonly Dismissal[]) => {
  const given = picture(...dismissals);
  const { open, dismissed } = judgeFindings(checkAlignment(given), given);
  return [open.length, dismissed.map((each) => each.dismissal.reason)];
};

test.each<[string, readonly Dismissal[], readonly unknown[]]>([
  ['nobody dismissed anything', [], [2, []]],
  ['one is left for good', [dismissal(1)], [1, ['Next quarter']]],
  ['one is left for a time', [dismissal(1, { until: '2026-03-01T00:00:00.000Z' })], [1, ['Next quarter']]],
  ['the time is over', [dismissal(1, { until: '2026-01-31T23:59:59.000Z' })], [2, []]],
  [
    'another finding was meant',
    [dismissal(1, { finding: 'clause-without-threat@1/description:1' })],
    [2, []],
  ],
  [
    'the newer of two decisions counts',
    [dismissal(1, { at: '2026-01-20T10:00:00.000Z', reason: 'Newer' }), dismissal(2)],
    [1, ['Newer']],
  ],
])('%s', (_title, dismissals, expected) => {
  expect(judged(...dismissals)).toEqual(expected);
});

test('without knowing the day, a decision for a time does not count', () => {
  const given = { ...picture(dismissal(1, { until: '2026-03-01T00:00:00.000Z' })), today: undefined };
  expect(judgeFindings(checkAlignment(given), given).dismissed).toEqual([]);
});
