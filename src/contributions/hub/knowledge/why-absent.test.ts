import { countingIds, exampleModel } from '../../../core/kb/example-model';
import { KnowledgeEngine } from '../../../core/kb/knowledge-engine';
import { planThreats } from '../../../core/kb/plan-threats';
import { readPackage } from '../../../core/kb/read-package';
import { applyEdit } from '../../../core/model/edit';
import type { Model } from '../../../core/model/model';
import { firstChoice, pinsOf } from './choice';
import type { KnowledgeChoice } from './choice';
import { whereItIs } from './why-absent';

const threat = (id: string, more: object) => ({
  id,
  name: `${id} of {element.name}`,
  stride: ['T'],
  description: 'Somebody does it.',
  severity: { probability: 'possible', impact: 'major' },
  anchor: 'element',
  mitigations: [],
  ...more,
});
const isProcess = { is: 'element', of: ['process'] };
const reading = readPackage({
  kbSchema: 1,
  kind: 'package',
  id: 'test.shop',
  version: '1.0.0',
  name: 'Shop',
  licence: 'MIT',
  entityTypes: [{ id: 'process', name: 'Process', base: 'process' }],
  properties: [{ id: 'open', label: 'Open', type: 'enum', values: [{ id: 'yes', label: 'Yes' }] }],
  threats: [
    threat('plain', { when: isProcess, level: 1 }),
    threat('deep', { when: isProcess, level: 3 }),
    threat('perhaps', { when: { all: [isProcess, { prop: 'open', on: 'element', eq: 'yes' }] }, level: 1 }),
    threat('elsewhere', { when: { not: isProcess }, level: 1 }),
  ],
});
if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
const known = reading.package;
const drawn = exampleModel({ elements: [{ kind: 'process', name: 'Shop' }], flows: [] });

function sentence(
  id: string,
  change: Partial<KnowledgeChoice> = {},
  model: Model = drawn,
): string | undefined {
  const engine = new KnowledgeEngine([known], model);
  const entry = known.threats.find((each) => each.id === id);
  const [element] = model.element.keys();
  if (!entry || !element) throw new Error('Nothing to ask about.');
  const place = { kind: 'element', id: element } as const;
  const choice = { ...firstChoice(model, engine), ...change };
  const answer = engine.explain(entry, place)?.answer;
  return whereItIs({ model, known, choice, threat: entry, place, answer });
}
const keyOf = (id: string) =>
  new KnowledgeEngine([known], drawn).hits().find(({ threat: { id: each } }) => each === id)?.key ?? '';

test.each<[string, string, Partial<KnowledgeChoice>, RegExp]>([
  ['given, and nobody took it yet', 'plain', {}, /comes when they are applied/],
  ['of a package that is not used', 'plain', { packages: new Set() }, /package “Shop” is not used/],
  ['no TOP threat, looked at lightly', 'plain', { depth: 'light' }, /no TOP threat/],
  ['deeper than the system asks for', 'deep', {}, /ask for level 2, and this is of level 3/],
  ['unticked', 'plain', { unwanted: new Set([keyOf('plain')]) }, /you unticked it/],
  ['only perhaps, and such are not taken', 'perhaps', { tentative: 'leave' }, /may be real are not taken/],
  ['only perhaps, and such are taken', 'perhaps', {}, /comes when they are applied/],
])('%s', (_, id, change, expected) => {
  expect(sentence(id, change)).toMatch(expected);
});

test('where the rule says no, nothing else is said', () => {
  expect(sentence('elsewhere', { packages: new Set() })).toBeUndefined();
});

test('what is in the model is said to be there, also when it grew stale', () => {
  const engine = new KnowledgeEngine([known], drawn);
  const choice = firstChoice(drawn, engine);
  const knowledge = { packages: [...pinsOf(engine, choice)], depth: choice.depth };
  const ids = countingIds();
  const newId = () => ids().replace('-4000-', '-4ddd-');
  const taken = applyEdit(
    drawn,
    planThreats({ engine, model: drawn, knowledge, tentative: 'take', newId }).edit,
  );
  expect(sentence('plain', {}, taken)).toBe('It is in the model.');
  const [first] = [...taken.threat.values()].filter(({ title }) => title.startsWith('plain'));
  if (!first) throw new Error('Nothing was taken.');
  const stale = applyEdit(taken, { label: 'x', threat: { put: [{ ...first, stale: 'It is gone.' }] } });
  expect(sentence('plain', {}, stale)).toBe('It is in the model, marked as stale.');
});
