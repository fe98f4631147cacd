import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import { diffModels } from '../../../core/history/difference';
import { noteOf } from '../../../core/history/note';
import type { Edit } from '../../../core/model/edit';
import { applyEdit } from '../../../core/model/edit';
import { removeThreats, rewriteThreat } from '../../../core/model/edits/build';
import {
  confirmJudgements,
  judgeProbability,
  setMitigationStatus,
  setThreatStatus,
} from '../../../core/model/edits/judge';
import type { Model } from '../../../core/model/model';
import { hubWorld, smallModel } from '../testing/hub-world';
import { sentencesOf, spokenDifference, spokenNote } from './change-words';

const { app } = hubWorld(new MemoryDocuments());
const model = smallModel(app, ['Stolen card', 'Forged order']);
const [threat] = [...model.threat.values()];
const [mitigation] = [...model.mitigation.values()];
if (!threat || !mitigation) throw new Error('The model is empty.');
const ids = [threat.id];
const texts = { title: threat.title, description: '', stride: threat.stride, place: threat.place };

const cases: readonly [string, Edit, readonly string[]][] = [
  [
    'a judgement with its reason',
    judgeProbability(model, ids, { level: 'rare', reason: 'Behind the payment service.' }),
    ['Probability of “Stolen card” from Likely to Rare, because “Behind the payment service.”'],
  ],
  [
    'a reason alone',
    judgeProbability(model, ids, { level: 'likely', reason: 'Seen last year.' }),
    ['Reason for the probability of “Stolen card”, because “Seen last year.”'],
  ],
  ['a confirmation changes nothing that was judged', confirmJudgements(model, ids), []],
  [
    'a status with its justification',
    setThreatStatus(model, ids, { kind: 'not-applicable', justification: 'No cards.' }),
    ['Status of “Stolen card” from Open to Not applicable, because “No cards.”'],
  ],
  [
    'the status of a mitigation',
    setMitigationStatus(model, [mitigation.id], { kind: 'planned' }),
    ['Status of “Validate input” from Open to Planned'],
  ],
  [
    'a new name and a new text',
    rewriteThreat(model, threat.id, { ...texts, title: 'Copied card', description: 'Long' }),
    ['Threat “Stolen card” is now called “Copied card”', 'Description of “Copied card” rewritten'],
  ],
  [
    'a removal, with what hung on it',
    removeThreats(model, ids),
    ['Threat “Stolen card” removed', 'Mitigation at a threat “Validate input, for Stolen card” removed'],
  ],
  [
    'the model itself',
    { label: 'x', info: { ...model.info, name: 'Shop' } },
    ['The model itself “Web shop” is now called “Shop”'],
  ],
];

const bySide = (after: Model) =>
  diffModels(model, after).flatMap((each) =>
    sentencesOf(model, spokenDifference(each.after ? after : model, each)),
  );

test.each(cases)('%s', (_name, edit, expected) => {
  const after = applyEdit(model, edit);
  expect(bySide(after)).toEqual(expected);
});

test('a kept note says the same as the difference, but for names that are gone', () => {
  const after = applyEdit(model, judgeProbability(model, ids, { level: 'rare' }));
  const note = noteOf(diffModels(model, after), { id: '1', at: app.now() });
  expect(note?.changes.flatMap((each) => sentencesOf(after, spokenNote(after, each)))).toEqual(bySide(after));
});

test('what people say to each other reads as what they did', () => {
  const asked = { by: 'Tom', at: '2026-03-01T10:00:00Z', note: '' };
  const spoken = { id: '1', was: {}, is: {} };
  const settled = { ...spoken, kind: 'comment', how: 'changed', name: 'Is the bank in scope?' } as const;
  const review = { ...spoken, kind: 'review', name: 'Tom' } as const;
  expect([
    sentencesOf(model, { ...settled, is: { settled: { by: 'Tom', at: asked.at } } }),
    sentencesOf(model, { ...settled, was: { settled: { by: 'Tom', at: asked.at } } }),
    sentencesOf(model, { ...review, how: 'added', is: { asked } }),
    sentencesOf(model, {
      ...review,
      how: 'changed',
      is: { decision: { ...asked, kind: 'changes-wanted', note: 'No login.' } },
    }),
  ]).toEqual([
    ['Comment “Is the bank in scope?” settled'],
    ['Comment “Is the bank in scope?” opened again'],
    ['Tom asked for a review'],
    ['Review that Tom asked for: changes wanted, because “No login.”'],
  ]);
});

test('hostile values in a note break nothing', () => {
  const was = {
    probability: 7,
    status: { kind: {} },
    place: { kind: 'nowhere' },
    properties: 'text',
    stride: [[1]],
  };
  const change = { kind: 'threat', id: threat.id, how: 'changed', was, is: { title: {} } } as const;
  expect(sentencesOf(model, spokenNote(model, change)).length).toBeGreaterThan(0);
});
