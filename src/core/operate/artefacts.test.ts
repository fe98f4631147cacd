import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'yaml';
import { aModel, aThreat } from '../../../tests/fixtures/sample-model';
import { problemFinder } from '../../../tests/fixtures/artefact-problems';
import type { Problems } from '../../../tests/fixtures/artefact-problems';
import { anEvent, base, filesOf, thresholds } from '../../../tests/fixtures/operations-files';
import { watchedShop } from '../../../tests/fixtures/watched-shop';
import { fieldEntities } from '../model/event';
import { indexModel } from '../model/model-index';
import { assess } from '../risk/assess';
import { operationsArtefacts } from './artefacts';

let problems: Problems;
beforeAll(async () => {
  problems = await problemFinder();
});

describe.each(thresholds)('%s', (_name, threshold) => {
  const files = filesOf([anEvent({ threshold })]);

  test('every file is well formed in its own language', () => {
    for (const [path, content] of files) expect([path, problems(path, content)]).toEqual([path, []]);
  });

  test('an alert finds its way home from every rule', () => {
    for (const path of files.keys()) {
      if (!/^(?:sigma|sentinel|monitor|kql)\//.test(path)) continue;
      const content = files.get(path) ?? '';
      expect(content).toContain(base.id);
      expect(content).toContain(aThreat(1).id);
    }
  });
});

const template = (change: object): string => {
  const good = JSON.parse(filesOf([anEvent()]).get('sentinel/azuredeploy.json') ?? '{}') as {
    resources: { properties: object }[];
  };
  Object.assign(good.resources[0]?.properties ?? {}, change);
  return JSON.stringify(good);
};
const monitor = (from: RegExp, to: string): string =>
  (filesOf([anEvent()]).get('monitor/alerts.bicep') ?? '').replace(from, to);

test.each<[string, string, string]>([
  ['KQL', 'a.kql', 'AppEvents | where Name == "a" | union'],
  ['TypeScript', 'a.ts', 'const = "'],
  ['C#', 'a.cs', 'public static class A { public const string B = "x""; }'],
  ['Bicep', 'a.bicep', "resource a 'x@2023-12-01' = {\n  name: 'it's'\n}\n"],
  [
    'Bicep: a length that Azure Monitor does not take',
    'a.bicep',
    monitor(/windowSize: 'PT5M'/, "windowSize: 'PT7M'"),
  ],
  ['Bicep: a severity that there is not', 'a.bicep', monitor(/severity: \d/, 'severity: 5')],
  ['ARM: no title', 'azuredeploy.json', template({ displayName: '' })],
  ['ARM: a property that there is not', 'azuredeploy.json', template({ displayname: 'x' })],
  ['ARM: a query that Sentinel refuses', 'azuredeploy.json', template({ query: 'search * | take 5' })],
  ['JSON Schema', 'a.schema.json', '{"properties":{"a":{"type":"text"}}}'],
  ['Markdown', 'a.md', ''],
])('the parsers of this test do find what is wrong: %s', (_name, path, content) => {
  expect(problems(path, content)).not.toEqual([]);
});

test('the log contract takes an entry with all fields, and none without, of another level or an unknown name', () => {
  const contract = JSON.parse(
    filesOf([anEvent()]).get('log-contract/security-events.schema.json') ?? '{}',
  ) as object;
  const check = new Ajv2020({ strict: false, validateFormats: false }).compile(contract);
  const time = '2026-03-01T12:00:00Z';
  const entry = { event: 'authn_login_fail', level: 'warning', time, user: 'a1b2', ip: '192.0.2.1' };
  expect(check(entry)).toBe(true);
  expect(check({ ...entry, ip: undefined })).toBe(false);
  // What is sensitive may be left out, unless an alert is counted by it.
  expect(check({ ...entry, user: undefined })).toBe(true);
  expect(check({ ...entry, user: 7 })).toBe(false);
  expect(check({ ...entry, level: 'info' })).toBe(false);
  expect(check({ ...entry, event: 'authn_login_failed' })).toBe(false);
  expect(JSON.stringify(contract)).toContain('"x-sensitive":true');
});

interface ContractEntry {
  readonly title: string;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, { readonly description?: string }>>;
}
const contractOf = (events: Parameters<typeof filesOf>[0]) =>
  JSON.parse(filesOf(events).get('log-contract/security-events.schema.json') ?? '{}') as {
    readonly $id: string;
    readonly oneOf: readonly ContractEntry[];
  };

test('the log contract holds every field that an alert is counted by, and every entry that one waits for', () => {
  const threshold = {
    kind: 'sequence',
    then: 'authn_login_success',
    window: 'PT1H',
    groupBy: ['user', 'device'],
  };
  const { oneOf } = contractOf([anEvent({ threshold })]);
  expect(oneOf.map(({ title, required }) => [title, required])).toEqual([
    ['authn_login_fail', ['event', 'level', 'time', 'user', 'ip', 'device']],
    ['authn_login_success', ['event', 'level', 'time', 'user', 'device']],
  ]);
  expect(oneOf[0]?.properties['user']?.description).toBe(
    'Sensitive: log a keyed hash, by which alerts are counted.',
  );
});

test('two events of one log name are one entry, and files of their own though their ids begin alike', () => {
  const other = anEvent({
    id: '0000000e-0000-4000-8000-000000000002',
    threshold: { kind: 'distinct', count: 20, field: 'user', window: 'PT10M', groupBy: ['ip'] },
    level: 'error',
    fields: [{ name: 'user' }, { name: 'ip' }],
  });
  const { oneOf } = contractOf([anEvent(), other]);
  expect(oneOf).toMatchObject([
    { properties: { level: { enum: ['warning', 'error'] }, user: { 'x-sensitive': true } } },
  ]);
  const names = [...filesOf([anEvent(), other]).keys()];
  for (const kind of ['kql', 'sentinel']) {
    const own = names.filter((path) => path.startsWith(`${kind}/`) && !path.endsWith('.json'));
    expect([kind, own.length]).toEqual([kind, 2]);
  }
});

test('the id of the log contract stays when other events are selected', () => {
  const first = anEvent({ id: '0000000e-0000-4000-8000-000000000002', logName: 'a_first_one' });
  expect(contractOf([anEvent(), first]).$id).toBe(contractOf([anEvent()]).$id);
});

test('all of the watched shop is well formed, its pictures too', () => {
  const model = watchedShop();
  const index = indexModel(model);
  const files = operationsArtefacts({
    model,
    index,
    assessment: assess(model, new Map(), index),
    hubUrl: 'https://dev.example/hub',
  });
  expect(files.some(({ path }) => path.endsWith('.svg'))).toBe(true);
  // Every one leads home: to the model, and to each event that it is about.
  expect(files.filter(({ content }) => !content.includes(model.info.id)).map(({ path }) => path)).toEqual([]);
  const selected = [...model.event.values()].filter(({ choice }) => choice === 'selected');
  const whole = files.filter(({ path }) => /^[^/]*$|^monitor|azuredeploy|^log-contract/.test(path));
  for (const { path, content } of whole) {
    const expected = selected.filter(
      ({ source }) => source === 'application' || !path.startsWith('log-contract'),
    );
    expect([path, expected.filter(({ id }) => !content.includes(id))]).toEqual([path, []]);
  }
  expect(
    files.flatMap(({ path, content }) =>
      (problems(path, content) ?? ['no parser']).map((each) => `${path}: ${each}`),
    ),
  ).toEqual([]);
});

test('each kind of entity is named as Microsoft Sentinel names it', () => {
  const fields = fieldEntities.map((entity, n) => ({ name: `field${n}`, entity }));
  const files = filesOf([anEvent({ fields, threshold: { kind: 'each' } })]);
  for (const [path, content] of files) expect([path, problems(path, content)]).toEqual([path, []]);
  const yaml = [...files].find(([path]) => /^sentinel.*yaml$/.test(path))?.[1] ?? '';
  const { entityMappings } = parse(yaml) as { entityMappings: { entityType: string }[] };
  expect(entityMappings.map(({ entityType }) => entityType)).toEqual(
    fieldEntities.map((each) => (each === 'Url' ? 'URL' : each)),
  );
});

test('an event of many long fields and threats stays within what Microsoft Sentinel takes', () => {
  const fields = Array.from({ length: 50 }, (_, n) => ({
    name: `${'f'.repeat(97)}${n}`,
    entity: n === 49 ? 'IP' : 'Host',
  }));
  const last = fields[49]?.name ?? '';
  const threshold = { kind: 'sequence', then: 'authn_login_success', window: 'PT1H', groupBy: [last] };
  const threats = Array.from({ length: 90 }, (_, n) => aThreat(n + 1));
  const event = anEvent({ fields, threshold, title: 'union * of all', threats: threats.map(({ id }) => id) });
  const files = filesOf([event], 'search *', 'Shop', threats);
  for (const [path, content] of files) expect([path, problems(path, content)]).toEqual([path, []]);
  const rule = [...files].find(([path]) => /^sentinel.*yaml$/.test(path))?.[1] ?? '';
  expect(rule.split(`['${last}']`).length).toBeGreaterThan(2);
  const named = /WithoutThreats = "([^"]*)"/.exec(rule)?.[1] ?? '';
  expect(named.length).toBeGreaterThan(1000);
  expect(named.length).toBeLessThan(2000);
});

test('an event with more values than a query of Microsoft Sentinel holds is told, not cut', () => {
  const values = Array.from({ length: 100 }, (_, n) => `${'v'.repeat(100)}${n}`);
  const event = anEvent({ source: 'platform', selection: [{ field: 'OperationName', values }] });
  const files = filesOf([event, anEvent({ id: '0000000e-0000-4000-8000-000000000002' })]);
  const rules = [...files.keys()].filter((path) => path.startsWith('sentinel/'));
  expect(rules.map((path) => path.replace(/^[^.]*/, '')).sort()).toEqual(['.json', '.not-made.txt', '.yaml']);
  const told = [...files].find(([path]) => path.endsWith('.not-made.txt'))?.[1];
  expect(told).toMatch(/would have 1\d{4} characters, and Microsoft Sentinel takes 10000/);
  const { resources } = JSON.parse(files.get('sentinel/azuredeploy.json') ?? '') as { resources: unknown[] };
  expect(resources).toHaveLength(1);
  expect(files.get('runbook.md')).toMatch(/Rule of Microsoft Sentinel: none, its query is too long/);
  expect(files.get('monitor/alerts.bicep')).toContain(values[99]);
  const { events } = JSON.parse(files.get('without.json') ?? '') as { events: { rules: object }[] };
  expect(events.map(({ rules }) => 'sentinel' in rules).sort()).toEqual([false, true]);
  // The query itself is whole.
  expect([...files.values()].filter((each) => each.includes(values[99] ?? '')).length).toBeGreaterThan(0);
});

test('an event with more values than a rule of Azure Monitor holds is told, not cut', () => {
  const values = Array.from({ length: 100 }, (_, n) => `${'v'.repeat(700)}${n}`);
  const event = anEvent({ source: 'platform', selection: [{ field: 'OperationName', values }] });
  const files = filesOf([event, anEvent({ id: '0000000e-0000-4000-8000-000000000002' })]);
  for (const [path, content] of files)
    if (!path.endsWith('.txt')) expect([path, problems(path, content)]).toEqual([path, []]);
  const told = [...files].find(([path]) => /^monitor.*not-made.txt$/.test(path))?.[1];
  expect(told).toMatch(/would have 7\d{4} bytes, and Azure Monitor takes 64000/);
  expect(files.get('monitor/alerts.bicep')?.match(/^resource /gm)).toHaveLength(1);
  expect(files.get('runbook.md')).toMatch(/Rule of Azure Monitor: none, it is too large/);
});

test('a rule of Sigma says where a platform keeps its rows, and leads to the event', () => {
  const of = (change: object) => {
    const files = filesOf([anEvent({ threshold: { kind: 'each' }, attack: ['T1110'], ...change })]);
    return parse([...files].find(([path]) => path.startsWith('sigma/'))?.[1] ?? '') as object;
  };
  expect(of({})).toMatchObject({
    logsource: { product: 'corner-shop', category: 'application' },
    detection: { selection: { event: 'authn_login_fail' } },
    references: [`https://dev.example/hub?model=${aModel({}).info.id}&event=${base.id}`],
  });
  const rows = { source: 'platform', logName: 'RoleAssigned' };
  const selection = [
    { field: 'OperationNameValue', values: ['MICROSOFT.AUTHORIZATION/ROLEASSIGNMENTS/WRITE'] },
  ];
  expect(of({ ...rows, table: 'AzureActivity', selection })).toMatchObject({
    logsource: { product: 'azure', service: 'activitylogs' },
    detection: { selection: { OperationNameValue: selection[0]?.values } },
  });
  expect(of(rows)).toMatchObject({
    logsource: { product: 'azure', service: 'azurediagnostics' },
    detection: { selection: { OperationName: 'RoleAssigned' } },
    tags: expect.arrayContaining(['attack.credential-access', 'attack.t1110']),
  });
});

test('what may be harmless is told in the rules of Sigma and in the runbook', () => {
  const files = filesOf([anEvent({ falsePositives: ['A phone', 'A phone', 'x'] })]);
  const rules = [...files].filter(([path]) => path.startsWith('sigma/'));
  expect(rules).toHaveLength(2);
  for (const [, rule] of rules) expect(parse(rule)).toMatchObject({ falsepositives: ['A phone'] });
  expect(files.get('runbook.md')).toContain('What may be harmless:\n\n- A phone\n');
  const without = filesOf([anEvent({ falsePositives: [] })]);
  expect([...without.values()].join('')).not.toMatch(/falsepositives|may be harmless/);
});

test('a row that stands for several events of a sampled log counts as several', () => {
  const of = (change: object) =>
    [...filesOf([anEvent(change)])].find(([path]) => path.startsWith('kql/'))?.[1];
  expect(of({})).toContain('WithoutCount = sum(ItemCount)');
  expect(of({ table: 'Own_CL' })).toContain('WithoutCount = count()');
});

test('twice the same', () => {
  const events = thresholds.map(([, threshold], n) =>
    anEvent({ threshold, id: `0000000e-0000-4000-8000-00000000000${n + 1}` }),
  );
  expect(filesOf([...events].reverse())).toEqual(filesOf(events));
});

test('rule ids stay when every text changes', () => {
  const idOf = (files: Map<string, string>) => JSON.parse(files.get('without.json') ?? '{}').events[0].rules;
  expect(idOf(filesOf([anEvent({ title: 'Other', meaning: 'x' })], 'Other'))).toEqual(
    idOf(filesOf([anEvent()])),
  );
});

test('a rule that looks back one window counts what it sees; a query over any time counts by windows', () => {
  const files = filesOf([anEvent()]);
  const of = (path: RegExp) => [...files].find(([name]) => path.test(name))?.[1] ?? '';
  expect(of(/^kql/)).toContain('bin(TimeGenerated, 5m)');
  expect(of(/^sentinel.*yaml$/)).not.toContain('bin(');
  expect(of(/bicep$/)).not.toContain('bin(');
});

test('a sequence across two looks of a rule is seen, and seen once', () => {
  const threshold = { kind: 'sequence', then: 'authn_login_success', window: 'PT1H', groupBy: ['user'] };
  const files = filesOf([anEvent({ threshold })]);
  const yaml = [...files].find(([name]) => /^sentinel.*yaml$/.test(name))?.[1] ?? '';
  expect(parse(yaml)).toMatchObject({ queryFrequency: '1h', queryPeriod: '2h' });
  expect(yaml).toContain('WithoutNext > ago(1h)');
});

test('the runbook leads from the alert to act, people and reach', () => {
  const book = filesOf([anEvent()]).get('runbook.md') ?? '';
  expect(book).toContain('| 1 | Many failed sign-ins | `authn_login_fail` | medium | Look at the address. |');
  expect(book).toContain('- In the log: `authn_login_fail` of the application, table `AppEvents`');
  expect(book).toContain('`user` (sensitive: a keyed hash), `ip`');
  expect(book).toContain('[#7](<https://dev.example/Shop/_workitems/edit/7>)');
  expect(book).toContain('- Teams to ask: Passwords are guessed');
  expect(book).toMatch(/- Query: `kql\/authn_login_fail-[0-9a-f]{8}\.kql`/);
});

test('the runbook sends nobody to stories that there are none of', () => {
  const [lonely, linked] = [aThreat(2), aThreat(1)];
  const book = filesOf([anEvent({ threats: [lonely.id] })], 'Lost', 'Shop', [linked, lonely]).get(
    'runbook.md',
  );
  expect(book).toContain('- Teams to ask: none is named; ask who keeps the threat model');
});

test('what nobody selected is not generated', () => {
  expect(
    [...filesOf([anEvent({ choice: 'proposed' })]).keys()].filter((path) => /^(kql|sigma)/.test(path)),
  ).toEqual([]);
});

test('no event, and every file still well formed', () => {
  for (const [path, content] of filesOf([])) expect([path, problems(path, content)]).toEqual([path, []]);
});
