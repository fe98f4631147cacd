/** What an extension stored is there after a restart: every document of every collection and scope. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestHost } from './testing/test-host';
import { testSeed } from './testing/test-world';

test('documents of two collections and both scopes outlive the server', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'host-restart-'));
  const start = () =>
    startTestHost({
      dataDir,
      seed: testSeed([]),
      fresh: false,
      shellDir: dataDir,
    });
  const places = ['Default/Current', 'User/Me'].flatMap((scope) =>
    ['first', 'second'].flatMap((collection) => ['a', 'b'].map((id) => ({ scope, collection, id }))),
  );
  const address = (origin: string, place: (typeof places)[number]) =>
    `${origin}/local/_apis/ExtensionManagement/InstalledExtensions/pub/ext/Data/Scopes/${place.scope}/Collections/${place.collection}/Documents`;
  const headers = {
    Authorization: 'Bearer secret',
    Accept: 'application/json;api-version=7.2-preview.1',
    'Content-Type': 'application/json',
  };
  try {
    const first = await start();
    for (const place of places) {
      const body = JSON.stringify({ id: place.id, place });
      const answer = await fetch(address(first.origin, place), { method: 'POST', headers, body });
      expect(answer.status).toBe(201);
    }
    await first.close();
    const second = await start();
    for (const place of places) {
      const answer = await fetch(`${address(second.origin, place)}/${place.id}`, { headers });
      expect(await answer.json()).toMatchObject({ id: place.id, place });
    }
    await second.close();
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});
