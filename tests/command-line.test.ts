/** The command line against the local Azure DevOps: what it prints, its exit codes, and what is stored. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../src/cli/main';
import type { RunningHost } from '../src/host/start-host';
import type { Tm7Shape } from './fixtures/models/write-tm7';
import { named, tm7Text } from './fixtures/models/write-tm7';
import { samplePackage } from './fixtures/sample-knowledge';
import { tmtKnowledgeXml } from './fixtures/models/write-tmt-knowledge';
import { ownerHttp, ownerToken, startLocalHost } from './fixtures/local-host';

const cornerShop = join(__dirname, 'fixtures/models/corner-shop.tm7');
const folder = mkdtempSync(join(tmpdir(), 'without-'));
let host: RunningHost;

beforeAll(async () => {
  host = await startLocalHost('shop');
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

async function without(words: readonly string[], token: string | undefined = ownerToken) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(words, {
    environment: token === undefined ? {} : { WITHOUT_TOKEN: token },
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

const target = () => ['--org', host.collectionUrl, '--project', 'Shop'];
interface Plan {
  readonly steps: readonly {
    readonly kind: string;
    readonly parent?: { readonly id: number } | null;
    readonly result?: { readonly workItem?: number };
  }[];
  readonly conflicts: readonly { readonly kind: string }[];
}
async function sync(...words: string[]): Promise<Plan & { readonly code: number }> {
  const { code, out, err } = await without(['sync', ...target(), '--json', ...words]);
  expect(err).toEqual([]);
  expect(out).toHaveLength(1);
  return { ...(JSON.parse(out[0] ?? '') as Plan), code };
}

describe('threats', () => {
  const shapes: readonly Tm7Shape[] = [
    {
      type: 'StencilRectangle',
      guid: 'user',
      generic: 'GE.EI',
      typeId: 'GE.EI',
      attributes: [named('User')],
    },
    { type: 'StencilEllipse', guid: 'api', generic: 'GE.P', typeId: 'GE.P', attributes: [named('Api')] },
    {
      type: 'Connector',
      guid: 'f',
      generic: 'GE.DF',
      typeId: 'GE.DF',
      attributes: [named('Call')],
      fields: { SourceGuid: 'user', TargetGuid: 'api' },
    },
  ];
  const rules = { threats: [{ id: 'TH1', include: "target is 'GE.P'", title: 'Flood of {target.Name}' }] };
  const drawing = { surfaces: [{ guid: 'd', shapes }] };
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  test('come from the rules in the file, with the ids of the file', async () => {
    const stored = { key: 'TH9userfapi', fields: { TypeId: 'TH9', FlowGuid: 'f' } };
    const text = tm7Text({ ...drawing, threats: [stored], knowledgeBase: tmtKnowledgeXml(rules, true) });
    const { code, out } = await without(['threats', file('own.tm7', text), '--json'], undefined);
    expect([code, ...out.map((line) => JSON.parse(line) as unknown)]).toEqual([
      0,
      { elements: 2, flows: 1, boundaries: 0, threats: [{ type: 'TH1', flow: 'f' }] },
    ]);
    const plain = await without(['threats', join(folder, 'own.tm7')], undefined);
    expect(plain.out[1]).toContain('Flood of Api');
  });

  test('or from a template', async () => {
    const model = file('bare.tm7', tm7Text(drawing));
    const template = file('rules.tb7', tmtKnowledgeXml(rules, false));
    const { out } = await without(['threats', model, '--kb', template, '--json'], undefined);
    expect(JSON.parse(out.join(''))).toMatchObject({ threats: [{ type: 'TH1', flow: 'f' }] });
  });

  test('a template says what of it could not be read, beside the result', async () => {
    const broken = { id: 'TH2', include: "target has no 'sense'", title: 'Never read' };
    const text = tmtKnowledgeXml({ threats: [...rules.threats, broken] }, false);
    const words = ['threats', file('bare.tm7', tm7Text(drawing)), '--kb', file('broken.tb7', text), '--json'];
    const { code, out, err } = await without(words);
    expect([code, JSON.parse(out.join(''))]).toMatchObject([0, { threats: [{ type: 'TH1', flow: 'f' }] }]);
    expect(err).toEqual([expect.stringMatching(/^not taken of the rules: 1 /)]);
  });

  type Loose = ReturnType<typeof JSON.parse>;
  const packageFile = (change: (json: Loose) => void = () => undefined): string => {
    const json = samplePackage() as Loose;
    change(json);
    return JSON.stringify(json);
  };

  test('or from a package of ours', async () => {
    const model = file('bare.tm7', tm7Text(drawing));
    const { code, out } = await without([
      'threats',
      model,
      '--kb',
      file('shop.json', packageFile()),
      '--json',
    ]);
    expect([code, JSON.parse(out.join(''))]).toMatchObject([
      0,
      { threats: [{ type: 'test.shop:wire-read', flow: 'f' }] },
    ]);
  });

  const nested = (levels: number) => `${'{"not":'.repeat(levels)}{"always":true}${'}'.repeat(levels)}`;
  test.each<[string, string, readonly RegExp[]]>([
    [
      'ids that are nowhere',
      packageFile((j) => {
        j.threats[0].mitigations[0].ref = 'nobody';
        j.threats[1].when = { is: 'element', of: ['spaceship'] };
      }),
      [/^threats\[0\]\.mitigations\[0\]\.ref.*: .*nobody/, /^threats\[1\]\.when.*: .*spaceship/],
    ],
    [
      'an id that is there twice',
      packageFile((j) => j.threats.push(j.threats[0])),
      [/^threats\[2\].*: .*wire-read/],
    ],
    [
      'types in a circle',
      packageFile((j) => {
        j.entityTypes[0].parent = 'web-api';
      }),
      [/^entityTypes\[0\]\.parent: .*circle/, /^entityTypes\[1\]\.parent: .*circle/],
    ],
    [
      'wrong types',
      packageFile((j) => {
        j.threats[0].name = 3;
        j.mitigations = {};
      }),
      [/^threats\[0\]\.name: /, /^mitigations: /],
    ],
    [
      'a rule 10,000 deep',
      packageFile((j) => (j.threats[0].when = '@')).replace('"@"', nested(10_000)),
      [/^threats\[0\]\.when.*: .*deep/],
    ],
    ['no JSON', '{', []],
  ])('a package with %s is refused with the place of each error', async (name, text, places) => {
    const model = file('bare.tm7', tm7Text(drawing));
    const { code, out, err } = await without([
      'threats',
      model,
      '--kb',
      file(`${name}.json`, text),
      '--json',
    ]);
    expect([code, out]).toEqual([1, []]);
    for (const place of places) expect(err).toContainEqual(expect.stringMatching(place));
    expect(err).toHaveLength(places.length + 1);
  });

  test.each([
    ['a model that is none', ['threats', () => file('x.tm7', 'PK'), '--json']],
    ['a template that is none', ['threats', () => cornerShop, '--kb', () => file('y.tb7', '{}')]],
  ])('%s is refused: exit 1, one line', async (_, words) => {
    const { code, out, err } = await without(words.map((each) => (typeof each === 'string' ? each : each())));
    expect([code, out, err.length]).toEqual([1, [], 1]);
  });
});

describe('import', () => {
  test('prints the counts and what was not taken, and stores nothing without an organisation', async () => {
    const { code, out } = await without(['import', cornerShop, '--json'], undefined);
    expect(code).toBe(0);
    expect(JSON.parse(out.join(''))).toEqual({
      elements: 5,
      flows: 6,
      boundaries: 2,
      threats: 11,
      mitigations: 7,
      notTaken: expect.any(Array) as unknown,
    });
  });

  test.each([
    ['no threat model', 'hello', 'neither'],
    ['a web page', '<!DOCTYPE html><html><body>404</body></html>', 'page'],
    [
      'an entity bomb',
      '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><ThreatModel>&b;</ThreatModel>',
      'entit',
    ],
    [
      'prototype keys',
      '{"summary":{"title":"x","__proto__":{"admin":true}},"detail":{"diagrams":[]}}',
      '__proto__',
    ],
  ])('%s is refused: exit 1, one line', async (name, text, word) => {
    const file = join(folder, `${name}.tm7`);
    writeFileSync(file, text);
    const { code, out, err } = await without(['import', file, '--json']);
    expect([code, out, err.length]).toEqual([1, [], 1]);
    expect(err[0]?.toLowerCase()).toContain(word);
    expect(err[0]).not.toContain('\n');
  });

  test('50 MB are refused without being read whole', async () => {
    const file = join(folder, 'large.tm7');
    writeFileSync(file, Buffer.alloc(50 * 1024 * 1024, '<a>'));
    const { code, err } = await without(['import', file]);
    expect([code, err.length]).toEqual([1, 1]);
  });

  test('a file that is not there is one line too', async () => {
    expect(await without(['import', join(folder, 'missing.tm7')])).toMatchObject({
      code: 1,
      err: [expect.stringContaining('cannot be read') as string],
    });
  });
});

test('import, dry run, apply, apply again, close one: the journey without a browser', async () => {
  expect((await without(['import', cornerShop, ...target(), '--model', 'Corner shop'])).code).toBe(0);
  expect((await without(['import', cornerShop, ...target(), '--model', 'Corner shop'])).code).toBe(1);

  const undecided = await sync('--dry-run');
  expect([undecided.code, new Set(undecided.steps.map((step) => step.kind))]).toEqual([
    1,
    new Set(['needs-approval']),
  ]);
  const homeless = await sync('--apply', '--approve', 'all');
  expect([homeless.code, new Set(homeless.steps.map((step) => step.kind))]).toEqual([
    1,
    new Set(['needs-story']),
  ]);

  const story = 20;
  const planned = await sync('--dry-run', '--approve', 'all', '--story', String(story));
  expect(new Set(planned.steps.map((step) => `${step.kind} under ${step.parent?.id}`))).toEqual(
    new Set([`create under ${story}`]),
  );
  const applied = await sync(
    '--apply',
    '--approve',
    'all',
    '--story',
    String(story),
    '--model',
    'Corner shop',
  );
  expect(applied.code).toBe(0);
  expect(applied.steps).toHaveLength(planned.steps.length);
  const again = await sync('--apply', '--approve', 'all', '--story', String(story));
  expect(again).toEqual({ steps: [], conflicts: [], oddities: [], code: 0 });

  const { http, root } = ownerHttp(host);
  const id = applied.steps[0]?.result?.workItem;
  const task = await http.send({
    method: 'GET',
    url: `${root}_apis/wit/workItems/${id}?$expand=relations&api-version=7.1`,
  });
  expect(task.body).toMatchObject({
    fields: { 'System.Parent': story, 'System.Tags': 'security-mitigation' },
  });

  await http.send({ method: 'DELETE', url: `${root}Shop/_apis/wit/workItems/${id}?api-version=7.1` });
  const lost = await sync('--dry-run');
  expect([lost.code, lost.conflicts.map((conflict) => conflict.kind)]).toEqual([1, ['work-item-missing']]);
});

describe('what cannot run is exit code 2 and one line', () => {
  test.each<[string, readonly string[], string | undefined]>([
    ['no words of the verb', ['sync'], ownerToken],
    [
      'neither dry run nor apply',
      ['sync', '--org', 'http://127.0.0.1:1/local', '--project', 'Shop'],
      ownerToken,
    ],
    ['an unknown flag', ['sync', '--force'], ownerToken],
    ['an unknown verb', ['export'], ownerToken],
    ['an empty organisation', ['import', cornerShop, '--org', '', '--project', 'Shop'], ownerToken],
    ['a project without an organisation', ['import', cornerShop, '--project', 'Shop'], ownerToken],
    ['a flag that does nothing', ['import', cornerShop, '--approve', 'all'], ownerToken],
    [
      'a model without a name',
      ['import', cornerShop, '--org', 'http://127.0.0.1:1/local', '--project', 'Shop', '--model', ' '],
      ownerToken,
    ],
    ['no token', ['sync', '--org', 'http://127.0.0.1:1/local', '--project', 'Shop', '--apply'], undefined],
    [
      'nobody there',
      ['sync', '--org', 'http://127.0.0.1:1/local', '--project', 'Shop', '--apply'],
      ownerToken,
    ],
    ['no address', ['sync', '--org', 'contoso', '--project', 'Shop', '--apply'], ownerToken],
    [
      'plain http to another machine',
      ['sync', '--org', 'http://contoso.example/x', '--project', 'Shop', '--apply'],
      ownerToken,
    ],
  ])('%s', async (_title, words, token) => {
    const { code, err } = await without(words, token);
    expect([code, err.length]).toEqual([2, 1]);
  });

  test('a wrong token, which is not printed', async () => {
    const { code, err } = await without(['sync', ...target(), '--dry-run'], 'secret-token');
    expect([code, err.length]).toEqual([2, 1]);
    expect(err.join()).not.toContain('secret-token');
  });

  test('a story that is not there', async () => {
    const { code, err } = await without([
      'sync',
      ...target(),
      '--apply',
      '--approve',
      'all',
      '--story',
      '987654',
    ]);
    expect([code, err]).toEqual([2, [expect.stringContaining('987654') as string]]);
  });

  test('a project or a model that is not there', async () => {
    expect(
      (await without(['sync', '--org', host.collectionUrl, '--project', 'Nowhere', '--dry-run'])).code,
    ).toBe(2);
    expect((await without(['sync', ...target(), '--model', 'Nobody', '--dry-run'])).code).toBe(2);
  });
});

describe('clauses', () => {
  const write = (json: unknown): string => {
    const file = join(folder, 'stories.json');
    writeFileSync(file, typeof json === 'string' ? json : JSON.stringify(json));
    return file;
  };

  test('prints what each story must not suffer, by field', async () => {
    const file = write([
      {
        id: 7,
        title: 'Pay',
        description: '<p>I want to pay, <b>WITHOUT</b> losing my card data.</p>',
        format: 'html',
      },
      { id: 'b', title: 'Search', description: null, acceptanceCriteria: '- fast', format: 'markdown' },
    ]);
    const { code, out } = await without(['clauses', file, '--json'], undefined);
    expect(code).toBe(0);
    expect(JSON.parse(out.join(''))).toEqual([
      { id: 7, clauses: [{ field: 'description', text: 'losing my card data', kind: 'explicit' }] },
      { id: 'b', clauses: [] },
    ]);
  });

  test.each([
    ['no JSON', '{'],
    ['another shape', { stories: [] }],
    ['an unknown format', [{ id: 1, format: 'rtf' }]],
  ])('%s: exit 1, one line', async (_title, json) => {
    expect(await without(['clauses', write(json)], undefined)).toMatchObject({
      code: 1,
      err: [expect.any(String) as string],
    });
  });
});
