/** Tasks over Azure DevOps' REST API: whole, by what changed, written in batches whose every code is looked at. */
import * as v from 'valibot';
import { once } from '../../app/once';
import { AccessError } from '../../app/ports';
import type { ProjectFacts } from '../../app/ports';
import type { Changes, TaskFieldFacts, TaskOperation, Tasks, WriteResult } from '../../app/task-ports';
import type { TaskItem, WorkItemDraft } from '../../core/sync/backlog-picture';
import type { TaskWrite } from '../../core/sync/plan';
import { accessError, isSuccess } from './http';
import type { Http, HttpRequest } from './http';
import { readRevisions } from './azdo-revisions';
import { batchResult } from './batch-result';
import { wiqlText } from './wiql-text';
import { answeredItem, answeredItems, batchAnswer, queryAnswer, understood } from './work-item-answer';
import { changedItem, idAtEnd, reportingBatch, toTask, typeFields } from './task-answer';

/** Both limits are the service's: ids per read (platform facts 4.1), and a safe number of writes in one batch. */
const idsPerRead = 200;
const writesPerBatch = 100;
const changesPerPage = 1000;
/** A query holds 32,000 characters (platform facts 4.2); numbers have up to ten. */
const parentsPerQuery = 1000;
const version = 'api-version=7.1';
const jsonPatch = 'application/json-patch+json';
/** Where changes begin for somebody who never looked: long enough for clocks that differ. Milliseconds. */
const clockRoom = 60 * 60 * 1000;

const parentLink = 'System.LinkTypes.Hierarchy-Reverse';
const relatedLink = 'System.LinkTypes.Related';
/** From a Test Case to what it tests (platform facts 5.2). */
export const testsLink = 'Microsoft.VSTS.Common.TestedBy-Reverse';

export interface TasksSettings {
  readonly http: Http;
  /** Collection URL, ending in a slash. */
  readonly root: string;
  /** Name or id of the project. */
  readonly project: string;
  readonly facts: () => Promise<ProjectFacts>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

type Answered = v.InferOutput<typeof answeredItem>;

function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

export class AzdoTasks implements Tasks {
  /** What a Task may have, read at the first call. Rejects with AccessError. */
  readonly fields = once(() => this.#readFields());

  constructor(private readonly settings: TasksSettings) {}

  async read(ids: readonly number[]): Promise<ReadonlyMap<number, TaskItem>> {
    const { states } = await this.settings.facts();
    const items = await this.#answers([...new Set(ids)]);
    return new Map(items.map((item) => [item.id, toTask(item, states)]));
  }

  async tagged(tag: string): Promise<readonly TaskItem[]> {
    const where = `[System.TeamProject] = @project AND [System.Tags] CONTAINS ${wiqlText(tag)}`;
    return this.#found(where, 'our Tasks');
  }

  async children(ids: readonly number[]): Promise<readonly TaskItem[]> {
    const { taskType } = await this.settings.facts();
    const found: TaskItem[] = [];
    for (const chunk of chunks([...new Set(ids)], parentsPerQuery)) {
      const type = `[System.WorkItemType] = ${wiqlText(taskType)}`;
      const where = `[System.TeamProject] = @project AND ${type} AND [System.Parent] IN (${chunk.join(',')})`;
      found.push(...(await this.#found(where, 'the Tasks of the stories')));
    }
    return found;
  }

  async withoutParent(): Promise<readonly TaskItem[]> {
    const { taskType } = await this.settings.facts();
    const type = `[System.WorkItemType] = ${wiqlText(taskType)}`;
    const where = `[System.TeamProject] = @project AND ${type} AND [System.Parent] = ''`;
    const order = { by: '[System.ChangedDate] DESC', most: idsPerRead };
    return this.#found(where, 'the Tasks without a parent', order);
  }

  async titled(words: readonly string[]): Promise<readonly TaskItem[]> {
    if (words.length === 0) return [];
    const { taskType } = await this.settings.facts();
    const type = `[System.WorkItemType] = ${wiqlText(taskType)}`;
    const says = words.map((word) => `[System.Title] CONTAINS ${wiqlText(word)}`).join(' OR ');
    const where = `[System.TeamProject] = @project AND ${type} AND (${says})`;
    const order = { by: '[System.ChangedDate] DESC', most: idsPerRead };
    return this.#found(where, 'the Tasks that say the same', order);
  }

  async #found(
    where: string,
    what: string,
    { by, most }: { readonly by: string; readonly most: number } = { by: '[System.Id]', most: 19999 },
  ): Promise<readonly TaskItem[]> {
    const query = `SELECT [System.Id] FROM WorkItems WHERE ${where} ORDER BY ${by}`;
    const url = `${this.#inProject}wiql?$top=${most}&${version}`;
    const answer = await this.#ask({ method: 'POST', url, body: { query }, intent: 'read' }, what);
    const ids = understood(queryAnswer, answer, 'a query').workItems.map(({ id }) => id);
    const { states } = await this.settings.facts();
    return (await this.#answers(ids)).map((item) => toTask(item, states));
  }

  /** Reporting revisions: made for this, in the scope vso.work, and their token misses nothing (platform facts 4.3). */
  async changes(since: string | undefined, revisions: 'newest' | 'every' = 'newest'): Promise<Changes> {
    const items = new Map<string, ReturnType<typeof changedItem>>();
    let token = since;
    for (;;) {
      const page = await this.#changesPage(token, revisions);
      for (const value of since === undefined ? [] : page.values) {
        const key = revisions === 'every' ? `${value.id} ${value.rev}` : String(value.id);
        items.set(key, changedItem(value));
      }
      const next = page.continuationToken ?? token;
      if (page.isLastBatch || next === undefined || next === token) {
        return { token: next ?? '', items: [...items.values()] };
      }
      token = next;
    }
  }

  async deleted(): Promise<ReadonlySet<number>> {
    const answer = await this.#ask(
      { method: 'GET', url: `${this.#inProject}recyclebin?api-version=7.1-preview.2` },
      'the recycle bin',
    );
    const shape = v.object({ value: v.array(v.object({ id: v.number() })) });
    return new Set(understood(shape, answer, 'the recycle bin').value.map(({ id }) => id));
  }

  async atRevisions(
    wanted: ReadonlyMap<number, number>,
    changed: string | undefined,
  ): Promise<ReadonlyMap<number, TaskItem>> {
    const { states } = await this.settings.facts();
    return readRevisions({ ...this.settings, states }, { wanted, changed }, (ids, asOf) =>
      this.#answers(ids, { asOf }),
    );
  }

  async write(operations: readonly TaskOperation[]): Promise<readonly WriteResult[]> {
    const results: WriteResult[] = [];
    for (const chunk of chunks(operations, writesPerBatch)) results.push(...(await this.#writeChunk(chunk)));
    return results;
  }

  async restore(id: number): Promise<WriteResult> {
    const url = `${this.#inProject}recyclebin/${id}?api-version=7.1-preview.2`;
    const response = await this.settings.http.send({ method: 'PATCH', url, body: { isDeleted: false } });
    if (response.status === 400 || response.status === 403 || response.status === 404) {
      return {
        kind: 'refused',
        message: accessError(response, `work item ${id} in the recycle bin`).message,
      };
    }
    if (!isSuccess(response)) throw accessError(response, `work item ${id} in the recycle bin`);
    const item = (await this.read([id])).get(id);
    return { kind: 'written', id, rev: item?.rev ?? 0 };
  }

  get #inProject(): string {
    return `${this.settings.root}${encodeURIComponent(this.settings.project)}/_apis/wit/`;
  }

  /** The body of a good answer; an AccessError that names `what` for any other. */
  async #ask(request: HttpRequest, what: string): Promise<unknown> {
    const response = await this.settings.http.send(request);
    if (!isSuccess(response)) throw accessError(response, what);
    return response.body;
  }

  async #changesPage(token: string | undefined, revisions: 'newest' | 'every') {
    const query = new URLSearchParams({
      fields: 'System.Tags,System.IsDeleted',
      includeLatestOnly: String(revisions === 'newest'),
      includeDeleted: 'true',
      $maxPageSize: String(changesPerPage),
      ...(token === undefined
        ? { startDateTime: new Date(this.settings.now() - clockRoom).toISOString() }
        : { continuationToken: token }),
    });
    const url = `${this.#inProject}reporting/workItemRevisions?${query.toString()}&${version}`;
    const what = 'the changes of the work items';
    return understood(reportingBatch, await this.#ask({ method: 'GET', url }, what), what);
  }

  async #readFields(): Promise<TaskFieldFacts> {
    const { taskType } = await this.settings.facts();
    const type = encodeURIComponent(taskType);
    const url = `${this.#inProject}workItemTypes/${type}/fields?$expand=allowedValues&${version}`;
    const what = `the fields of the type ${taskType}`;
    return typeFields(await this.#ask({ method: 'GET', url }, what), what);
  }

  async #answers(
    ids: readonly number[],
    when: { readonly asOf?: string } = {},
  ): Promise<readonly Answered[]> {
    const items: Answered[] = [];
    // Without a project in the address: a Task that was moved is found where it is now.
    const url = `${this.settings.root}_apis/wit/workitemsbatch?${version}`;
    for (const chunk of chunks(ids, idsPerRead)) {
      // `fields` and `$expand` exclude one another, so relations bring every field along.
      const body = { ids: chunk, errorPolicy: 'Omit', $expand: 'Relations', ...when };
      const answer = await this.#ask({ method: 'POST', url, body, intent: 'read' }, 'the Tasks');
      for (const item of understood(answeredItems, answer, 'work items').value) if (item) items.push(item);
    }
    return items;
  }

  /** Relation indexes count at the tested revision, so the items are read right before (platform facts 5.2). */
  async #relationsOf(operations: readonly TaskOperation[]): Promise<ReadonlyMap<number, Answered>> {
    const ids = operations.flatMap((operation) => {
      if (operation.kind !== 'update') return [];
      const { parent, unrelate, dropHyperlinks } = operation.write;
      return parent !== undefined || unrelate || dropHyperlinks ? [operation.id] : [];
    });
    return new Map((await this.#answers(ids)).map((item) => [item.id, item]));
  }

  async #writeChunk(operations: readonly TaskOperation[]): Promise<readonly WriteResult[]> {
    const [{ name }, relations] = await Promise.all([this.settings.facts(), this.#relationsOf(operations)]);
    const headers = { 'Content-Type': jsonPatch };
    const body = operations.map((operation) => {
      if (operation.kind === 'create') {
        const type = encodeURIComponent(operation.draft.type);
        const uri = `/${encodeURIComponent(name)}/_apis/wit/workitems/$${type}?${version}`;
        return { method: 'PATCH', uri, headers, body: this.#creation(operation.draft) };
      }
      const uri = `/_apis/wit/workitems/${operation.id}?${version}`;
      if (operation.kind === 'delete') return { method: 'DELETE', uri, headers };
      const { id, rev, write } = operation;
      return { method: 'PATCH', uri, headers, body: this.#changes(rev, write, relations.get(id)) };
    });
    const request: HttpRequest = {
      method: 'PATCH',
      url: `${this.settings.root}_apis/wit/$batch?${version}`,
      body,
    };
    const answer = await this.#ask(request, 'the writing of work items');
    const results = understood(batchAnswer, answer, 'a batch of work items').value;
    if (results.length !== operations.length) {
      throw new AccessError('unexpected', 'Azure DevOps answered fewer results than work items were sent.');
    }
    return results.map((result, i) => batchResult(result, operations[i]));
  }

  #link(rel: string, url: string, comment?: string): object {
    const attributes = comment === undefined ? {} : { comment };
    return { op: 'add', path: '/relations/-', value: { rel, url, attributes } };
  }
  #itemUrl(id: number): string {
    return `${this.settings.root}_apis/wit/workItems/${id}`;
  }

  #creation(draft: WorkItemDraft): readonly object[] {
    const { fields, parent, related, hyperlink, tests = [] } = draft;
    return [
      ...Object.entries(fields).map(([field, value]) => ({ op: 'add', path: `/fields/${field}`, value })),
      ...(parent === undefined ? [] : [this.#link(parentLink, this.#itemUrl(parent))]),
      ...related.map((id) => this.#link(relatedLink, this.#itemUrl(id))),
      ...tests.map((id) => this.#link(testsLink, this.#itemUrl(id))),
      ...(hyperlink ? [this.#link('Hyperlink', hyperlink.url, hyperlink.comment)] : []),
    ];
  }

  #changes(rev: number, write: TaskWrite, item: Answered | undefined): readonly object[] {
    const { fields, parent, relate = [], unrelate = [], tests = [], hyperlink, dropHyperlinks = [] } = write;
    const goes = ({ rel, url }: { rel: string; url: string }): boolean =>
      (rel === parentLink && parent !== undefined) ||
      (rel === relatedLink && unrelate.includes(idAtEnd(url))) ||
      (rel === 'Hyperlink' && dropHyperlinks.includes(url));
    const removed = (item?.relations ?? []).flatMap((relation, i) => (goes(relation) ? [i] : []));
    return [
      { op: 'test', path: '/rev', value: rev },
      ...Object.entries(fields).map(([field, value]) => ({ op: 'add', path: `/fields/${field}`, value })),
      // From the last to the first: each removal moves the indexes behind it.
      ...removed.reverse().map((i) => ({ op: 'remove', path: `/relations/${i}` })),
      ...(parent === undefined || parent === null ? [] : [this.#link(parentLink, this.#itemUrl(parent))]),
      ...relate.map((id) => this.#link(relatedLink, this.#itemUrl(id))),
      ...tests.map((id) => this.#link(testsLink, this.#itemUrl(id))),
      ...(hyperlink ? [this.#link('Hyperlink', hyperlink.url, hyperlink.comment)] : []),
    ];
  }
}
