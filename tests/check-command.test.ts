/** `without check` against the local Azure DevOps: what it prints, and its exit codes. */
import { run } from '../src/cli/main';
import type { Finding } from '../src/core/alignment/finding';
import type { RunningHost } from '../src/host/start-host';
import { startFiguresHost } from './fixtures/figures-host';
import { RestDocuments } from '../src/adapters/azdo/rest-documents';
import { ownerHttp, ownerToken, startLocalHost } from './fixtures/local-host';
import { aModel } from './fixtures/sample-model';

let figures: RunningHost;
let empty: RunningHost;
beforeAll(async () => {
  [figures, empty] = await Promise.all([startFiguresHost(), startLocalHost('empty')]);
});
afterAll(() => Promise.all([figures.close(), empty.close()]));

async function check(host: RunningHost, ...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(['check', '--org', host.collectionUrl, '--project', 'Shop', ...words], {
    environment: { WITHOUT_TOKEN: ownerToken },
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

const ruleIds = [
  'linked-story-without-clause',
  'threat-without-story',
  'clause-without-threat',
  ...Array.from({ length: 3 }, () => 'mitigation-not-planned-with-its-story'),
];

test('--json prints one object with the findings: exit 1', async () => {
  const { code, out, err } = await check(figures, '--json');
  expect([code, out.length, err]).toEqual([1, 1, []]);
  const { findings, dismissed, ...rest } = JSON.parse(out[0] ?? '') as {
    readonly findings: readonly Finding[];
    readonly dismissed: readonly unknown[];
  };
  expect(dismissed).toEqual([]);
  expect(rest).toEqual({});
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(ruleIds);
  expect(findings[2]).toMatchObject({
    severity: 'warning',
    subject: { story: 5, clause: { field: 'description', ordinal: 0 } },
    message: '“WITHOUT seeing the card number” in #5 “Help a customer on the phone” has no threat.',
    readings: ['Is a threat missing from the model?', 'Is only the link missing?'],
  });
});

test('text is one line for each finding, with the rule at its end', async () => {
  const { code, out, err } = await check(figures);
  expect([code, err]).toEqual([1, []]);
  expect(out.map((line) => /\((\S+)\)$/.exec(line)?.[1])).toEqual(ruleIds);
  expect(out[1]).toBe(
    'warning    “A copy of the nightly backup is read outside the company” is not linked to any story. (threat-without-story)',
  );
});

test('checking writes nothing: the second time says the same', async () => {
  expect(await check(figures, '--json')).toEqual(await check(figures, '--json'));
});

test('a project without a model has no findings: exit 0', async () => {
  expect(await check(empty, '--json')).toEqual({ code: 0, out: ['{"findings":[],"dismissed":[]}'], err: [] });
  expect(await check(empty)).toMatchObject({ code: 0, out: [expect.stringContaining('no threat model')] });
});

describe('what cannot run is exit code 2 and one line', () => {
  test.each<[string, readonly string[]]>([
    ['no organisation', ['check']],
    ['no project', ['check', '--org', 'http://127.0.0.1:1/local']],
    ['nobody there', ['check', '--org', 'http://127.0.0.1:1/local', '--project', 'Shop']],
    ['a word too many', ['check', 'everything', '--org', 'http://127.0.0.1:1/local', '--project', 'Shop']],
  ])('%s', async (_title, words) => {
    const err: string[] = [];
    const world = {
      environment: { WITHOUT_TOKEN: ownerToken },
      out: () => undefined,
      err: (line: string) => err.push(line),
    };
    expect([await run(words, world), err.length]).toEqual([2, 1]);
  });

  test('a project that is not there', async () => {
    expect(await check(figures, '--project', 'Nowhere')).toMatchObject({
      code: 2,
      out: [],
      err: [expect.any(String)],
    });
  });
});

test('a model of which a part cannot be read is never called aligned: exit 2, and the reason', async () => {
  const host = await startLocalHost('empty');
  try {
    const { http, root } = ownerHttp(host);
    const documents = new RestDocuments({ http, root, publisher: 'without', extension: 'without' });
    const project = '7c1b9b52-3f0c-4e0a-9d55-5b1f0f2a6c10';
    const { info } = aModel({});
    await documents.create(`w1.${project}`, { id: info.id, schema: 1, kind: 'model', info });
    const shard = { id: 'threat.x', schema: 1, kind: 'threat', entities: [{ id: 'nonsense' }] };
    await documents.create(`w1.${project}.${info.id}`, shard);
    const { code, err } = await check(host);
    expect([code, err.length]).toEqual([2, 1]);
  } finally {
    await host.close();
  }
});
