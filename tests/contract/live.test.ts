/** Every contract against a real organisation; what they made is deleted afterwards, what they changed is put back. */
import { AzdoBoards } from '../../src/adapters/azdo/azdo-boards';
import { AzdoProjects } from '../../src/adapters/azdo/azdo-projects';
import { knowledgeCollection } from '../../src/app/knowledge-store';
import { AzdoBacklog } from '../../src/adapters/azdo/azdo-backlog';
import { createNodeHttp } from '../../src/adapters/azdo/node-http';
import { RestDocuments } from '../../src/adapters/azdo/rest-documents';
import { extensionDataRoot } from '../../src/cli/extension-data-root';
import type { WorkItemDraft } from '../../src/core/sync/backlog-picture';
import { liveOrganisation, NOT_LIVE, type LiveOrganisation } from '../fixtures/live-organisation';
import { runBacklogContract, type BacklogUnderTest } from './backlog.contract';
import { runBoardsContract, type BoardsUnderTest } from './boards.contract';
import { runOrganisationContract, type OrganisationSetup } from './organisation.contract';
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

/** The board of the team without any rules; those that it had come back afterwards. */
async function boardsOf(of: LiveOrganisation): Promise<BoardsUnderTest> {
  const root = `${of.url}/`;
  const boardsFor = (token: string, project: string): AzdoBoards =>
    new AzdoBoards({ http: createNodeHttp({ org: root, token }), root, project });
  const boards = boardsFor(of.token, of.project);
  const team = (await boards.teams()).find(({ name }) => name === of.team)?.id ?? '';
  const board = await boards.board(team);
  if (!board) throw new Error(`The team ${of.team} has no board.`);
  await boards.writeRules(team, board.id, { fill: [], tagStyle: [] });
  return {
    boards,
    asMember: of.memberToken === undefined ? undefined : boardsFor(of.memberToken, of.project),
    inPublic: of.publicProject === undefined ? undefined : boardsFor(of.token, of.publicProject),
    team,
    area: board.areas?.[0]?.path ?? '',
    administrator: undefined,
    close: async () => void (await boards.writeRules(team, board.id, board.rules)),
  };
}

/** Nothing of anybody's is touched: the suite begins and ends with no published knowledge. */
async function organisationOf(of: LiveOrganisation): Promise<OrganisationSetup> {
  const root = `${of.url}/`;
  const http = createNodeHttp({ org: root, token: of.token });
  const documents = await documentsOf(of);
  if ((await documents.list(knowledgeCollection)).length > 0)
    throw new Error('The extension holds published knowledge there: nothing is run over it.');
  return {
    documents,
    projects: new AzdoProjects({ http, root }),
    close: async () => {
      for (const { id } of await documents.list(knowledgeCollection))
        await documents.remove(knowledgeCollection, id);
    },
  };
}

async function documentsOf({ url, token, extension }: LiveOrganisation): Promise<RestDocuments> {
  const root = `${url}/`;
  const http = createNodeHttp({ org: root, token });
  const [publisher, name] = [extension?.publisher ?? '', extension?.name ?? ''];
  return new RestDocuments({ http, root: await extensionDataRoot(http, root), publisher, extension: name });
}

const live = liveOrganisation();
if (live === undefined) test.skip(NOT_LIVE, () => undefined);
else {
  jest.setTimeout(300_000);
  runBacklogContract(`Azure DevOps at ${live.url}`, () => backlogOf(live));
  runBoardsContract(`Azure DevOps at ${live.url}`, () => boardsOf(live));
  if (live.extension === undefined)
    test.skip('WITHOUT_LIVE_EXTENSION is not set: no documents are written there', () => undefined);
  else {
    runDocumentsContract(`Azure DevOps at ${live.url}`, async () => ({ documents: await documentsOf(live) }));
    runOrganisationContract(`Azure DevOps at ${live.url}`, () => organisationOf(live));
  }
}
