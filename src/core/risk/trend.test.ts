import fc from 'fast-check';
import { aMitigation, aModel, aRealisation, aThreat, aTreatment } from '../../../tests/fixtures/sample-model';
import { runs } from '../../../tests/fixtures/runs';
import type { StateCategory } from '../model/state-category';
import { riskTrend, threatsAtPoint } from './trend';
import type { StateHistory } from './state-history';

const day = (n: number): string => new Date(Date.UTC(2026, 0, n, 9)).toISOString();
const created = '2026-01-05T10:00:00.000Z';
const since = (...steps: readonly (readonly [number, StateCategory])[]): StateHistory =>
  steps.map(([n, category]) => ({ at: day(n), category }));

/** Two threats of 48 points, each halved by a mitigation with a Task: #7 and #8. The second is found on the 10th. */
const model = aModel({
  threats: [aThreat(1), aThreat(2, { found: day(10) })],
  mitigations: [aMitigation(1), aMitigation(2)],
  treatments: [aTreatment(1, { threat: 1, mitigation: 1 }), aTreatment(2, { threat: 2, mitigation: 2 })],
  realisations: [aRealisation(1, 1, 7), aRealisation(2, 2, 8)],
});
expect(model.info.created).toBe(created);

const trend = (histories: Readonly<Record<number, StateHistory>>, days: readonly number[]) =>
  riskTrend({
    model,
    histories: new Map(Object.entries(histories).map(([id, history]) => [Number(id), history])),
    dates: days.map(day),
  });

test('a closed Task removes risk, a new threat is found, a reopened Task lets it come back', () => {
  const { points, known } = trend(
    {
      7: since([1, 'Proposed'], [7, 'Completed'], [13, 'InProgress']),
      8: since([10, 'Proposed'], [15, 'Completed']),
    },
    [3, 6, 8, 11, 14, 16],
  );
  expect(
    points.map(({ basis, current, found, removed, regressed }) => [
      basis,
      current,
      found,
      removed,
      regressed,
    ]),
  ).toEqual([
    // Before the model there was no model to know the second threat.
    ['before-model', 48, 0, 0, 0],
    ['model', 48, 0, 0, 0],
    ['model', 24, 0, 24, 0],
    ['model', 72, 48, 0, 0],
    ['model', 96, 0, 0, 24],
    ['model', 72, 0, 24, 0],
  ]);
  // The threat that was known is where it began: the one that was found later may not hide that, nor be blamed for it.
  expect(known).toEqual({ direction: 'flat', from: 48, to: 48 });
});

test('the threats of a point make its figures', () => {
  const histories = new Map([
    [7, since([1, 'Proposed'], [7, 'Completed'], [13, 'InProgress'])],
    [8, since([10, 'Proposed'])],
  ]);
  const parts = threatsAtPoint({ model, histories }, day(14), day(9));
  expect(
    parts.map(({ risk, found, removed, regressed }) => [
      risk.threat.id,
      risk.current,
      found,
      removed,
      regressed,
    ]),
  ).toEqual([
    [aThreat(1).id, 48, 0, 0, 24],
    [aThreat(2).id, 48, 48, 0, 0],
  ]);
  // The first row of a table has nothing before it, and knows only what was there.
  expect(threatsAtPoint({ model, histories }, day(8), undefined)).toMatchObject([
    { risk: { current: 24 }, found: 0, removed: 0, regressed: 0 },
  ]);
});

test.each<[string, StateHistory, string]>([
  ['falling', since([1, 'Proposed'], [9, 'Completed']), 'falling'],
  ['rising', since([1, 'Completed'], [9, 'InProgress']), 'rising'],
  ['flat', since([1, 'Proposed'], [9, 'InProgress']), 'flat'],
])('the risk that was known is %s, whatever is found', (_title, history, direction) => {
  expect(trend({ 7: history }, [6, 12]).known.direction).toBe(direction);
});

test('one point has no direction', () => {
  expect(trend({}, [6]).known.direction).toBe('nothing');
  expect(trend({}, []).points).toEqual([]);
});

test('found, removed and regressed explain every change', () => {
  const categories = fc.constantFrom<StateCategory>(
    'Proposed',
    'InProgress',
    'Resolved',
    'Completed',
    'Removed',
  );
  const history = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 30 }), categories), { maxLength: 5 })
    .map((steps) => since(...steps.sort((a, b) => a[0] - b[0])));
  fc.assert(
    fc.property(history, history, (first, second) => {
      const { points } = trend({ 7: first, 8: second }, [2, 6, 9, 12, 18, 25, 31]);
      points.forEach((point, place) => {
        const before = points[place - 1];
        expect(point.removed).toBeGreaterThanOrEqual(0);
        expect(point.regressed).toBeGreaterThanOrEqual(0);
        if (before)
          expect(before.current + point.found - point.removed + point.regressed).toBeCloseTo(
            point.current,
            9,
          );
      });
    }),
    { numRuns: runs(60) },
  );
});
