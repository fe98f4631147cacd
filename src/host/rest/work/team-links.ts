/** Links that every team settings resource carries. */
import type { Site } from '../../kernel/endpoint';
import { Links } from '../../kernel/wire';
import { projectUrl, teamUrl, workUrl } from '../addresses';

/** @param self the address of the resource itself. */
export function teamLinks(site: Site, self: string, more: Readonly<Record<string, string>>): Links {
  return new Links({
    self,
    project: projectUrl(site),
    team: teamUrl(site),
    teamSettings: `${workUrl(site)}/teamsettings`,
    ...more,
  });
}
