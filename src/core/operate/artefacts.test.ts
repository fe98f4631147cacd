import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import ts from 'typescript';
import * as v from 'valibot';
import { parse } from 'yaml';
import { aMitigation, aModel, aStoryLink, aThreat, aTreatment } from '../../../tests/fixtures/sample-model';
import { kustoErrors } from '../../../tests/fixtures/kusto';
import { runs } from '../../../tests/fixtures/runs';
import { event } from '../model/event';
import type { SecurityEvent, Threshold } from '../model/event';
import { indexModel } from '../model/model-index';
import { assess } from '../risk/assess';
import { operationsArtefacts } from './artefacts';

const base = {
  id: '0000000e-0000-4000-8000-000000000001',
  origin: { kind: 'person' },
  threats: [aThreat(1).id],
  title: 'Many failed sign-ins',
  source: 'application',
  raisedWhen: 'A sign-in fails.',
  logName: 'authn_login_fail',
  level: 'warning',
  severity: 'medium',
  fields: [
    { name: 'user', type: 'string', sensitive: true, entity: 'Account' },
    { name: 'ip', entity: 'IP' },
  ],
  threshold: { kind: 'count', count: 10, window: 'PT5M', groupBy: ['ip'] },
  meaning: 'Passwords are guessed.',
  firstResponse: ['Look at the address.', 'Ask the person.'],
  automaticResponse: ['Slow the address down.'],
  attack: ['T1110.003'],
  choice: 'selected',
} as const;
const anEvent = (change: object = {}): SecurityEvent => v.parse(event, { ...base, ...change });

function filesOf(events: readonly SecurityEvent[], title = 'Passwords are guessed', name = 'Corner shop') {
  const model = aModel({
    threats: [aThreat(1, { title })],
    mitigations: [aMitigation(1)],
    treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
    links: [aStoryLink(1, 1, 7)],
  });
  const named = {
    ...model,
    info: { ...model.info, name, description: title },
    mitigation: new Map([...model.mitigation].map(([id, each]) => [id, { ...each, title }])),
    event: new Map(events.map((each) => [each.id, each])),
  };
  const index = indexModel(named);
  const item = { title, state: 'Active', areaPath: title, iterationPath: 'Shop' };
  const files = operationsArtefacts({
    model: named,
    index,
    assessment: assess(named, new Map(), index),
    hubUrl: 'https://dev.example/hub',
    projectUrl: 'https://dev.example/Shop',
    items: new Map([[7, item]]),
  });
  return new Map(files.map(({ path, content }) => [path, content]));
}

const thresholds: readonly (readonly [string, Threshold])[] = [
  ['each', { kind: 'each' }],
  ['count', { kind: 'count', count: 10, window: 'PT5M', groupBy: ['ip'] }],
  ['count of all', { kind: 'count', count: 10, window: 'P1D', groupBy: [] }],
  ['distinct', { kind: 'distinct', count: 5, field: 'user', window: 'PT30S', groupBy: ['ip'] }],
  ['sequence', { kind: 'sequence', then: 'authn_login_success', window: 'PT1H', groupBy: ['user'] }],
  ['sequence of all', { kind: 'sequence', then: 'authz_fail', window: 'PT1H', groupBy: [] }],
];

const schemaFolder = join(__dirname, '../../../../shared/schemas');
function sigmaSchema(name: string) {
  try {
    const { $schema: _dialect, ...schema } = JSON.parse(readFileSync(join(schemaFolder, name), 'utf8'));
    return new Ajv({ strict: false, validateFormats: false }).compile(schema);
  } catch {
    return undefined;
  }
}
const ruleSchema = sigmaSchema('sigma-detection-rule-schema.json');
const correlationSchema = sigmaSchema('sigma-correlation-rules-schema.json');
if (!ruleSchema) console.log('Sigma is not checked against its schemas: ../shared/schemas is absent.');

/** What is wrong with a file, by the parser of its language; empty = nothing, undefined = no parser here. */
function problems(path: string, content: string): readonly string[] | undefined {
  if (path.endsWith('.json')) JSON.parse(content);
  else if (/\.ya?ml$/.test(path)) {
    const value = parse(content, { version: '1.1' }) as Record<string, unknown>;
    if (path.startsWith('sigma/')) {
      const check = 'correlation' in value ? correlationSchema : ruleSchema;
      if (check && !check(value))
        return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
    }
    if (path.startsWith('sentinel/')) return kustoErrors(String(value['query']));
  } else if (path.endsWith('.kql')) return kustoErrors(content);
  else if (path.endsWith('.ts')) {
    const { diagnostics } = ts.transpileModule(content, { reportDiagnostics: true });
    return (diagnostics ?? []).map(({ messageText }) => String(messageText));
  } else return undefined;
  return [];
}

describe.each(thresholds)('%s', (_name, threshold) => {
  const files = filesOf([anEvent({ threshold })]);

  test('every file is well formed in its own language', () => {
    for (const [path, content] of files) expect([path, problems(path, content) ?? []]).toEqual([path, []]);
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

test('the parsers of this test do find what is wrong', () => {
  expect(kustoErrors('AppEvents | where Name == "a" | union')).not.toEqual([]);
  expect(kustoErrors('AppEvents | where Name == "a" | take 5')).toEqual([]);
  expect(problems('a.ts', 'const = "')).not.toEqual([]);
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
  expect(parse(yaml)).toMatchObject({ queryFrequency: '60m', queryPeriod: '120m' });
  expect(yaml).toContain('WithoutNext > ago(60m)');
});

test('the runbook leads from the alert to act, people and reach', () => {
  const book = filesOf([anEvent()]).get('runbook.md') ?? '';
  expect(book).toContain('| 1 | Many failed sign-ins | `authn_login_fail` | medium | Look at the address. |');
  expect(book).toContain('- In the log: `authn_login_fail` of the application, table `AppEvents`');
  expect(book).toContain('`user` (sensitive: a keyed hash), `ip`');
  expect(book).toContain('[#7](<https://dev.example/Shop/_workitems/edit/7>)');
  expect(book).toContain('- Teams to ask: Passwords are guessed');
  expect(book).toContain('- Query: `kql/authn_login_fail-0000000e.kql`');
});

test('what nobody selected is not generated', () => {
  expect(
    [...filesOf([anEvent({ choice: 'proposed' })]).keys()].filter((path) => /^(kql|sigma)/.test(path)),
  ).toEqual([]);
});

test('no event, and every file still well formed', () => {
  for (const [path, content] of filesOf([]))
    expect([path, problems(path, content) ?? []]).toEqual([path, []]);
});

describe('hostile texts', () => {
  const breaking = [
    '"',
    "'",
    '`',
    '\\',
    '\n',
    '\r',
    '\u2028',
    '\u0085',
    '\u0000',
    '\ud800',
    '${',
    '}',
    '*/',
    '//',
    '/*',
    '|',
    '||',
    '# ',
    '- ',
    ': ',
    '&',
    '<script>',
    ']]',
    '{{',
    '[',
    '](javascript:x)',
    '---',
    '...',
    '!!js',
    '%YAML',
    '| take 1',
    ';',
    'é😀',
    '@',
    "[parameters('workspace')]",
    '" | union AppTraces //',
  ];
  const hostile = fc
    .array(fc.oneof(fc.constantFrom(...breaking), fc.string({ maxLength: 6 })), { maxLength: 8 })
    .map((parts) => parts.join(''));
  const line = hostile.filter((text) => text.length < 1000);
  const shape = (files: Map<string, string>) => JSON.parse(files.get('sentinel/azuredeploy.json') ?? '{}');

  test('stay texts in JSON, YAML, KQL and TypeScript', () => {
    fc.assert(
      fc.property(line, line, fc.constantFrom(...thresholds), (title, other, [, threshold]) => {
        const events = [
          anEvent({ title, meaning: other, raisedWhen: title, firstResponse: [other], threshold }),
        ];
        const files = filesOf(events, title, other || 'x');
        for (const [path, content] of files)
          expect([path, problems(path, content) ?? []]).toEqual([path, []]);
        // As many resources, of the same shape, as with plain words: nothing got out of its string.
        const plain = filesOf([anEvent({ threshold })]);
        expect(Object.keys(shape(files).resources[0].properties)).toEqual(
          Object.keys(shape(plain).resources[0].properties),
        );
        expect([...files.keys()]).toEqual([...plain.keys()]);
      }),
      { numRuns: runs(60) },
    );
  });

  test('make no heading, link, image, table or HTML in Markdown', () => {
    const markdown = new MarkdownIt({ html: true, linkify: true });
    const tokens = (text: string) =>
      markdown
        .parse(text, {})
        .flatMap((token) => [token.type, ...(token.children ?? []).map((child) => child.type)])
        .filter((type) => !['text', 'text_special', 'softbreak'].includes(type));
    fc.assert(
      fc.property(line, (title) => {
        const worded = (text: string) =>
          filesOf(
            [
              anEvent({
                title: `a${text}`,
                meaning: `a${text}`,
                raisedWhen: `a${text}`,
                firstResponse: [`a${text}`],
              }),
            ],
            `a${text}`,
            `a${text}`,
          );
        const [files, plain] = [worded(title), worded('')];
        for (const path of ['runbook.md', 'audit-requirements.md'])
          expect(tokens(files.get(path) ?? '')).toEqual(tokens(plain.get(path) ?? ''));
      }),
      { numRuns: runs(60) },
    );
  });

  test('ordinary sentences stay as they are', () => {
    const plain = 'Ask the well-known owner (by phone): who was it? Then wait.';
    expect(filesOf([anEvent({ meaning: plain })]).get('runbook.md')).toContain(plain);
  });
  test('cannot end a string of Bicep or begin an expression', () => {
    fc.assert(
      fc.property(line, (title) => {
        const bicep = filesOf([anEvent({ title })], title).get('monitor/alerts.bicep') ?? '';
        // Outside of strings the file is the same for every text.
        const bare = bicep.replace(/'(?:[^'\\\n]|\\(?:['\\nrt$]|u\{[0-9a-f]+\}))*'/g, "''");
        const plain = (filesOf([anEvent()]).get('monitor/alerts.bicep') ?? '').replace(
          /'(?:[^'\\\n]|\\(?:['\\nrt$]|u\{[0-9a-f]+\}))*'/g,
          "''",
        );
        expect(bare).toBe(plain);
        expect(/(?<!\\)(?:\\\\)*\$\{/.test(bicep)).toBe(false);
      }),
      { numRuns: runs(60) },
    );
  });

  test('cannot leave a comment or a string of C#', () => {
    fc.assert(
      fc.property(line, (title) => {
        const code =
          filesOf([anEvent({ raisedWhen: title })], 'x', title || 'x').get(
            'log-contract/SecurityEvents.cs',
          ) ?? '';
        expect(code.split('\n').length).toBe(7);
        expect(code.split('\n').filter((each) => !each.trimStart().startsWith('//'))).toEqual([
          'public static class SecurityEvents',
          '{',
          '    public const string AuthnLoginFail = "authn_login_fail";',
          '}',
          '',
        ]);
      }),
      { numRuns: runs(40) },
    );
  });
});
