import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { bytesOf, countingIds, expectSentence } from '../../../../tests/fixtures/import-for-test';
import { findThreats } from '../../kb/engine';
import { KnowledgeEngine } from '../../kb/knowledge-engine';
import { answerQuestion } from '../../kb/questions/answer';
import { askQuestions } from '../../kb/questions/ask';
import { applyEdit } from '../../model/edit';
import { placeName } from '../../model/model-index';
import { exampleModel } from '../../kb/example-model';
import type { ExampleModel } from '../../kb/example-model';
import type { KnowledgePackage } from '../../kb/package';
import { readPackage } from '../../kb/read-package';
import { printRule } from '../../kb/rule-text/print-rule';
import { defaultLimits } from '../import-file';
import { importKnowledge } from '../import-knowledge';
import type { KnowledgeImport } from '../import-knowledge';

const importing = (bytes: Uint8Array, limits = defaultLimits(() => false)): KnowledgeImport =>
  importKnowledge({
    fileName: 'x.tmt',
    bytes,
    limits,
    newId: countingIds(),
    now: '2026-03-01T09:00:00.000Z',
  });

/** UTF-16LE with its mark, as the tool writes it. */
const utf16 = (text: string) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return new Uint8Array(bytes);
};
const packed = (template: unknown, name = 'threatmodeltemplate.json') =>
  zipSync({ [name]: utf16(JSON.stringify(template)), '[Content_Types].xml': strToU8('<Types/>') });
const list = <T>(...values: readonly T[]) => ({ $type: 'List, mscorlib', $values: values });
const node = (name: string, more: object = {}) => ({
  $type: `ThreatsManager.AutoGenRules.Engine.${name}RuleNode, ThreatsManager.AutoGenRules`,
  name,
  scope: 'Object',
  ...more,
});
const type = (value: string, scope = 'Object') => node('EnumValue', { name: 'Object Type', value, scope });
const and = (...children: readonly unknown[]) => node('And', { children: list(...children) });
const or = (...children: readonly unknown[]) => node('Or', { children: list(...children) });
const ruled = (rule: unknown, top?: boolean) => ({
  properties: list(
    {
      $type: 'PropertyJsonSerializableObject',
      propertyTypeId: 'p-rule',
      value: { $type: 'SelectionRule', node: rule },
    },
    ...(top === undefined ? [] : [{ $type: 'PropertyBool', propertyTypeId: 'p-top', value: top }]),
  ),
});

interface Given {
  readonly rule?: unknown;
  readonly more?: object;
  readonly link?: object;
}
const template = ({ rule = node('Truism'), more = {}, link = {} }: Given = {}) => ({
  $type: 'ThreatsManager.Engine.ObjectModel.ThreatModel, ThreatsManager.Engine',
  name: 'Our  cloud',
  description: 'What we know.',
  schemas: list({
    name: 'Automatic Generation Rules',
    propertyTypes: list(
      { id: 'p-rule', name: 'AutoGenRule' },
      { id: 'p-top', name: 'Top' },
      { id: 'p-questions', name: 'Questions' },
    ),
  }),
  entityTemplates: list(
    { id: 'e-vault', name: 'Key vault', entityType: 'DataStore', image: 'aGk=' },
    { id: 'e-api', name: 'API', entityType: 'Process' },
  ),
  trustBoundaryTemplates: list({ id: 'b-net', name: 'Virtual network' }),
  mitigations: list(
    { id: 'm1', name: 'Turn on the firewall', controlType: 'Preventive', description: 'Of the vault.' },
    { id: 'm2', name: 'Watch the log', controlType: 'Other' },
  ),
  threatTypes: list({
    id: 't1',
    name: 'The vault is opened',
    description: 'By a guest.',
    severity: 75,
    mitigations: list(
      { mitigationId: 'm1', strength: 100, ...link },
      { mitigationId: 'm2', strength: 25 },
      { mitigationId: 'gone', strength: 50 },
    ),
    ...ruled(rule),
  }),
  ...more,
});

function known(given: unknown): KnowledgePackage {
  const found = importing(packed(given));
  if (found.kind !== 'knowledge') throw new Error(JSON.stringify(found));
  const reading = readPackage(found.file);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.package;
}
const rulesOf = (rule: unknown) =>
  known(template({ rule })).threats.map(({ anchor, when }) => `${anchor}: ${printRule(when)}`);

test('a template comes in with texts, severity, strengths, kinds of control and TOP marks', () => {
  const vault = node('DataStoreTemplate', { entityTemplate: 'e-vault' });
  const given = template({ rule: vault, link: ruled(and(vault, type('Data Store')), true) });
  const read = known({
    ...given,
    threatTypes: list({ ...given.threatTypes.$values[0], ...ruled(vault, true) }),
  });
  expect(read).toMatchObject({ id: 'tms.our-cloud', name: 'Our cloud' });
  expect(read.threats).toMatchObject([
    {
      name: 'The vault is opened',
      description: 'By a guest.',
      impact: 'major',
      probability: 'possible',
      top: true,
      treatments: [
        {
          strength: 'maximum',
          top: true,
          mitigation: { name: 'Turn on the firewall', controlType: 'preventive' },
        },
        { strength: 'weak', top: false, mitigation: { name: 'Watch the log' } },
      ],
    },
  ]);
  expect(read.threats[0]?.treatments[0]?.when).toMatchObject({ kind: 'all' });
  expect(read.entityTypes.find(({ id }) => id === 'key-vault')).toMatchObject({ base: 'data-store' });
});

test('what is left behind is said', () => {
  const found = importing(packed(template({ more: { actors: list({}, {}) } })));
  expect(found.kind === 'knowledge' && found.notTaken).toEqual(
    expect.arrayContaining([
      { what: 'threat actors', count: 2, why: 'a package has none' },
      { what: 'links to mitigations', count: 3, why: 'the mitigation is not in the file' },
      {
        what: 'control types of mitigations',
        count: 1,
        why: '"other" is none here, so they count as preventive',
      },
    ]),
  );
});

test.each<[string, unknown, readonly string[]]>([
  ['a kind of entity', type('Process'), ['element: element is process']],
  ['a flow', type('Flow'), ['flow: always']],
  ['the model', type('Threat Model'), ['model: always']],
  [
    'an entity or a flow',
    or(type('Data Store'), type('Flow')),
    ['element: element is data-store', 'flow: always'],
  ],
  [
    'both ends of a flow',
    and(type('Flow'), type('Process', 'Source'), type('Data Store', 'Target')),
    ['flow: source is process and target is data-store'],
  ],
  ['a crossing', and(type('Flow'), node('CrossTrustBoundary', { value: true })), ['flow: flow crosses any']],
  ['no crossing', node('CrossTrustBoundary', { value: false }), ['flow: not flow crosses any']],
  [
    'entering a boundary',
    node('EnterTrustBoundaryTemplate', { trustBoundaryTemplate: 'b-net' }),
    ['flow: flow enters virtual-network'],
  ],
  [
    'a boundary on the way',
    node('TrustBoundaryTemplate', { scope: 'AnyTrustBoundary', trustBoundaryTemplate: 'b-net' }),
    ['flow: flow crosses virtual-network'],
  ],
  [
    'flows from outside',
    and(type('Process'), node('HasIncoming', { entityType: 'ExternalInteractor' })),
    ['element: element is process\nand element has incoming flow where source is external-interactor'],
  ],
  [
    'a property',
    and(type('Process'), node('Boolean', { schema: 'Security', name: 'Logs', value: false })),
    ['element: element is process and element.logs = no'],
  ],
  [
    'a choice',
    and(
      type('Process'),
      node('EnumValue', { schema: 'Security', name: 'Tier', value: 'Gold', values: list('Gold', 'Tin') }),
    ),
    ['element: element is process and element.tier = gold'],
  ],
  [
    'a text',
    and(
      type('Process'),
      node('Comparison', { schema: 'S', name: 'Region', operator: 'Contains', value: 'west' }),
    ),
    ['element: element is process and element.region contains west'],
  ],
  [
    'not',
    and(type('Process'), node('Not', { child: node('ProcessTemplate', { entityTemplate: 'e-api' }) })),
    ['element: element is process and not element is api'],
  ],
  ['a template that is not there', node('ProcessTemplate', { entityTemplate: 'gone' }), ['element: never']],
  ['nothing joined', and(), ['element: never']],
  ['a test of tomorrow', node('Moon'), ['element: never']],
])('rules: %s', (_, rule, expected) => {
  expect(rulesOf(rule)).toEqual(expected);
});

test('the rules find the threat where the tool would', () => {
  const drawn: ExampleModel = {
    elements: [
      { kind: 'store', name: 'Vault', type: 'key-vault' },
      { kind: 'store', name: 'Files' },
    ],
    flows: [],
  };
  const vault = node('DataStoreTemplate', { entityTemplate: 'e-vault' });
  const model = exampleModel(drawn);
  const found = findThreats([known(template({ rule: vault }))], model);
  expect(found.map(({ place }) => place.kind === 'element' && model.element.get(place.id)?.name)).toEqual([
    'Vault',
  ]);
});

describe('questions', () => {
  const given = [
    { text: 'Who has the keys?', rationale: 'Keys travel.', rule: { node: type('Data Store') }, ...ruled(undefined, true) }, // prettier-ignore
    { text: 'What is sent?', background: 'Less is safer.', rule: { node: type('Flow') } },
    { text: 'Who pays?' },
    { text: '  ' },
    { text: 'What of the moon?', rule: { node: node('Moon') } },
  ];
  const value = { questions: list(...given) };
  const asking = (stored: unknown) =>
    known(template({ more: { properties: list({ propertyTypeId: 'p-questions', value: stored }) } }));

  test('come in with their reasons, places and TOP marks; what no place can fulfil is asked nowhere', () => {
    const { questions } = asking(value);
    expect(questions).toMatchObject([
      { text: 'Who has the keys?', rationale: 'Keys travel.', anchor: 'element', top: true },
      { text: 'What is sent?', rationale: 'Less is safer.', anchor: 'flow', top: false },
      { text: 'Who pays?', rationale: '', anchor: 'model', top: false },
    ]);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(3);
  });

  test('also when the tool keeps them as the text of their JSON', () => {
    expect(asking(JSON.stringify(value)).questions).toEqual(asking(value).questions);
  });

  test('are asked where the tool would ask them, and are answered in words, since the file has no answers', () => {
    const drawn = exampleModel({
      elements: [
        { kind: 'store', name: 'Vault' },
        { kind: 'process', name: 'Front' },
      ],
      flows: [{ name: 'Read', source: 'Front', target: 'Vault' }],
    });
    const engine = new KnowledgeEngine([asking(value)], drawn);
    const asked = askQuestions(engine);
    expect(asked.map(({ text, place, top }) => [text, placeName(drawn, place), top])).toEqual([
      ['Who has the keys?', 'Vault', true],
      ['What is sent?', 'Read (Front → Vault)', false],
      ['Who pays?', placeName(drawn, { kind: 'model' }), false],
    ]);
    const [first] = asked;
    if (!first) throw new Error('Nothing is asked.');
    expect(first.choose).toBe('text');
    const given = { chosen: ['Olivia · and her deputy'], note: '', at: '2026-03-01T09:00:00.000Z' };
    const answered = applyEdit(drawn, answerQuestion(engine, first, { ...given, newId: countingIds() }));
    engine.follow(answered);
    const again = askQuestions(engine).find(({ key }) => key === first.key);
    expect(again?.given?.answer).toBe('Olivia · and her deputy');
    // No fact is made of words.
    expect(answered.element).toEqual(drawn.element);
  });

  test('a rule of the template that waits for a property asks for it', () => {
    const logs = node('Boolean', { schema: 'Security', name: 'Logs', value: false });
    const drawn = exampleModel({ elements: [{ kind: 'process', name: 'Front' }], flows: [] });
    const engine = new KnowledgeEngine([known(template({ rule: and(type('Process'), logs) }))], drawn);
    expect(engine.hits().map(({ answer }) => answer)).toEqual(['unknown']);
    const [asked] = askQuestions(engine);
    expect(asked).toMatchObject({ source: 'rule', settles: 1 });
    expect(asked?.answers.map(({ label }) => label)).toEqual(['Yes', 'No']);
  });
});

describe('hostile files', () => {
  const big = (size: number) => zipSync({ 'threatmodeltemplate.json': new Uint8Array(size) });
  const small = { ...defaultLimits(() => false), maxBytes: 50_000, maxNodes: 1000 };
  let deep: unknown = node('Truism');
  for (let n = 0; n < 60; n += 1) deep = node('Not', { child: deep });
  test.each<[string, Uint8Array, RegExp]>([
    ['a bomb', big(1_000_000), /more than can be read/],
    ['another archive', zipSync({ 'word/document.xml': strToU8('<x/>') }), /no knowledge base that is known/],
    ['cut off', packed(template()).slice(0, 300), /cut off or damaged/],
    ['no JSON', zipSync({ 'threatmodel.json': strToU8('{"a":') }), /cut off or damaged/],
    ['no threats', packed({ name: 'x' }), /no threat types/],
    ['forged keys', zipSync({ 'threatmodel.json': strToU8('{"__proto__":{}}') }), /not accepted/],
    ['too many values', packed({ threatTypes: list(...Array<number>(2000).fill(1)) }), /too many values/],
    [
      'too many members',
      zipSync(Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`f${n}`, bytesOf('x')]))),
      /too many files/,
    ],
  ])('%s', (_, bytes, reason) => {
    const found = importing(bytes, small);
    if (found.kind !== 'refused') throw new Error('not refused');
    expect(found.reason).toMatch(reason);
    expectSentence(found.reason);
  });

  test('a rule that is nested too deeply is left out, and the rest comes in', () => {
    const found = importing(packed(template({ rule: deep })));
    expect(found.kind === 'knowledge' && found.notTaken.map(({ why }) => why)).toContain(
      'they are nested too deeply',
    );
  });

  test('whatever the values are, the result is a refusal or a package that reads', () => {
    for (const wrong of [null, 5, 'x', [], {}, list<unknown>(null, 5, 'x', {}), { $values: 5 }]) {
      for (const key of Object.keys(template())) {
        const found = importing(packed({ ...template(), [key]: wrong }));
        if (found.kind === 'knowledge') expect(readPackage(found.file)).toMatchObject({ kind: 'package' });
      }
    }
  });
});

const sample = join('..', 'shared', 'samples', 'threats-manager');
const present = existsSync(sample);
if (!present)
  process.stdout.write('Samples are not at hand (../shared/samples): Threats Manager files are skipped.\n');

(present ? describe : describe.skip)('real files', () => {
  const read = (file: string) => {
    const found = importing(new Uint8Array(readFileSync(join(sample, file))));
    if (found.kind !== 'knowledge') throw new Error(JSON.stringify(found));
    const reading = readPackage(found.file);
    if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
    return { known: reading.package, notTaken: found.notTaken };
  };
  const counted = (values: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return Object.fromEntries(counts);
  };

  test('Azure PaaS Core: counts, strengths and kinds of control are those of the file', () => {
    const { known: core, notTaken } = read('azure-paas-core.tmt');
    const own = core.entityTypes.filter(({ id, base }) => id !== base);
    expect(own).toHaveLength(9);
    expect(core.mitigations).toHaveLength(68);
    expect(counted(core.mitigations.map(({ controlType }) => controlType))).toEqual({
      preventive: 53,
      detective: 7,
      recovery: 7,
      corrective: 1,
    });
    // 15 threat types; one whose rule fits several kinds of place is there once for each.
    expect(new Set(core.threats.map(({ name }) => name)).size).toBe(15);
    const links = new Map(
      core.threats.flatMap(({ name, treatments }) =>
        treatments.map((each) => [`${name} ${each.mitigation.id}`, each.strength] as const),
      ),
    );
    expect(counted([...links.values()])).toEqual({ average: 56, strong: 23, weak: 3, maximum: 3 });
    expect(counted(core.threats.map(({ impact }) => impact))).toMatchObject({ minor: 1 });
    expect(notTaken.map(({ what }) => what)).toEqual(['threat actors']);
  });

  test('the knowledge inside a model is the same', () => {
    const { known: core } = read('azure-paas-core.tm');
    expect(new Set(core.threats.map(({ name }) => name)).size).toBe(15);
    expect(core.mitigations).toHaveLength(68);
  });
});
