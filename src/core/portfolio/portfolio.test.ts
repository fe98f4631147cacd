import * as v from 'valibot';
import { aMitigation, aModel, anAcceptance, aThreat, aTreatment } from '../../../tests/fixtures/sample-model';
import type { ReadComment } from '../model/comment-proof';
import { applyEdit } from '../model/edit';
import { judgeImpact } from '../model/edits/judge';
import type { Model } from '../model/model';
import type { Review } from '../model/review';
import { review as reviewSchema } from '../model/review';
import { assess } from '../risk/assess';
import { decideReview } from '../review/review-state';
import { overTarget } from '../risk/target';
import { mostUrgentFirst, needOf } from './attention';
import type { Need } from './attention';
import { entryOf } from './entry';
import type { PortfolioEntry } from './entry';

const now = '2026-05-04T10:00:00.000Z';
const asked = { by: 'Ada', at: '2026-05-01T10:00:00.000Z', note: '' };
const decided = { by: 'Bo', at: '2026-05-02T10:00:00.000Z', note: 'Fine.' };
const evidence = { workItem: 7, comment: 1 };

/** Two threats, of which the first is treated by something agreed on. */
const model = aModel({
  threats: [aThreat(1), aThreat(2)],
  mitigations: [aMitigation(1, { kind: 'planned' }), aMitigation(2, { kind: 'proposed' })],
  treatments: [aTreatment(1, { threat: 1, mitigation: 1 }), aTreatment(2, { threat: 2, mitigation: 2 })],
});
const [first] = [...model.threat.keys()];
if (!first) throw new Error('a threat is needed');

const aReview = (more: Partial<Review> = {}): Review => ({
  ...v.parse(reviewSchema, { id: '00000000-0000-4000-8000-00000000c001', asked }),
  ...more,
});
const reviewed = (review: Review, given = model): Model => ({
  ...given,
  review: new Map([[review.id, review]]),
});
/** As a person approves it: what was approved is kept with it. */
const approved = (more: Partial<NonNullable<Review['decision']>> = {}): Model => {
  const decision = { kind: 'approved', ...decided, ...more } as const;
  return applyEdit(model, decideReview(model, assess(model, new Map()), { review: aReview(), decision }));
};
const look = (given: Model, proof?: ReadComment): PortfolioEntry =>
  entryOf({ model: given, states: new Map(), now, changed: undefined, proof });
const withTarget = (points: number, given = model): Model => ({
  ...given,
  info: { ...given.info, target: { points } },
});
const accepted = (until: string): Model => {
  const acceptance = anAcceptance(1, 2, { until });
  return { ...model, acceptance: new Map([[acceptance.id, acceptance]]) };
};

test.each<[string, Model, ReadComment | undefined, PortfolioEntry['review']]>([
  ['nobody was asked', model, undefined, { kind: 'never' }],
  ['somebody was asked', reviewed(aReview()), undefined, { kind: 'asked', at: asked.at }],
  [
    'an approval with a comment that nobody looked at',
    approved({ evidence }),
    undefined,
    { kind: 'approved', at: decided.at },
  ],
  [
    'an approval whose comment the same person wrote',
    approved({ evidence }),
    { kind: 'written', by: 'bo' },
    { kind: 'approved', at: decided.at },
  ],
  [
    'an approval without a comment',
    approved(),
    undefined,
    { kind: 'approved', at: decided.at, doubt: { kind: 'no-evidence' } },
  ],
  [
    'an approval whose comment is gone',
    approved({ evidence }),
    { kind: 'gone' },
    { kind: 'approved', at: decided.at, doubt: { kind: 'gone' } },
  ],
  [
    'an approval whose comment somebody else wrote',
    approved({ evidence }),
    { kind: 'written', by: 'Cy' },
    { kind: 'approved', at: decided.at, doubt: { kind: 'other-author', author: 'Cy' } },
  ],
  [
    'something is riskier since the approval',
    applyEdit(approved({ evidence }), judgeImpact(model, [first], { level: 'severe' })),
    undefined,
    { kind: 'reopened', at: decided.at, riskier: 1 },
  ],
])('the review: %s', (_name, given, proof, review) => {
  expect(look(given, proof).review).toEqual(review);
});

test.each<[string, Model, number]>([
  ['a proposed mitigation decides nothing', model, 1],
  ['an accepted risk is decided', accepted('2026-06-01T00:00:00.000Z'), 0],
  ['an acceptance that is over decides nothing', accepted('2026-05-03T00:00:00.000Z'), 1],
  [
    'a threat that is to be looked into is undecided, whatever treats it',
    {
      ...model,
      threat: new Map([
        ...model.threat,
        [first, aThreat(1, { status: { kind: 'needs-investigation', note: '' } })],
      ]),
    },
    2,
  ],
  [
    'a threat that does not apply needs no decision',
    {
      ...model,
      threat: new Map([[first, aThreat(1, { status: { kind: 'not-applicable', justification: 'x' } })]]),
    },
    0,
  ],
])('undecided threats: %s', (_name, given, undecided) => {
  expect(look(given).undecided).toBe(undecided);
});

test('the last change that is known, else the day when the model was made', () => {
  expect(look(model).changed).toBe(model.info.created);
  expect(entryOf({ model, states: new Map(), now, changed: now, proof: undefined }).changed).toBe(now);
});

const plain: PortfolioEntry = { ...look(model), undecided: 0, review: { kind: 'never' } };
const doubted = { kind: 'approved', at: now, doubt: { kind: 'no-evidence' } } as const;
const cases: readonly [Need, Partial<PortfolioEntry>][] = [
  ['asked', { review: { kind: 'asked', at: now }, undecided: 3, current: 50, target: 1 }],
  ['riskier', { review: { kind: 'reopened', at: now, riskier: 2 }, undecided: 3 }],
  ['unproven', { review: doubted, current: 50, target: 1 }],
  ['over-target', { current: 50, target: 1, undecided: 3 }],
  ['undecided', { undecided: 3, review: { kind: 'changes-wanted', at: now } }],
  ['never-reviewed', {}],
  ['changes-wanted', { review: { kind: 'changes-wanted', at: now } }],
  ['nothing', { review: { kind: 'approved', at: now } }],
];

test.each(cases)('%s', (need, change) => {
  expect(needOf({ ...plain, ...change })).toBe(need);
});

test.each<[string, Partial<PortfolioEntry>]>([
  ['a model that nobody needs', { notNeeded: true, undecided: 3, review: { kind: 'asked', at: now } }],
  ['a model without threats', { threats: 0 }],
])('%s needs nothing', (_name, change) => {
  expect(needOf({ ...plain, ...change })).toBe('nothing');
});

test('a withdrawn review counts as never asked', () => {
  expect(needOf({ ...plain, review: { kind: 'withdrawn', at: now } })).toBe('never-reviewed');
});

test('a rounding is not over the target, and without a target nothing is', () => {
  const at = (current: number, target?: number) =>
    overTarget(target === undefined ? { current } : { current, target });
  expect([at(10.4, 10), at(10.6, 10), at(9, 10), at(99)]).toEqual([0, 1, 0, 0]);
  expect(look(withTarget(1)).target).toBe(1);
});

test('the order: by need, then over target, undecided, risk and name, whatever the order before', () => {
  const rows = [
    ...cases.map(([need, change]) => ({ entry: { ...plain, name: need, ...change } })),
    { entry: { ...plain, name: 'over more', current: 90, target: 1 } },
    { entry: { ...plain, name: 'undecided more', undecided: 4 } },
    { entry: { ...plain, name: 'never, riskier', current: plain.current + 1 } },
    { entry: { ...plain, name: 'a never' } },
  ];
  const order = [
    'asked',
    'riskier',
    'unproven',
    'over more',
    'over-target',
    'undecided more',
    'undecided',
    'never, riskier',
    'a never',
    'never-reviewed',
    'changes-wanted',
    'nothing',
  ];
  expect(mostUrgentFirst(rows).map(({ entry }) => entry.name)).toEqual(order);
  expect(mostUrgentFirst([...rows].reverse()).map(({ entry }) => entry.name)).toEqual(order);
});
