import type { KnowledgePackage } from '../core/kb/package';
import { keepKnowledge } from './read-knowledge';

const some: readonly KnowledgePackage[] = [
  {
    id: 'a.b',
    version: '1.0.0',
    hash: '0',
    name: 'A',
    properties: [],
    entityTypes: [],
    threats: [],
    mitigations: [],
    questions: [],
    events: [],
    file: {},
  },
];

/** Fails as often as told, then answers. */
function source(failures: number) {
  const log = { asked: 0 };
  const packages = async () => {
    log.asked += 1;
    if (log.asked <= failures) throw new Error('offline');
    return some;
  };
  return { log, packages };
}

test('nothing is asked before somebody needs it, then once for all', async () => {
  const { log, packages } = source(0);
  const knowledge = keepKnowledge({ packages });
  expect(log.asked).toBe(0);
  expect(await Promise.all([knowledge(), knowledge()])).toEqual([some, some]);
  expect(await knowledge()).toBe(some);
  expect(log.asked).toBe(1);
});

test('a failure reaches the caller and is not kept', async () => {
  const knowledge = keepKnowledge(source(1));
  await expect(knowledge()).rejects.toThrow('offline');
  expect(await knowledge()).toBe(some);
});

test('without a source there is no knowledge', async () => {
  expect(await keepKnowledge(undefined)()).toEqual([]);
});
