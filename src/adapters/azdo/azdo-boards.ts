/** Boards over Azure DevOps' REST API: card rules are read and handed on as they are (platform facts 1.5). */
import * as v from 'valibot';
import type { Boards, NamedTeam, ProjectVisibility, RuleWrite, TeamBoard } from '../../app/board-ports';
import type { RuleLists } from '../../core/flags/card-rules';
import { accessError, isSuccess, typeKeyOf } from './http';
import type { Http, HttpRequest } from './http';
import { understood } from './work-item-answer';

const version = 'api-version=7.1';
/** Card rules and tags have no released version. */
const rulesVersion = 'api-version=7.1-preview.2';
const tagsVersion = 'api-version=7.1-preview.1';
const pageSize = 200;
/** Far above what a project has; a service that answers full pages for ever ends here. */
const mostPages = 100;

const project = v.object({ visibility: v.optional(v.string()) });
const teamPage = v.object({ value: v.array(v.object({ id: v.string(), name: v.string() })) });
const memberPage = v.object({
  value: v.array(
    v.object({ identity: v.object({ id: v.string() }), isTeamAdmin: v.optional(v.nullable(v.boolean())) }),
  ),
});
const configuration = v.object({ requirementBacklog: v.object({ id: v.string(), name: v.string() }) });
const boardList = v.object({ value: v.array(v.object({ id: v.string(), name: v.string() })) });
const fieldValues = v.object({
  field: v.object({ referenceName: v.string() }),
  values: v.array(v.object({ value: v.string(), includeChildren: v.optional(v.boolean()) })),
});
const rule = v.looseObject({ name: v.string() });
const ruleList = v.nullish(v.pipe(v.array(rule), v.maxLength(1000)), []);
const ruleSettings = v.object({ rules: v.object({ tagStyle: ruleList, fill: ruleList }) });
const tagList = v.object({ value: v.array(v.object({ name: v.string() })) });

function asVisibility(word: string | undefined): ProjectVisibility {
  const lower = word?.toLowerCase();
  return lower === 'public' || lower === 'organization' ? lower : 'private';
}

const listsOf = ({ rules }: v.InferOutput<typeof ruleSettings>): RuleLists => ({
  tagStyle: rules.tagStyle ?? [],
  fill: rules.fill ?? [],
});

export class AzdoBoards implements Boards {
  /** `root`: the collection's address, ending in a slash. `project`: name or id. */
  constructor(
    private readonly place: { readonly http: Http; readonly root: string; readonly project: string },
  ) {}

  async visibility(): Promise<ProjectVisibility> {
    const what = 'the project';
    const url = `${this.#project}?${version}`;
    return asVisibility(understood(project, await this.#ask({ method: 'GET', url }, what), what).visibility);
  }

  async teams(): Promise<readonly NamedTeam[]> {
    const what = 'the teams of the project';
    const found = await this.#pages(
      `${this.#project}/teams`,
      what,
      (body) => understood(teamPage, body, what).value,
    );
    const teams = new Map(found.map(({ id, name }) => [id.toLowerCase(), { id: id.toLowerCase(), name }]));
    return [...teams.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  }

  async board(team: string): Promise<TeamBoard | undefined> {
    const work = this.#work(team);
    const what = 'the board of the team';
    const get = (path: string, of: string, at = version) =>
      this.#ask({ method: 'GET', url: `${work}/${path}?${at}` }, of);
    const [levels, boards, values] = await Promise.all([
      get('backlogconfiguration', 'the backlogs of the team'),
      get('boards', what),
      get('teamsettings/teamfieldvalues', 'the areas of the team'),
    ]);
    const { requirementBacklog } = understood(configuration, levels, 'the backlogs of the team');
    const board = understood(boardList, boards, what).value.find(
      ({ name }) => name === requirementBacklog.name,
    );
    if (!board) return undefined;
    const { field, values: areas } = understood(fieldValues, values, 'the areas of the team');
    const rules = await get(`boards/${encodeURIComponent(board.id)}/cardrulesettings`, what, rulesVersion);
    return {
      ...board,
      areas:
        field.referenceName === 'System.AreaPath'
          ? areas.map(({ value, includeChildren }) => ({
              path: value,
              below: includeChildren === true ? 'included' : 'left-out',
            }))
          : undefined,
      rules: listsOf(understood(ruleSettings, rules, 'the card rules of the board')),
    };
  }

  async writeRules(team: string, board: string, lists: Partial<RuleLists>): Promise<RuleWrite> {
    const what = 'the card rules of the board';
    const url = `${this.#work(team)}/boards/${encodeURIComponent(board)}/cardrulesettings?${rulesVersion}`;
    const response = await this.place.http.send({ method: 'PATCH', url, body: { rules: lists } });
    if (isSuccess(response)) {
      return { kind: 'written', rules: listsOf(understood(ruleSettings, response.body, what)) };
    }
    if (response.status !== 400 && response.status !== 403) throw accessError(response, what);
    const isRight =
      response.status === 403 || typeKeyOf(response.body) === 'NoPermissionUpdateCardRulesException';
    const { message } = accessError(response, what);
    return { kind: 'refused', reason: isRight ? 'no-permission' : 'invalid', message };
  }

  async administrators(team: string): Promise<ReadonlySet<string>> {
    const what = 'the members of the team';
    const url = `${this.#project}/teams/${encodeURIComponent(team)}/members`;
    const found = await this.#pages(url, what, (body) => understood(memberPage, body, what).value);
    return new Set(
      found.flatMap(({ identity, isTeamAdmin }) => (isTeamAdmin === true ? identity.id.toLowerCase() : [])),
    );
  }

  async tags(): Promise<ReadonlySet<string>> {
    const what = 'the tags of the project';
    const { root, project: name } = this.place;
    const url = `${root}${encodeURIComponent(name)}/_apis/wit/tags?${tagsVersion}`;
    const { value } = understood(tagList, await this.#ask({ method: 'GET', url }, what), what);
    return new Set(value.map((tag) => tag.name.toLowerCase()));
  }

  get #project(): string {
    return `${this.place.root}_apis/projects/${encodeURIComponent(this.place.project)}`;
  }

  #work(team: string): string {
    const { root, project: name } = this.place;
    return `${root}${encodeURIComponent(name)}/${encodeURIComponent(team)}/_apis/work`;
  }

  /** The body of a good answer; an AccessError that names `what` for any other. */
  async #ask(request: HttpRequest, what: string): Promise<unknown> {
    const response = await this.place.http.send(request);
    if (!isSuccess(response)) throw accessError(response, what);
    return response.body;
  }

  async #pages<T>(url: string, what: string, read: (body: unknown) => readonly T[]): Promise<readonly T[]> {
    const found: T[] = [];
    for (let page = 0; page < mostPages; page += 1) {
      const query = `$top=${pageSize}&$skip=${page * pageSize}&${version}`;
      const part = read(await this.#ask({ method: 'GET', url: `${url}?${query}` }, what));
      found.push(...part);
      if (part.length < pageSize) break;
    }
    return found;
  }
}
