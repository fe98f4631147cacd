/** `without sync --story`: what Tasks may stand under is what the picker of the Sync page offers. */
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSyncWorld } from './fixtures/sync-world';
import type { SyncWorld } from './fixtures/sync-world';

const folder = mkdtempSync(join(tmpdir(), 'without-parents-'));
let shop: SyncWorld;
beforeAll(async () => {
  shop = await startSyncWorld();
  await shop.model(1, undefined);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await shop.host.close();
});

async function made(type: string, title: string): Promise<number> {
  const url = `${shop.host.collectionUrl}/Shop/_apis/wit/workitems/$${type}?api-version=7.1`;
  const body = [{ op: 'add', path: '/fields/System.Title', value: title }];
  const answer = await shop.http.send({
    method: 'POST',
    url,
    body,
    contentType: 'application/json-patch+json',
  });
  return (answer.body as { id: number }).id;
}

test.each<[string, () => Promise<number>, RegExp]>([
  [
    'an Epic',
    () => made('Epic', 'Sell'),
    /^#\d+ “Sell” is of the type Epic; .* of the type User Story \(--story\)\.$/,
  ],
  ['a Task', () => shop.task('Read stock', undefined), /is of the type Task/],
  [
    'a story that was removed',
    async () => {
      const id = await shop.story('Dropped');
      await shop.edit(id, { 'System.State': 'Removed' });
      return id;
    },
    /“Dropped” was removed from the backlog/,
  ],
  ['a number that nobody has', () => Promise.resolve(4711), /There is no work item 4711/],
])('%s is refused in a sentence, and nothing is written', async (_what, make, says) => {
  const id = await make();
  for (const mode of ['--dry-run', '--apply'])
    expect(await shop.sync(mode, '--story', String(id))).toEqual({
      code: 2,
      out: [],
      err: [expect.stringMatching(says)],
    });
  expect(await shop.tasks()).toEqual([]);
});

test('the parents of a file are asked about in the same way', async () => {
  const file = join(folder, 'answers.json');
  writeFileSync(file, JSON.stringify({ parents: { 'Mitigation 1': await made('Feature', 'Returns') } }));
  const { code, err } = await shop.sync('--dry-run', '--answers', file);
  expect([code, err]).toEqual([2, [expect.stringMatching(/“Returns” is of the type Feature/)]]);
});
