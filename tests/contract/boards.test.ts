import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AzdoBoards } from '../../src/adapters/azdo/azdo-boards';
import { createNodeHttp } from '../../src/adapters/azdo/node-http';
import { MemoryBoards } from '../../src/adapters/memory/memory-boards';
import { readSeed } from '../../src/host/seeds/seed-file';
import { startTestHost } from '../../src/host/testing/test-host';
import type { RunningHost } from '../../src/host/start-host';
import { runBoardsContract } from './boards.contract';

runBoardsContract('memory', () => {
  const team = (administrators: readonly string[]) => ({
    id: 't1',
    name: 'Shop Team',
    administrators,
    board: {
      id: 'b1',
      name: 'Stories',
      areas: [{ path: 'Shop', below: 'included' as const }],
      rules: { tagStyle: [], fill: [] },
    },
  });
  const boards = new MemoryBoards([team(['p1'])], 'p1');
  const inPublic = new MemoryBoards([], 'p1');
  inPublic.shown = 'public';
  const asMember = new MemoryBoards([team(['p1'])], 'p2');
  return Promise.resolve({ boards, asMember, team: 't1', area: 'Shop', administrator: 'p1', inPublic });
});

const hosts: RunningHost[] = [];
afterAll(async () => {
  await Promise.all(hosts.map((host) => host.close()));
});

runBoardsContract('Azure DevOps', async () => {
  const seed = readSeed({
    ...(JSON.parse(readFileSync(join(__dirname, '../seeds/empty.json'), 'utf8')) as object),
    users: [
      { displayName: 'Olivia Owner', uniqueName: 'olivia@shop.example', role: 'Product owner' },
      { displayName: 'Sam Security', uniqueName: 'sam@shop.example', role: 'Security champion' },
    ],
    projects: [{ name: 'Open', visibility: 'public' }],
  });
  const host = await startTestHost({
    seed,
    ownerToken: 'owner',
  });
  hosts.push(host);
  const root = `${host.collectionUrl}/`;
  const http = (token: string) => createNodeHttp({ org: root, token });
  const boards = new AzdoBoards({ http: http('owner'), root, project: 'Shop' });
  const [first] = await boards.teams();
  const answer = await http('owner').send({ method: 'GET', url: `${root}_apis/connectionData` });
  const { authenticatedUser } = answer.body as { authenticatedUser: { id: string } };
  return {
    boards,
    asMember: new AzdoBoards({ http: http('owner:sam'), root, project: 'Shop' }),
    inPublic: new AzdoBoards({ http: http('owner'), root, project: 'Open' }),
    team: first?.id ?? '',
    area: 'Shop',
    administrator: authenticatedUser.id.toLowerCase(),
  };
});
