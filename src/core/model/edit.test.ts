import * as fc from 'fast-check';
import {
  aMitigation,
  aModel,
  aRealisation,
  aStoryLink,
  aThreat,
  aTreatment,
  countingIds,
  mitigationNumber,
  threatNumber,
} from '../../../tests/fixtures/sample-model';
import { applyEdit, invertEdit } from './edit';
import type { Edit } from './edit';
import {
  addMitigation,
  addThreat,
  linkStory,
  removeMitigations,
  removeThreats,
  removeTreatments,
  treatThreats,
  unlinkStories,
} from './edits/build';
import {
  judgeImpact,
  judgeProbability,
  judgeStrength,
  setMitigationStatus,
  setThreatStatus,
  setTreatmentStatus,
} from './edits/judge';
import type { Model } from './model';

const model = aModel({
  threats: [aThreat(1), aThreat(2), aThreat(3)],
  mitigations: [aMitigation(1), aMitigation(2)],
  treatments: [
    aTreatment(1, { threat: 1, mitigation: 1 }),
    aTreatment(2, { threat: 2, mitigation: 1, status: { kind: 'existing' } }),
  ],
  realisations: [{ ...aRealisation(1, 1, 7), covers: [aTreatment(1, { threat: 1, mitigation: 1 }).id] }],
  links: [aStoryLink(1, 1, 20)],
});
const newId = countingIds(500);
const treatments = [...model.treatment.keys()];
const links = [...model.storyLink.keys()];
const draft = { title: ' Pin ', implement: 'How', verify: '' };

const edits: readonly [string, Edit][] = [
  ['probability', judgeProbability(model, [threatNumber(1)], { level: 'rare', reason: ' seldom ' })],
  ['impact', judgeImpact(model, [threatNumber(1), threatNumber(2)], { level: 'severe' })],
  [
    'threat status',
    setThreatStatus(model, [threatNumber(3)], { kind: 'not-applicable', justification: 'x' }),
  ],
  ['strength', judgeStrength(model, treatments, { level: 'maximum' })],
  ['status at a place', setTreatmentStatus(model, treatments, undefined)],
  ['mitigation status', setMitigationStatus(model, [mitigationNumber(2)], { kind: 'approved' })],
  [
    'new mitigation for two threats',
    addMitigation(model, { draft, threats: [threatNumber(1), threatNumber(3)], newId }),
  ],
  [
    'mitigation for more threats',
    treatThreats(model, {
      mitigation: mitigationNumber(1),
      threats: [threatNumber(1), threatNumber(3)],
      newId,
    }),
  ],
  ['no longer treated', removeTreatments(model, treatments)],
  ['link', linkStory(model, { threats: [threatNumber(1), threatNumber(2)], story: 20, newId })],
  ['unlink', unlinkStories(links)],
  ['threats gone', removeThreats(model, [threatNumber(1)])],
  ['mitigations gone', removeMitigations(model, [mitigationNumber(1)])],
  [
    'new threat',
    addThreat(
      {
        title: 'New',
        description: '',
        stride: [],
        place: { kind: 'model' },
        probability: 'rare',
        impact: 'minor',
      },
      newId,
    ),
  ],
];

test.each(edits)('%s: undone, the model is as before', (_name, edit) => {
  const after = applyEdit(model, edit);
  expect(after).not.toEqual(model);
  expect(applyEdit(after, invertEdit(model, edit))).toEqual(model);
});

test('any row of edits, undone in reverse, ends where it began', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...edits.map(([, edit]) => edit)), { maxLength: 6 }), (row) => {
      const undo: Edit[] = [];
      let now: Model = model;
      for (const edit of row) {
        undo.unshift(invertEdit(now, edit));
        now = applyEdit(now, edit);
      }
      expect(undo.reduce(applyEdit, now)).toEqual(model);
    }),
  );
});

describe('what the edits say', () => {
  const after = (edit: Edit) => applyEdit(model, edit);

  test('a judgement is no assumption any more, and an empty reason is none', () => {
    const threat = after(
      judgeProbability(model, [threatNumber(1)], { level: 'rare', reason: '  ' }),
    ).threat.get(threatNumber(1));
    expect(threat?.probability).toEqual({ level: 'rare', basis: 'judged' });
  });

  test('a threat that is treated already is not treated twice', () => {
    const given = { mitigation: mitigationNumber(1), threats: [threatNumber(1), threatNumber(3)], newId };
    expect(after(treatThreats(model, given)).treatment.size).toBe(3);
  });

  test('a link that is there is not made twice', () => {
    expect(
      after(linkStory(model, { threats: [threatNumber(1), threatNumber(2)], story: 20, newId })).storyLink
        .size,
    ).toBe(2);
  });

  test('the part of a split Task goes with its treatment', () => {
    expect([...after(removeTreatments(model, treatments)).realisation.values()].map((r) => r.covers)).toEqual(
      [[]],
    );
  });

  test('a threat takes its treatments and links along, not its mitigation', () => {
    const gone = after(removeThreats(model, [threatNumber(1)]));
    expect([gone.treatment.size, gone.storyLink.size, gone.mitigation.size]).toEqual([1, 0, 2]);
  });

  test('an edit of what is not there changes nothing', () => {
    expect(after(judgeImpact(model, [threatNumber(99)], { level: 'minor' }))).toEqual(model);
  });
});
