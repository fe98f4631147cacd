/** Examples that people wrote are run with those that came along, and what comes out otherwise is named. */
import type { KnowledgePackage } from './package';
import { readPackage } from './read-package';
import { failedExamples, runExample } from './run-examples';

const shop = { elements: [{ name: 'Shop', kind: 'process' }], flows: [] };
const fires = { expect: 'fires', because: 'It is a process.', model: shop };
const silent = { ...fires, expect: 'silent' };

function packageWith(examples: readonly unknown[]): KnowledgePackage {
  const threat = {
    id: 'flood',
    name: 'Flood of {element.name}',
    description: 'Many requests.',
    stride: ['D'],
    severity: { probability: 'possible', impact: 'major' },
    anchor: 'element',
    when: { is: 'element', of: ['process'] },
    mitigations: [],
    examples,
  };
  const read = readPackage({
    kbSchema: 1,
    kind: 'package',
    id: 'bank.core',
    version: '1.0.0',
    name: 'Bank',
    licence: 'MIT',
    entityTypes: [{ id: 'process', name: 'Process', base: 'process' }],
    threats: [threat],
  });
  if (read.kind !== 'package') throw new Error(JSON.stringify(read));
  return read.package;
}

test.each([
  ['none at all', [], [], []],
  ['all hold', [fires], [fires], []],
  ['one that came along does not', [silent], [fires], ['fires']],
  ['one of their own does not', [fires], [silent], ['fires']],
  ['one cannot be read', [fires], [{ expect: 'fires' }], ['broken']],
])('%s', (_, shipped, own, outcomes) => {
  const failed = failedExamples(packageWith(own), { flood: shipped });
  expect(failed.map(({ outcome }) => outcome.outcome)).toEqual(outcomes);
  for (const { threat } of failed) expect(threat.id).toBe('flood');
});

test('an example that names nothing known is broken and never throws', () => {
  const known = packageWith([]);
  const [threat] = known.threats;
  if (!threat) throw new Error('No threat.');
  const model = {
    elements: [{ name: 'A', kind: 'process' }],
    flows: [{ name: 'x', source: 'A', target: 'B' }],
  };
  expect(runExample(known, threat, { ...fires, model })).toMatchObject({ outcome: 'broken', holds: false });
});
