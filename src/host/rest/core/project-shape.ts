/** The project and its team as the core area shows them. */
import type { Site } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { Url } from '../../kernel/wire';
import { PROJECT, TEAM_ID } from '../../organisation/identifiers';
import { facts } from '../../organisation/types';
import { teamName, type World } from '../../organisation/world';
import { projectUrl, teamUrl } from '../addresses';

export function projectReference(site: Site, world: World): Record<string, unknown> {
  return {
    id: PROJECT.id,
    name: PROJECT.name,
    url: new Url(projectUrl(site)),
    state: enumValue('ProjectState', 'wellFormed'),
    revision: 1,
    visibility: enumValue('ProjectVisibility', 'private'),
    lastUpdateTime: new Date(world.store.get(facts, 'seededAt') ?? 0),
  };
}

export function teamReference(site: Site, world: World): Record<string, unknown> {
  return { id: TEAM_ID, name: teamName(world.store), url: new Url(teamUrl(site)) };
}

export function team(site: Site, world: World): Record<string, unknown> {
  return {
    ...teamReference(site, world),
    description: 'The default project team.',
    identityUrl: new Url(`${site.collectionUrl}/_apis/Identities/${TEAM_ID}`),
    projectName: PROJECT.name,
    projectId: PROJECT.id,
  };
}
