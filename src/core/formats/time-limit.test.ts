/** The time of an import is asked for at every stage, so that none of them can be made to last by what a file holds. */
import { zipSync } from 'fflate';
import { bytesOf, countingIds, expectSentence } from '../../../tests/fixtures/import-for-test';
import { tm7Text } from '../../../tests/fixtures/models/write-tm7';
import type { TmtKnowledge } from '../../../tests/fixtures/models/write-tmt-knowledge';
import { tmtKnowledgeXml } from '../../../tests/fixtures/models/write-tmt-knowledge';
import { defaultLimits } from './import-file';
import { importKnowledge } from './import-knowledge';
import { parseJson } from './json-value';

/** A clock that is looked at, and says at the given look that the time is up. */
function clock(lastLook = Infinity) {
  let looks = 0;
  const limits = defaultLimits(() => ++looks >= lastLook);
  return { limits, looks: () => looks };
}

const importing = (bytes: Uint8Array, { limits }: ReturnType<typeof clock>) =>
  importKnowledge({ fileName: 'x', bytes, limits, newId: countingIds(), now: '2026-03-01T09:00:00.000Z' });

/** How often the clock is asked while the file is read, which must end well. */
function looksAt(bytes: Uint8Array): number {
  const time = clock();
  expect(importing(bytes, time).kind).toBe('knowledge');
  return time.looks();
}

const filled = <T>(count: number, make: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));
const member = 'threatmodeltemplate.json';
const tmt = (more: object, name = member) => {
  const template = { name: 'Ours', threatTypes: [{ id: 't', name: 'Theft' }], ...more };
  return zipSync({ [name]: bytesOf(JSON.stringify(template)) });
};
const schemas = [
  {
    propertyTypes: [
      { id: 'r', name: 'AutoGenRule' },
      { id: 'q', name: 'Questions' },
    ],
  },
];
const ruled = (node: object) => [{ propertyTypeId: 'r', value: { node } }];
const isProcess = { $type: 'EnumValueRuleNode', name: 'Object Type', value: 'Process' };
const ofTier = (value: string) => ({ $type: 'EnumValueRuleNode', schema: 'S', name: 'Tier', value });
const tb7 = (more: Partial<TmtKnowledge>) =>
  bytesOf(tmtKnowledgeXml({ threats: [{ id: 'TH', include: "target is 'GE.P'" }], ...more }, false));
const tests = (count: number) => filled(count, (at) => `flow.P${at} is 'x'`).join(' and ');

test('characters of a JSON text: every 65,536 of them', () => {
  const time = clock();
  parseJson(`[${' '.repeat(200_000)}]`, time.limits);
  expect(time.looks()).toBe(3);
});

test('its values, when keys are looked at: every 4,096 of them', () => {
  const time = clock();
  // Fewer characters than the first stage counts, so that each look is of the second.
  parseJson(`[${filled(20_000, () => 0).join()}]`, time.limits);
  expect(time.looks()).toBe(4);
});

/** Stage -> a file that makes it as long as its number says; each further piece costs a look, or a share of one. */
const stages: readonly (readonly [
  stage: string,
  file: (size: number) => Uint8Array,
  looksPerPiece: number,
])[] = [
  ['characters of the JSON', (n) => tmt({ note: filled(n, () => 7) }), 1 / 65_536],
  ['values of the JSON', (n) => tmt({ note: filled(n, () => 7) }), 1 / 4096],
  ['templates of entities', (n) => tmt({ entityTemplates: filled(n, (at) => ({ id: `e${at}` })) }), 1],
  [
    'mitigations',
    (n) => tmt({ mitigations: filled(n, (at) => ({ id: `m${at}`, controlType: 'Preventive' })) }),
    1,
  ],
  ['threat types', (n) => tmt({ threatTypes: filled(n, (at) => ({ id: `t${at}`, name: 'Same' })) }), 1],
  ['links to mitigations', (n) => tmt({ threatTypes: [{ id: 't', mitigations: filled(n, () => ({})) }] }), 1],
  [
    'nodes of a rule',
    (n) => {
      const node = { $type: 'AndRuleNode', children: [isProcess, ...filled(n, (at) => ofTier(`v${at}`))] };
      return tmt({ schemas, threatTypes: [{ id: 't', name: 'Theft', properties: ruled(node) }] });
    },
    1,
  ],
  [
    'questions',
    (n) => {
      const value = { questions: filled(n, (at) => ({ text: `Why ${at}?` })) };
      return tmt({ schemas, properties: [{ propertyTypeId: 'q', value }] });
    },
    1,
  ],
  ['characters of the XML', (n) => tb7({ version: '1'.padEnd(n) }), 1 / 65_536],
  ['stencils', (n) => tb7({ stencils: filled(n, (at) => ({ id: `SE.${at}`, parent: `SE.${at + 1}` })) }), 1],
  [
    'attributes',
    (n) => tb7({ stencils: [{ id: 'SE', attributes: filled(n, (at) => ({ name: `a${at}`, label: 'A', values: ['x'] })) }] }), // prettier-ignore
    1,
  ],
  [
    'threats of the template',
    (n) => tb7({ threats: filled(n, (at) => ({ id: `TH${at}`, include: '' })) }),
    1,
  ],
  ['tests of a filter', (n) => tb7({ threats: [{ id: 'TH', include: tests(n) }] }), 1],
];

test.each(stages)('the clock is asked along with the %s', (_, file, each) => {
  const [few, many] = each === 1 ? [5, 105] : [10, 10 + 2 / each];
  expect(looksAt(file(many)) - looksAt(file(few))).toBeGreaterThanOrEqual(Math.floor((many - few) * each));
});

test.each(stages)('and whenever the time is up, nothing is half read: %s', (_, file, each) => {
  const bytes = file(each === 1 ? 30 : 2 / each);
  const total = looksAt(bytes);
  for (let look = 1; look <= total; look += 1) {
    const time = clock(look);
    const found = importing(bytes, time);
    if (found.kind !== 'refused') throw new Error(`Not refused at look ${look} of ${total}.`);
    expect(found.reason).toBe('Reading this file takes too long, so the import was stopped.');
    // The first "too late" ends it: nothing goes on behind its back.
    expect(time.looks()).toBe(look);
  }
});

test.each<[string, Uint8Array]>([
  ['the rules inside a model of the Microsoft tool', bytesOf(tm7Text({ surfaces: [], knowledgeBase: tmtKnowledgeXml({ threats: [{ id: 'TH', include: "target is 'GE.P'" }] }, true) }))], // prettier-ignore
  ['the knowledge inside a model of Threats Manager', tmt({}, 'threatmodel.json')],
])('%s is held to the same time', (_, bytes) => {
  expect(looksAt(bytes)).toBeGreaterThan(0);
  const late = importing(bytes, clock(1));
  if (late.kind !== 'refused') throw new Error('Not refused.');
  expectSentence(late.reason);
  expect(late.reason).toMatch(/takes too long/);
});
