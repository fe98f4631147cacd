import { aThreat, countingIds, aModel } from '../../../../tests/fixtures/sample-model';
import { applyEdit, invertEdit } from '../edit';
import {
  addAssumption,
  addRequirement,
  assumptionsUnder,
  judgeAssumption,
  putAssumption,
  removeRequirement,
} from './requirements';

const newId = countingIds();
const base = aModel({
  threats: [
    aThreat(1),
    aThreat(2, { status: { kind: 'not-applicable', justification: 'The network is ours.' } }),
    aThreat(3, { status: { kind: 'needs-investigation', note: 'Ask Bo.' } }),
    aThreat(4),
  ],
});
const [one, two, three, four] = [...base.threat.keys()];
if (!one || !two || !three || !four) throw new Error('four threats are needed');

test('a requirement is added with what was said, and goes again', () => {
  const edit = addRequirement({ title: 'Log every access', text: '', source: '' }, newId);
  const model = applyEdit(base, edit);
  expect([...model.requirement.values()]).toEqual([edit.added]);
  expect(edit.added).not.toHaveProperty('source');
  expect(applyEdit(model, removeRequirement(edit.added.id)).requirement.size).toBe(0);
});

describe('an assumption that proves wrong', () => {
  const made = addAssumption('Nobody else is on the network.', newId);
  const assumed = applyEdit(
    applyEdit(base, made),
    putAssumption({ ...made.added, threats: [one, two, three] }),
  );
  const edit = judgeAssumption(assumed, made.added.id, 'wrong');
  const after = applyEdit(assumed, edit);
  const why = 'It rests on an assumption that proved wrong: “Nobody else is on the network.”.';

  test('marks the threats that rest on it, and keeps what was decided before', () => {
    expect([one, two, three].map((id) => after.threat.get(id)?.status)).toEqual([
      { kind: 'needs-investigation', note: why },
      { kind: 'needs-investigation', note: `${why}\nIt was ruled out before: The network is ours.` },
      { kind: 'needs-investigation', note: `${why}\nAsk Bo.` },
    ]);
    expect(after.threat.get(four)).toBe(assumed.threat.get(four));
    expect(after.assumption.get(made.added.id)?.state).toBe('wrong');
  });
  test('is found from each threat that rests on it, and from no other', () => {
    const under = [one, two, three, four].map((id) => assumptionsUnder(after, id).map(({ text }) => text));
    const text = 'Nobody else is on the network.';
    expect(under).toEqual([[text], [text], [text], []]);
  });
  test('is taken back with them', () => {
    expect(applyEdit(after, invertEdit(assumed, edit))).toEqual(assumed);
  });
  test('said twice changes nothing more, and a confirmed one marks nothing', () => {
    expect(judgeAssumption(after, made.added.id, 'wrong')).toEqual({ label: 'Judge assumption' });
    expect(judgeAssumption(assumed, made.added.id, 'confirmed').threat).toBeUndefined();
  });
});
