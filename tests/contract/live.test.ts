/** The contracts of backlog and documents against a real organisation; what they made is deleted afterwards. */
import { AzdoBacklog } from '../../src/adapters/azdo/azdo-backlog';
import { createNodeHttp } from '../../src/adapters/azdo/node-http';
import { RestDocuments } from '../../src/adapters/azdo/rest-documents';
import { extensionDataRoot } from '../../src/cli/extension-data-root';
import type { WorkItemDraft } from '../../src/core/sync/backlog-picture';
import { liveOrganisation, NOT_LIVE, type LiveOrganisation } from '../fixtures/live-organisation';
import { runBacklogContract, type BacklogUnderTest } from './backlog.contract';
import { runDocumentsContract } from './documents.contract';

/** Remembers what was made through it. */
class RememberingBacklog extends AzdoBacklog {
  readonly made: number[] = [];

  override async create(drafts: readonly WorkItemDraft[]): ReturnType<AzdoBacklog['create']> {
    const results = await super.create(drafts);
    for (const result of results) if (result.kind === 'created') this.made.push(result.id);
    return results;
  }
}

async function backlogOf({ url, token, project, team }: LiveOrganisation): Promise<BacklogUnderTest> {
  const root = `${url}/`;
  const http = createNodeHttp({ org: root, token });
  const backlog = new RememberingBacklog({ http, root, project });
  const facts = await backlog.facts();
  const items = `${root}${encodeURIComponent(project)}/_apis/wit/workitems`;
  const states = [...(facts.states.get(facts.taskType) ?? [])];
  const closed = states.find(([, category]) => category === 'Completed')?.[0] ?? 'Closed';
  return {
    backlog,
    project,
    team,
    addStory: async (title) => {
      const type = facts.storyTypes[0] ?? '';
      const draft = {
        type,
        fields: { 'System.Title': title },
        parent: undefined,
        related: [],
        hyperlink: undefined,
      };
      const [result] = await backlog.create([draft]);
      if (result?.kind !== 'created') throw new Error(`no story: ${JSON.stringify(result)}`);
      return result.id;
    },
    close: async (id) => {
      await http.send({
        method: 'PATCH',
        url: `${items}/${id}?api-version=7.1`,
        contentType: 'application/json-patch+json',
        body: [{ op: 'add', path: '/fields/System.State', value: closed }],
      });
    },
    cleanUp: async () => {
      for (const id of backlog.made)
        await http.send({ method: 'DELETE', url: `${items}/${id}?api-version=7.1` });
    },
  };
}

const live = liveOrganisation();
if (live === undefined) test.skip(NOT_LIVE, () => undefined);
else {
  jest.setTimeout(300_000);
  runBacklogContract(`Azure DevOps at ${live.url}`, () => backlogOf(live));
  const { extension } = live;
  if (extension === undefined)
    test.skip('WITHOUT_LIVE_EXTENSION is not set: no documents are written there', () => undefined);
  else
    runDocumentsContract(`Azure DevOps at ${live.url}`, async () => {
      const root = `${live.url}/`;
      const http = createNodeHttp({ org: root, token: live.token });
      const dataRoot = await extensionDataRoot(http, root);
      const place = { publisher: extension.publisher, extension: extension.name };
      return { documents: new RestDocuments({ http, root: dataRoot, ...place }) };
    });
}
