/**
 * Who is in the first team of the project, and who administers it.
 * https://learn.microsoft.com/rest/api/azure/devops/core/teams/get-team-members-with-extended-properties
 */
import * as v from 'valibot';
import type { TeamMember, TeamMembers } from '../../app/ports';
import { AccessError } from '../../app/ports';
import type { Http } from './http';
import { accessError, isSuccess } from './http';

const project = v.object({ defaultTeam: v.optional(v.object({ id: v.string() })) });
const answer = v.object({
  value: v.array(
    v.object({
      isTeamAdmin: v.optional(v.boolean(), false),
      identity: v.object({ id: v.string(), displayName: v.string() }),
    }),
  ),
});
const what = 'the members of the project’s team';
/** More administrators than these are nobody's question. */
const most = 500;

export class AzdoMembers implements TeamMembers {
  /** `root`: the organisation's address, ending in a slash. */
  constructor(
    private readonly place: { readonly http: Http; readonly root: string; readonly project: string },
  ) {}

  async list(): Promise<readonly TeamMember[]> {
    const path = `_apis/projects/${encodeURIComponent(this.place.project)}`;
    const { defaultTeam } = await this.read(project, path);
    if (!defaultTeam) return [];
    const { value } = await this.read(answer, `${path}/teams/${defaultTeam.id}/members`, `$top=${most}&`);
    return value.map(({ isTeamAdmin, identity }) => ({
      id: identity.id,
      name: identity.displayName,
      isAdministrator: isTeamAdmin,
    }));
  }

  private async read<T extends v.GenericSchema>(
    schema: T,
    path: string,
    query = '',
  ): Promise<v.InferOutput<T>> {
    const { http, root } = this.place;
    const response = await http.send({ method: 'GET', url: `${root}${path}?${query}api-version=7.1` });
    if (!isSuccess(response)) throw accessError(response, what);
    const parsed = v.safeParse(schema, response.body);
    if (!parsed.success) throw new AccessError('unexpected', `Azure DevOps answered oddly on ${what}.`);
    return parsed.output;
  }
}
