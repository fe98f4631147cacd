/** `without flags` and `without remove` against the local Azure DevOps: counted, written, no change to anybody, removed. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../src/cli/main';
import type { RunningHost } from '../src/host/start-host';
import { startFiguresHost } from './fixtures/figures-host';
import { ownerHttp, ownerToken } from './fixtures/local-host';

const folder = mkdtempSync(join(tmpdir(), 'without-flags-'));
let host: RunningHost;

beforeAll(async () => {
  host = await startFiguresHost();
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

async function without(words: readonly string[], token = ownerToken) {
  const out: string[] = [];
  const err: string[] = [];
  const [verb = '', ...rest] = words;
  const code = await run([verb, '--org', host.collectionUrl, '--project', 'Shop', ...rest], {
    environment: { WITHOUT_TOKEN: token },
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out, err };
}

async function items() {
  const { http, root } = ownerHttp(host);
  const answer = await http.send({
    method: 'GET',
    url: `${root}_apis/wit/workitems?ids=1,2,3,4,5,6,7&$expand=relations&api-version=7.1`,
  });
  const { value } = answer.body as {
    value: { rev: number; fields: Record<string, string>; relations?: { rel: string }[] }[];
  };
  return value.map(({ rev, fields, relations = [] }) => ({
    rev,
    tags: fields['System.Tags'] ?? '',
    links: relations.filter(({ rel }) => rel === 'Hyperlink').length,
  }));
}

/** What check and sync say of the project. */
const judged = async () => [
  await without(['check', '--json']),
  await without(['sync', '--dry-run', '--json']),
  await without(['sync', '--dry-run', '--whole', '--json']),
];

test('words that do not fit together are refused in one line', async () => {
  expect(await without(['flags'])).toMatchObject({ code: 2, err: [expect.stringContaining('Say one of')] });
  expect(await without(['flags', '--off', '--cards'])).toMatchObject({ code: 2 });
  expect(await without(['flags', '--update', '--team', 'x'])).toMatchObject({ code: 2 });
  expect((await without(['flags', '--on', '--team', 'x'])).err).toEqual([
    'There is no team x; there are: Shop Team.',
  ]);
  expect(await without(['remove'])).toMatchObject({ code: 2, err: [expect.stringContaining('--out DIR')] });
});

test('a dry run counts and writes nothing', async () => {
  const before = await items();
  const { code, out } = await without(['flags', '--on', '--cards', '--dry-run']);
  expect(code).toBe(1);
  expect(out[0]).toBe('rules  5 added, 0 removed, 0 of others kept on the board Stories of Shop Team');
  expect(out.filter((line) => line.startsWith('tag')).map((line) => line.replace(/ .*: /, ' '))).toEqual([
    'tag none -> security-decide',
    'tag none -> security-decide',
    'tag none -> security-decide',
    'tag none -> security-settled',
    'tag none -> security-decide',
    'tag none -> security-replan',
  ]);
  expect(await items()).toEqual(before);
});

test('who is no administrator is refused, and nothing is written', async () => {
  const before = await items();
  const { code, err } = await without(['flags', '--on'], `${ownerToken}:sam`);
  expect([code, err]).toEqual([
    2,
    ['Only an administrator of Shop Team may change how its cards look. Nothing was written.'],
  ]);
  expect(await items()).toEqual(before);
});

test('written, it changes neither what check finds nor what sync plans, and is not written twice', async () => {
  // Both sides agree first, so that a change would be seen.
  await without(['sync', '--apply', '--approve', 'all', '--story', 'none']);
  const before = await judged();
  const first = await without(['flags', '--on', '--cards']);
  expect([first.code, first.out.at(-1)]).toEqual([0, expect.stringMatching(/^\d+ written, 0 left\.$/)]);
  expect((await items()).filter(({ tags }) => tags.includes('security-')).length).toBeGreaterThanOrEqual(5);
  expect(await judged()).toEqual(before);
  const after = await items();
  const again = await without(['flags', '--update']);
  expect([again.code, again.out]).toEqual([0, ['Every flag is as it should be.', '0 written, 0 left.']]);
  expect(await items()).toEqual(after);
});

test('undo takes it back, and there is nothing more to take back', async () => {
  expect((await without(['flags', '--undo'])).code).toBe(0);
  expect((await items()).some(({ tags }) => /security-(decide|replan|planned|settled)/.test(tags))).toBe(
    false,
  );
  expect((await without(['flags', '--undo'])).out).toEqual(['There is nothing to take back.']);
  await without(['flags', '--on', '--cards']);
});

test('removed: an export, then no tag, no rule and, as asked, no link is left', async () => {
  const dry = await without(['remove', '--links', '--dry-run', '--json']);
  expect(JSON.parse(dry.out[0] ?? '')).toMatchObject({ rules: 5, boards: ['Shop Team'] });
  const target = join(folder, 'export');
  const { code, out } = await without(['remove', '--links', '--out', target]);
  expect([code, out.join('\n')]).toEqual([0, expect.stringMatching(/work items written, 0 left/)]);
  const saved = JSON.parse(readFileSync(join(target, 'without-export.json'), 'utf8')) as {
    models: string[];
    collections: Record<string, unknown[]>;
  };
  expect([saved.models.length, JSON.stringify(saved.collections).includes('Card data is stolen')]).toEqual([
    1,
    true,
  ]);
  for (const { tags, links } of await items())
    expect([tags.includes('security-'), links]).toEqual([false, 0]);
  expect(await without(['remove', '--links', '--dry-run'])).toMatchObject({ code: 0 });
  // The export of before is never overwritten.
  expect(await without(['remove', '--out', target])).toMatchObject({ code: 2 });
});
