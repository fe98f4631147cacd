import { aModel, aThreat } from '../../../tests/fixtures/sample-model';
import { planSave } from './plan-save';
import { leftOut, leftOutText } from './quarantine';
import { readModel } from './read-model';
import { shardDocument } from './shard';
import { notStored } from './stored-model';

const model = aModel({ threats: [aThreat(1), aThreat(2)] });
const documents = planSave(notStored(model.info), model).flatMap((write) =>
  write.target === 'shard' ? [{ ...shardDocument(write.shard), __etag: 1 }] : [],
);
const index = { id: model.info.id, schema: 1, kind: 'model', info: model.info, __etag: 1 };

test('of a sound model nothing is left out', () => {
  expect(leftOut(readModel(index, documents))).toEqual([]);
});

test.each<[string, unknown, unknown]>([
  ['a document that is torn', 'torn', 'torn'],
  ['an entity of the wrong shape', [{ id: aThreat(3).id, title: 7 }], { id: aThreat(3).id, title: 7 }],
])('%s is handed out as it is, and the rest is read', (_name, entities, content) => {
  const damaged = { id: 'treatment.x', schema: 1, kind: 'treatment', entities, __etag: 1 };
  const reading = readModel(index, [...documents, damaged]);
  expect(reading.model.threat.size).toBe(2);
  expect(leftOut(reading)).toEqual([{ document: 'treatment.x', content }]);
  expect(JSON.parse(leftOutText(reading.problems, leftOut(reading)))).toEqual({
    problems: reading.problems,
    leftOut: [{ document: 'treatment.x', content }],
  });
});

test('a description that does not hold is handed out, too', () => {
  const torn = { ...index, info: { name: 7 } };
  const reading = readModel(torn, documents);
  expect(reading.model.threat.size).toBe(2);
  expect(leftOut(reading)).toEqual([{ document: model.info.id, content: torn }]);
});
