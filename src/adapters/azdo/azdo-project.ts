/** What one project is and what its process looks like; each is read when it is first asked for, and then kept. */
import { once } from '../../app/once';
import type { ProjectFacts, ProjectPlace } from '../../app/ports';
import { accessError, isSuccess } from './http';
import type { Http } from './http';
import { answeredProject, backlogConfiguration, projectFacts, understood } from './work-item-answer';

const version = 'api-version=7.1';

/** Kept as long as the adapter: processes change rarely, and every page load makes a new one. */
export class AzdoProject {
  /** One request. Rejects with AccessError. */
  readonly place = once(() => this.#readPlace());
  /** One request more. Rejects with AccessError. */
  readonly facts = once(() => this.#readFacts());

  /** `root` is the collection URL with a slash at the end; `project` a name or id. */
  constructor(
    private readonly settings: { readonly http: Http; readonly root: string; readonly project: string },
  ) {}

  async #readPlace(): Promise<ProjectPlace> {
    const { root, project } = this.settings;
    const url = `${root}_apis/projects/${encodeURIComponent(project)}?${version}`;
    const record = await this.#get(url, `the project ${project}`);
    const { id, name } = understood(answeredProject, record, 'the project');
    return { id: id.toLowerCase(), name, url: `${root}${encodeURIComponent(name)}` };
  }

  async #readFacts(): Promise<ProjectFacts> {
    const { root, project } = this.settings;
    const url = `${root}${encodeURIComponent(project)}/_apis/work/backlogconfiguration?${version}`;
    const [place, configuration] = await Promise.all([
      this.place(),
      this.#get(url, `the backlogs of the project ${project}`),
    ]);
    return projectFacts(place, understood(backlogConfiguration, configuration, 'the backlog configuration'));
  }

  async #get(url: string, what: string): Promise<unknown> {
    const response = await this.settings.http.send({ method: 'GET', url });
    if (!isSuccess(response)) throw accessError(response, what);
    return response.body;
  }
}
