import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import { mint, questionId } from '../../../core/model/ids';
import { hubWorld, smallModel } from '../testing/hub-world';
import { describeSide, titleOf } from './describe-conflict';

const { app } = hubWorld(new MemoryDocuments());
const model = smallModel(app, ['Stolen password']);
const [threat] = [...model.threat.values()];
if (!threat) throw new Error('The model has no threat.');
const mine = { ...threat, title: 'Guessed password' };

test('a conflict names the thing, and marks only what differs', () => {
  const conflict = { kind: 'threat', id: threat.id, base: threat, mine, theirs: threat } as const;
  expect(titleOf(model, conflict)).toBe('Threat: Guessed password');
  const rows = describeSide(model, conflict, 'mine');
  expect(rows.filter((row) => row.differs)).toEqual([
    { name: 'Title', value: 'Guessed password', differs: true },
  ]);
  expect(rows.find((row) => row.name === 'Place')?.value).toBe('The whole model');
});

test('a question is named by what it is about and where, not by its id', () => {
  const asked = (entry: string) => {
    const id = mint(questionId, app.newId);
    const mine = { id, package: 'without.core', entry, place: { kind: 'model' } } as const;
    return titleOf(model, { kind: 'question', id, base: undefined, mine, theirs: undefined });
  };
  expect(asked('how-people-sign-in')).toBe('Question: how people sign in (The whole model)');
  expect(asked('property:transport-encrypted')).toBe('Question: transport encrypted (The whole model)');
});

test('a side that deleted the thing says so', () => {
  const conflict = { kind: 'threat', id: threat.id, base: threat, mine, theirs: undefined } as const;
  expect(describeSide(model, conflict, 'theirs').map((row) => row.name)).toEqual(['Deleted']);
});
