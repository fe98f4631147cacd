/** The project and its team as the core area shows them. */
import type { Site } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { Url } from '../../kernel/wire';
import { projectOfTeam } from '../../organisation/projects';
import { facts, type Project, type Team } from '../../organisation/types';
import type { World } from '../../organisation/world';
import { projectUrl, teamUrl } from '../addresses';

export function projectReference(site: Site, project: Project, world: World): Record<string, unknown> {
  return {
    id: project.id,
    name: project.name,
    description: project.description,
    url: new Url(projectUrl(site, project)),
    state: enumValue('ProjectState', 'wellFormed'),
    revision: 1,
    visibility: enumValue('ProjectVisibility', project.visibility ?? 'private'),
    lastUpdateTime: new Date(world.store.get(facts, 'seededAt') ?? 0),
  };
}

export function teamReference(site: Site, team: Team): Record<string, unknown> {
  return { id: team.id, name: team.name, url: new Url(teamUrl(site, team)) };
}

export function teamShape(site: Site, team: Team, world: World): Record<string, unknown> {
  return {
    ...teamReference(site, team),
    description: team.description,
    identityUrl: new Url(`${site.collectionUrl}/_apis/Identities/${team.id}`),
    projectName: projectOfTeam(world.store, team).name,
    projectId: team.projectId,
  };
}
