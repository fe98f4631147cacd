import * as v from 'valibot';
import * as fc from 'fast-check';
import { anyModel } from '../../../tests/fixtures/model-arbitrary';
import {
  aMitigation,
  aModel,
  aThreat,
  aTreatment,
  anAcceptance,
  countingIds,
  threatNumber,
} from '../../../tests/fixtures/sample-model';
import { runs } from '../../../tests/fixtures/runs';
import { element } from '../model/diagram-parts';
import { applyEdit } from '../model/edit';
import type { Edit } from '../model/edit';
import { addThreat, removeThreats } from '../model/edits/build';
import { judgeImpact, setMitigationStatus, setThreatStatus } from '../model/edits/judge';
import { mitigationId } from '../model/ids';
import type { Model } from '../model/model';
import { assess } from '../risk/assess';
import { baselineOf, riskyChanges } from './baseline';
import { addComment, askReview, commentsOn, decideReview, reviewState, settleComment } from './review-state';

const newId = countingIds(900);
const store = v.parse(element, {
  id: '00000000-0000-4000-8000-000000000e01',
  origin: { kind: 'person' },
  name: 'Orders',
  kind: 'store',
  properties: {},
});
const base = aModel({
  threats: [aThreat(1), aThreat(2)],
  mitigations: [aMitigation(1, { kind: 'planned' })],
  treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
});
const model: Model = { ...base, element: new Map([[store.id, store]]) };
const judged = (given: Model) => assess(given, new Map());
const at = '2026-05-04T10:00:00.000Z';
const one = threatNumber(1);
const mitigation = v.parse(mitigationId, [...model.mitigation.keys()][0]);
const asked = applyEdit(model, askReview({ by: 'Ada', at, note: 'Please.', workItem: 7 }, newId));
const [review] = [...asked.review.values()];
if (!review) throw new Error('No review.');
const decision = { kind: 'approved', by: 'Bo', at, note: 'Fine.' } as const;
const approved = applyEdit(asked, decideReview(asked, judged(asked), { review, decision }));
const draft = {
  title: 'New',
  description: '',
  stride: [],
  place: { kind: 'model' },
  probability: 'likely',
  impact: 'severe',
} as const;

const after = (edit: Edit) => {
  const next = applyEdit(approved, edit);
  const state = reviewState(next, judged(next));
  return state.kind === 'reopened' ? state.changes.map(({ kind }) => kind) : state.kind;
};

test('a review goes from never over asked to approved', () => {
  expect(reviewState(model, judged(model)).kind).toBe('never');
  expect(reviewState(asked, judged(asked)).kind).toBe('asked');
  expect(reviewState(approved, judged(approved)).kind).toBe('approved');
  const refused = applyEdit(
    asked,
    decideReview(asked, judged(asked), { review, decision: { ...decision, kind: 'changes-wanted' } }),
  );
  expect(reviewState(refused, judged(refused)).kind).toBe('changes-wanted');
  expect(refused.review.get(review.id)?.baseline).toBeUndefined();
});

test.each<[string, Edit, unknown]>([
  ['a new threat', addThreat(draft, newId), ['new-threat']],
  ['a threat became worse', judgeImpact(approved, [one], { level: 'severe' }), ['more-severe']],
  ['a threat became milder', judgeImpact(approved, [one], { level: 'minor' }), 'approved'],
  [
    'a mitigation is rejected',
    setMitigationStatus(approved, [mitigation], { kind: 'rejected', reason: 'Too dear.' }),
    ['less-treated'],
  ],
  ['a mitigation is done', setMitigationStatus(approved, [mitigation], { kind: 'implemented' }), 'approved'],
  [
    'a threat is ruled out',
    setThreatStatus(approved, [one], { kind: 'not-applicable', justification: 'No.' }),
    ['ruled-out'],
  ],
  ['a threat is deleted', removeThreats(approved, [one]), ['threats-gone']],
  ['a risk is accepted', { label: 'x', acceptance: { put: [anAcceptance(1, 1)] } }, ['accepted']],
  ['a part is renamed', { label: 'x', element: { put: [{ ...store, name: 'Sales' }] } }, 'approved'],
  [
    'a fact of a part changes',
    { label: 'x', element: { put: [{ ...store, properties: { 'encrypted-at-rest': 'no' } }] } },
    ['changed-part'],
  ],
])('%s', (_name, edit, expected) => {
  expect(after(edit)).toEqual(expected);
});

test('nothing is riskier than itself, whatever the model', () => {
  fc.assert(
    fc.property(anyModel, (given) => {
      const baseline = baselineOf(given, judged(given));
      expect(riskyChanges(baseline, given, judged(given))).toEqual([]);
    }),
    { numRuns: runs(20) },
  );
});

test('a damaged baseline opens the review again and breaks nothing', () => {
  expect(riskyChanges('tnonsense;;p,,,;x', model, judged(model)).length).toBeGreaterThan(0);
});

test('a comment is settled and opened again', () => {
  const about = { kind: 'threat', id: one } as const;
  const said = applyEdit(model, addComment({ about, text: 'Really?', by: 'Bo', at }, newId));
  const [comment] = commentsOn(said, about);
  expect(commentsOn(said, { kind: 'model' })).toEqual([]);
  expect(comment?.text).toBe('Really?');
  if (!comment) return;
  const settled = applyEdit(said, settleComment(said, comment.id, { by: 'Ada', at }));
  expect(commentsOn(settled, about)[0]?.settled?.by).toBe('Ada');
  const open = applyEdit(settled, settleComment(settled, comment.id, undefined));
  expect(commentsOn(open, about)).toEqual([comment]);
});
