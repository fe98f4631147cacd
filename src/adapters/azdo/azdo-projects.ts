/** The projects of the organisation. https://learn.microsoft.com/rest/api/azure/devops/core/projects/list */
import * as v from 'valibot';
import type { Projects } from '../../app/ports';
import { AccessError } from '../../app/ports';
import type { Http } from './http';
import { accessError, isSuccess } from './http';

const answer = v.object({ value: v.array(v.object({ id: v.string(), name: v.string() })) });
const pageSize = 200;
/** 20,000 projects; an organisation has at most 1,000. */
const mostPages = 100;
const what = 'the projects of this organisation';

export class AzdoProjects implements Projects {
  /** `root`: the organisation's address, ending in a slash. */
  constructor(private readonly place: { readonly http: Http; readonly root: string }) {}

  async list(): Promise<readonly { readonly id: string; readonly name: string }[]> {
    const found = new Map<string, { readonly id: string; readonly name: string }>();
    for (let page = 0; page < mostPages; page += 1) {
      const { value } = await this.page(page * pageSize);
      for (const { id, name } of value) found.set(id.toLowerCase(), { id: id.toLowerCase(), name });
      if (value.length < pageSize) break;
    }
    return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  }

  private async page(skip: number): Promise<v.InferOutput<typeof answer>> {
    const { http, root } = this.place;
    const query = `stateFilter=wellFormed&$top=${pageSize}&$skip=${skip}&api-version=7.1`;
    const response = await http.send({ method: 'GET', url: `${root}_apis/projects?${query}` });
    if (!isSuccess(response)) throw accessError(response, what);
    const parsed = v.safeParse(answer, response.body);
    if (!parsed.success) throw new AccessError('unexpected', `Azure DevOps answered oddly on ${what}.`);
    return parsed.output;
  }
}
