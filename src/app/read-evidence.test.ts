import { MemoryBacklog } from '../adapters/memory/memory-backlog';
import { aModel, aThreat, anAcceptance } from '../../tests/fixtures/sample-model';
import { readEvidence } from './read-evidence';

const today = '2026-01-10T00:00:00.000Z';
const later = '2026-06-01T00:00:00.000Z';

async function world() {
  const backlog = new MemoryBacklog();
  const id = backlog.addStory('Pay');
  backlog.author = 'Olivia Owner';
  const comment = await backlog.comment(id, '<p>I answer for it</p>');
  const opened = (acceptances: Parameters<typeof anAcceptance>[2][]) => [
    {
      model: aModel({
        threats: [aThreat(1)],
        acceptances: acceptances.map((change, i) => anAcceptance(i + 1, 1, change)),
      }),
    },
  ];
  return { backlog, id, comment, opened };
}

test('the author is who the service says, whatever name the model has', async () => {
  const { backlog, id, comment, opened } = await world();
  const models = opened([{ by: 'Mallory', until: later, evidence: { workItem: id, comment } }]);
  const read = await readEvidence(backlog, models, today);
  expect(read.get(anAcceptance(1, 1).id)).toEqual({ kind: 'written', by: 'Olivia Owner' });
});

test('a comment that is not there is gone; without one, and after its time, nobody looks', async () => {
  const { backlog, id, comment, opened } = await world();
  const read = await readEvidence(
    backlog,
    opened([
      { until: later, evidence: { workItem: id, comment: 99 } },
      { until: later },
      { until: '2026-01-09T00:00:00.000Z', evidence: { workItem: id, comment } },
    ]),
    today,
  );
  expect([...read]).toEqual([[anAcceptance(1, 1).id, { kind: 'gone' }]]);
});

test('one that cannot be read now is left out, and the others are told', async () => {
  const { backlog, id, comment, opened } = await world();
  const authorOf = backlog.commentAuthor.bind(backlog);
  backlog.commentAuthor = (item, number) =>
    number === comment ? authorOf(item, number) : Promise.reject(new Error('down'));
  const models = opened([
    { until: later, evidence: { workItem: id, comment: 50 } },
    { until: later, evidence: { workItem: id, comment } },
  ]);
  expect([...(await readEvidence(backlog, models, today)).keys()]).toEqual([anAcceptance(2, 1).id]);
});
