/** The backlog over Azure DevOps' REST API, released version 7.1; one method is about one call. */
import * as v from 'valibot';
import type {
  Backlog,
  ChangeResult,
  CreateResult,
  HistoryShelf,
  ProjectFacts,
  ProjectPlace,
  Story,
  WorkItemChange,
} from '../../app/ports';
import type { Sprint } from '../../core/alignment/picture';
import type { StateHistory } from '../../core/risk/state-history';
import type { WorkItem, WorkItemDraft } from '../../core/sync/backlog-picture';
import type { Pace } from '../../core/advice/pace';
import { readHistories, updatesPerRead } from './azdo-histories';
import { readPace } from './azdo-pace';
import { AzdoProject } from './azdo-project';
import { AzdoTasks } from './azdo-tasks';
import { iterationNode, sprintsOf } from './iteration-nodes';
import { accessError, isSuccess } from './http';
import type { Http, HttpRequest } from './http';
import { wiqlText } from './wiql-text';
import {
  answeredItem,
  answeredItems,
  answeredSprints,
  queryAnswer,
  storyFields,
  toStory,
  toWorkItem,
  understood,
  workItemFields,
} from './work-item-answer';

/** The service's limit of ids per read (platform facts 4.1). */
const idsPerRead = 200;
const version = 'api-version=7.1';
const jsonPatch = 'application/json-patch+json';

interface Settings {
  readonly http: Http;
  /** Collection URL, ending in a slash, e.g. https://dev.azure.com/contoso/. */
  readonly root: string;
  /** Name or id of the project. */
  readonly project: string;
}

function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

export class AzdoBacklog implements Backlog {
  readonly tasks: AzdoTasks;
  readonly #settings: Settings;
  readonly #project: AzdoProject;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#project = new AzdoProject(settings);
    this.tasks = new AzdoTasks({ ...settings, facts: () => this.facts(), now: Date.now });
  }

  project(): Promise<ProjectPlace> {
    return this.#project.place();
  }

  facts(): Promise<ProjectFacts> {
    return this.#project.facts();
  }

  async read(ids: readonly number[]): Promise<ReadonlyMap<number, WorkItem>> {
    const items = await this.#batch([...new Set(ids)], { fields: workItemFields });
    return new Map(items.map((item) => [item.id, item]));
  }

  async findStories(text: string, limit: number): Promise<readonly WorkItem[]> {
    const { storyTypes } = await this.facts();
    if (storyTypes.length === 0) return [];
    const words = text.split(/\s+/).filter((word) => word !== '');
    const number = /^#?(\d{1,9})$/.exec(text.trim())?.[1];
    const titled = words.map((word) => `[System.Title] CONTAINS ${wiqlText(word)}`).join(' AND ');
    const wanted = number
      ? `([System.Id] = ${number} OR [System.Title] CONTAINS ${wiqlText(number)})`
      : titled;
    const where = [
      '[System.TeamProject] = @project',
      `[System.WorkItemType] IN (${storyTypes.map(wiqlText).join(', ')})`,
      ...(wanted ? [wanted] : []),
    ].join(' AND ');
    const ids = await this.#query(`${where} ORDER BY [System.ChangedDate] DESC`, limit);
    const found = await this.read(ids);
    return ids.flatMap((id) => found.get(id) ?? []).filter((item) => item.category !== 'Removed');
  }

  async stories(ids: 'all' | readonly number[]): Promise<readonly Story[]> {
    const { states, storyTypes } = await this.facts();
    const wanted = ids === 'all' ? await this.#allStories() : [...new Set(ids)];
    const answers = await this.#answers(wanted, { fields: storyFields });
    return answers
      .map((answer) => toStory(answer, states))
      .filter((story) => storyTypes.includes(story.type) && story.category !== 'Removed');
  }

  async sprints(team: string): Promise<readonly Sprint[]> {
    const { root, project } = this.#settings;
    const address = `${root}${encodeURIComponent(project)}/${encodeURIComponent(team)}`;
    const url = `${address}/_apis/work/teamsettings/iterations?${version}`;
    const answer = await this.#ask({ method: 'GET', url }, 'the sprints of the team');
    return understood(answeredSprints, answer, 'the sprints of the team').value.map((sprint) => ({
      id: sprint.id,
      name: sprint.name,
      path: sprint.path,
      start: sprint.attributes?.startDate ?? undefined,
      finish: sprint.attributes?.finishDate ?? undefined,
    }));
  }

  async iterations(): Promise<readonly Sprint[]> {
    const { root, project } = this.#settings;
    const what = 'the iterations of the project';
    const url = `${root}${encodeURIComponent(project)}/_apis/wit/classificationnodes/Iterations?$depth=10&${version}`;
    return sprintsOf(understood(iterationNode, await this.#ask({ method: 'GET', url }, what), what));
  }

  async pace(team: string, sprint: Sprint): Promise<Pace> {
    const { root, project } = this.#settings;
    const [{ states, storyTypes }, sprints] = await Promise.all([this.facts(), this.sprints(team)]);
    const address = `${root}${encodeURIComponent(project)}/${encodeURIComponent(team)}/_apis/work`;
    return readPace(
      {
        get: (path, what) => this.#ask({ method: 'GET', url: `${address}/${path}?${version}` }, what),
        items: (ids, fields) => this.#answers(ids, { fields }),
        isStory: (type) => storyTypes.includes(type),
        category: (type, state) => states.get(type)?.get(state),
        sprints,
      },
      sprint,
    );
  }

  async histories(ids: readonly number[], shelf?: HistoryShelf): Promise<ReadonlyMap<number, StateHistory>> {
    const { root, project } = this.#settings;
    const { states } = await this.facts();
    const address = `${root}${encodeURIComponent(project)}/_apis/wit/workItems`;
    return readHistories(
      {
        items: (wanted, fields) => this.#answers([...new Set(wanted)], { fields }),
        updates: (id, skip) => {
          const url = `${address}/${id}/updates?$top=${updatesPerRead}&$skip=${skip}&${version}`;
          return this.#ask({ method: 'GET', url }, `the history of work item ${id}`);
        },
        category: (type, state) => states.get(type)?.get(state),
        everCompleted: (wanted) => this.#everCompleted(wanted),
      },
      ids,
      shelf,
    );
  }

  async comment(id: number, html: string): Promise<number> {
    const { root, project } = this.#settings;
    const what = `a comment on work item ${id}`;
    const path = `${root}${encodeURIComponent(project)}/_apis/wit/workItems/${id}/comments`;
    const url = `${path}?format=html&api-version=7.1-preview.4`;
    const answer = await this.#ask({ method: 'POST', url, body: { text: html } }, what);
    return understood(v.object({ id: v.number() }), answer, what).id;
  }

  async commentAuthor(id: number, comment: number): Promise<string | undefined> {
    const { http, root, project } = this.#settings;
    const what = `a comment on work item ${id}`;
    const path = `${root}${encodeURIComponent(project)}/_apis/wit/workItems/${id}/comments/${comment}`;
    const response = await http.send({ method: 'GET', url: `${path}?api-version=7.1-preview.4` });
    if (response.status === 404) return undefined;
    if (!isSuccess(response)) throw accessError(response, what);
    const author = v.object({ createdBy: v.object({ displayName: v.string() }) });
    return understood(author, response.body, what).createdBy.displayName;
  }

  async change(change: WorkItemChange): Promise<ChangeResult> {
    const { http, root } = this.#settings;
    const url = `${root}_apis/wit/workItems/${change.id}?${version}`;
    const body = await this.#changeOperations(change);
    const response = await http.send({ method: 'PATCH', url, body, contentType: jsonPatch });
    // 412: the test on /rev failed; 409: somebody saved between test and save (platform facts 5.3).
    if (response.status === 412 || response.status === 409) return { kind: 'outdated' };
    const what = `work item ${change.id}`;
    if (response.status === 400) return { kind: 'refused', message: accessError(response, what).message };
    if (!isSuccess(response)) throw accessError(response, what);
    return { kind: 'changed', rev: understood(v.object({ rev: v.number() }), response.body, what).rev };
  }

  async create(drafts: readonly WorkItemDraft[]): Promise<readonly CreateResult[]> {
    const results = await this.tasks.write(drafts.map((draft) => ({ kind: 'create', draft })));
    return results.map((result): CreateResult => {
      if (result.kind === 'written') return { kind: 'created', id: result.id, rev: result.rev };
      // It may exist all the same: the next plan finds it by its link.
      if (result.kind === 'outdated')
        return { kind: 'refused', message: 'Azure DevOps did not say which number it gave.' };
      return { kind: 'refused', message: result.message };
    });
  }

  /** The body of a good answer; an AccessError that names `what` for any other. */
  async #ask(request: HttpRequest, what: string): Promise<unknown> {
    const response = await this.#settings.http.send(request);
    if (!isSuccess(response)) throw accessError(response, what);
    return response.body;
  }

  async #read(path: string, body: unknown): Promise<unknown> {
    const { root, project } = this.#settings;
    const url = `${root}${encodeURIComponent(project)}/_apis/wit/${path}`;
    return this.#ask({ method: 'POST', url, body, intent: 'read' }, 'the work items of this project');
  }

  async #query(where: string, limit: number): Promise<readonly number[]> {
    const query = `SELECT [System.Id] FROM WorkItems WHERE ${where}`;
    const answer = await this.#read(`wiql?$top=${limit}&${version}`, { query });
    return understood(queryAnswer, answer, 'a query').workItems.map((item) => item.id);
  }

  async #allStories(): Promise<readonly number[]> {
    const { storyTypes } = await this.facts();
    if (storyTypes.length === 0) return [];
    const types = storyTypes.map(wiqlText).join(', ');
    const where = `[System.TeamProject] = @project AND [System.WorkItemType] IN (${types})`;
    return this.#query(`${where} AND [System.State] <> 'Removed' ORDER BY [System.Id]`, 19_999);
  }

  /** Relation indexes count at the tested revision, so the parent's index is looked up right before (facts 5.2). */
  async #changeOperations({ id, rev, fields, parent }: WorkItemChange): Promise<readonly object[]> {
    const { root } = this.#settings;
    const operations: object[] = [
      { op: 'test', path: '/rev', value: rev },
      ...Object.entries(fields).map(([field, value]) => ({ op: 'add', path: `/fields/${field}`, value })),
    ];
    if (parent === undefined) return operations;
    const url = `${root}_apis/wit/workItems/${id}?$expand=relations&${version}`;
    const answer = await this.#ask({ method: 'GET', url }, `work item ${id}`);
    const { relations = [] } = understood(answeredItem, answer, `work item ${id}`);
    const parentLink = 'System.LinkTypes.Hierarchy-Reverse';
    const index = relations.findIndex((relation) => relation.rel === parentLink);
    if (index >= 0) operations.push({ op: 'remove', path: `/relations/${index}` });
    if (parent !== null) {
      const value = { rel: parentLink, url: `${root}_apis/wit/workItems/${parent}`, attributes: {} };
      operations.push({ op: 'add', path: '/relations/-', value });
    }
    return operations;
  }

  async #everCompleted(ids: readonly number[]): Promise<ReadonlySet<number>> {
    const { states } = await this.facts();
    const all = [...states.values()].flatMap((byState) => [...byState]);
    const done = [...new Set(all.flatMap(([state, category]) => (category === 'Completed' ? [state] : [])))];
    const completed = new Set<number>();
    if (done.length === 0) return completed;
    const ever = done.map((state) => `[System.State] EVER ${wiqlText(state)}`).join(' OR ');
    for (const chunk of chunks([...new Set(ids)], idsPerRead))
      for (const id of await this.#query(`[System.Id] IN (${chunk.join(', ')}) AND (${ever})`, idsPerRead))
        completed.add(id);
    return completed;
  }

  async #batch(ids: readonly number[], what: object): Promise<readonly WorkItem[]> {
    const { states } = await this.facts();
    return (await this.#answers(ids, what)).map((answer) => toWorkItem(answer, states));
  }

  async #answers(
    ids: readonly number[],
    what: object,
  ): Promise<readonly v.InferOutput<typeof answeredItem>[]> {
    const items: v.InferOutput<typeof answeredItem>[] = [];
    for (const chunk of chunks(ids, idsPerRead)) {
      const body = { ids: chunk, errorPolicy: 'Omit', ...what };
      const answer = await this.#read(`workitemsbatch?${version}`, body);
      for (const item of understood(answeredItems, answer, 'work items').value) {
        if (item) items.push(item);
      }
    }
    return items;
  }
}
