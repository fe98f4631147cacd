import { AzdoBacklog } from '../../src/adapters/azdo/azdo-backlog';
import { MemoryBacklog } from '../../src/adapters/memory/memory-backlog';
import type { RunningHost } from '../../src/host/start-host';
import { ownerHttp, startLocalHost } from '../fixtures/local-host';
import { runBacklogContract } from './backlog.contract';

runBacklogContract('memory', () => {
  const backlog = new MemoryBacklog();
  return Promise.resolve({
    backlog,
    addStory: (title) => Promise.resolve(backlog.addStory(title)),
    addMarkdownStory: (title, text) =>
      Promise.resolve(
        backlog.addStory(title, { 'System.Description': text }, { 'System.Description': 'markdown' }),
      ),
    close: (id) => Promise.resolve(backlog.setState(id, 'Closed')),
  });
});

const hosts: RunningHost[] = [];
afterAll(async () => {
  await Promise.all(hosts.map((host) => host.close()));
});

for (const process of ['agile', 'scrum'] as const) {
  runBacklogContract(`Azure DevOps, ${process}`, async () => {
    const host = await startLocalHost('empty', process);
    hosts.push(host);
    const { http, root } = ownerHttp(host);
    const backlog = new AzdoBacklog({ http, root, project: 'Shop' });
    const { storyTypes } = await backlog.facts();
    const done = process === 'agile' ? 'Closed' : 'Done';
    const addStory = async (title: string) => {
      const type = storyTypes[0] ?? '';
      const [result] = await backlog.create([
        { type, fields: { 'System.Title': title }, parent: undefined, related: [], hyperlink: undefined },
      ]);
      if (result?.kind !== 'created') throw new Error(`no story: ${JSON.stringify(result)}`);
      return result.id;
    };
    const patch = async (id: number, values: Readonly<Record<string, string>>) => {
      await http.send({
        method: 'PATCH',
        url: `${root}_apis/wit/workItems/${id}?api-version=7.1`,
        contentType: 'application/json-patch+json',
        body: Object.entries(values).map(([path, value]) => ({ op: 'add', path, value })),
      });
    };
    const close = (id: number) => patch(id, { '/fields/System.State': done });
    const addMarkdownStory = async (title: string, text: string) => {
      const id = await addStory(title);
      await patch(id, {
        '/fields/System.Description': text,
        '/multilineFieldsFormat/System.Description': 'Markdown',
      });
      return id;
    };
    return { backlog, addStory, addMarkdownStory, close };
  });
}
