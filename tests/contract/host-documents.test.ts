import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodeHttp } from '../../src/adapters/azdo/node-http';
import { RestDocuments } from '../../src/adapters/azdo/rest-documents';
import { startTestHost } from '../../src/host/testing/test-host';
import seed from '../seeds/empty.json';
import { runDocumentsContract } from './documents.contract';

const manifest = {
  manifestVersion: 1,
  id: 'without',
  publisher: 'without',
  version: '0.1.0',
  name: 'Without',
  contributions: [],
};

runDocumentsContract('over REST to the local Azure DevOps', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'without-contract-'));
  await writeFile(join(folder, 'vss-extension.json'), JSON.stringify(manifest));
  const host = await startTestHost({
    seed,
    ownerToken: 't',
    extensionDirs: [folder],
    shellDir: folder,
  });
  const root = `${host.collectionUrl}/`;
  const http = createNodeHttp({ org: root, token: 't' });
  return {
    documents: new RestDocuments({ http, root, publisher: 'without', extension: 'without' }),
    close: async () => {
      await host.close();
      await rm(folder, { recursive: true });
    },
  };
});
