/** Test Cases over Azure DevOps' REST API: work items of the category Microsoft.TestCaseCategory (platform facts 6). */
import * as v from 'valibot';
import type { TestCases } from '../../app/test-cases';
import type { FoundTestCase } from '../../core/sync/test-cases/plan-test-cases';
import { testsLink } from './azdo-tasks';
import { accessError, isSuccess } from './http';
import type { Http, HttpRequest } from './http';
import { idAtEnd } from './task-answer';
import { wiqlText } from './wiql-text';
import { answeredItem, answeredItems, queryAnswer, understood } from './work-item-answer';

const category = 'Microsoft.TestCaseCategory';
const idsPerRead = 200;
const version = 'api-version=7.1';
const answeredCategory = v.object({
  defaultWorkItemType: v.nullish(v.object({ name: v.string() })),
});

function toTestCase({ id, rev, fields, relations = [] }: v.InferOutput<typeof answeredItem>): FoundTestCase {
  const text = (name: string): string => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  const urls = (rel: string) => relations.flatMap((each) => (each.rel === rel ? each.url : []));
  return {
    id,
    rev,
    title: text('System.Title'),
    state: text('System.State'),
    hyperlinks: urls('Hyperlink'),
    tests: urls(testsLink).map(idAtEnd),
    steps: text('Microsoft.VSTS.TCM.Steps'),
  };
}

export class AzdoTestCases implements TestCases {
  /** `root`: the collection's address, ending in a slash. `project`: name or id. */
  constructor(
    private readonly place: { readonly http: Http; readonly root: string; readonly project: string },
  ) {}

  async type(): Promise<string | undefined> {
    const url = `${this.#inProject}workitemtypecategories/${category}?${version}`;
    const response = await this.place.http.send({ method: 'GET', url });
    if (response.status === 404) return undefined;
    const what = 'the type for test cases';
    if (!isSuccess(response)) throw accessError(response, what);
    return understood(answeredCategory, response.body, what).defaultWorkItemType?.name;
  }

  async tagged(tag: string): Promise<readonly FoundTestCase[]> {
    const where = `[System.TeamProject] = @project AND [System.WorkItemType] IN GROUP '${category}' AND [System.Tags] CONTAINS ${wiqlText(tag)}`;
    const query = `SELECT [System.Id] FROM WorkItems WHERE ${where} ORDER BY [System.Id]`;
    const url = `${this.#inProject}wiql?$top=19999&${version}`;
    const answer = await this.#ask({ method: 'POST', url, body: { query }, intent: 'read' });
    const ids = understood(queryAnswer, answer, 'a query').workItems.map(({ id }) => id);
    const found: FoundTestCase[] = [];
    for (let start = 0; start < ids.length; start += idsPerRead) {
      const body = { ids: ids.slice(start, start + idsPerRead), errorPolicy: 'Omit', $expand: 'Relations' };
      const read = `${this.#inProject}workitemsbatch?${version}`;
      const items = await this.#ask({ method: 'POST', url: read, body, intent: 'read' });
      for (const item of understood(answeredItems, items, 'work items').value)
        if (item) found.push(toTestCase(item));
    }
    return found;
  }

  get #inProject(): string {
    return `${this.place.root}${encodeURIComponent(this.place.project)}/_apis/wit/`;
  }

  async #ask(request: HttpRequest): Promise<unknown> {
    const response = await this.place.http.send(request);
    if (!isSuccess(response)) throw accessError(response, 'the Test Cases of this project');
    return response.body;
  }
}
