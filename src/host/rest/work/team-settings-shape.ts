/** The settings of the team as REST shows them. */
import type { Site } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { Links, Url } from '../../kernel/wire';
import { currentIteration } from '../../organisation/projects';
import type { ClassificationNode, Team } from '../../organisation/types';
import { nodeAt, type World } from '../../organisation/world';
import { nodeUrl, projectUrl, teamUrl, workUrl } from '../addresses';

/** @param team as it is now, which after a change is not the one that the address found. */
export function teamSettingsShape(world: World, site: Site, team: Team): Record<string, unknown> {
  const root = nodeAt(world.store, 'iterations', team.backlogIteration);
  const current =
    team.defaultIteration === undefined
      ? currentIteration(world.store, team, world.clock())
      : nodeAt(world.store, 'iterations', team.defaultIteration);
  const self = `${workUrl(site)}/teamsettings`;
  const levels = world.process.backlogs.filter((level) => level.type !== 'task');
  return {
    backlogIteration: root ? reference(site, root) : null,
    bugsBehavior: enumValue('BugsBehavior', team.bugsBehavior),
    workingDays: team.workingDays.map((day) => enumValue('DayOfWeek', day)),
    backlogVisibilities: Object.fromEntries(
      levels.map((level) => [level.id, team.backlogVisibilities[level.id] !== false]),
    ),
    defaultIteration: current ? reference(site, current) : null,
    ...(team.defaultIteration === undefined ? { defaultIterationMacro: '@currentIteration' } : {}),
    url: new Url(self),
    _links: new Links({
      self,
      project: projectUrl(site),
      team: teamUrl(site),
      teamIterations: `${self}/iterations`,
      teamFieldValues: `${self}/teamfieldvalues`,
      classificationNode: [root, current].flatMap((node) =>
        node ? [nodeUrl(site, 'iterations', node.path)] : [],
      ),
    }),
  };
}

/** Settings name iterations below the project: `\\Sprint 1`, and nothing for the root. */
function reference(site: Site, node: ClassificationNode): Record<string, unknown> {
  return {
    id: node.guid,
    name: node.name,
    path: node.path.slice(site.project.name.length),
    url: new Url(nodeUrl(site, 'iterations', node.path)),
  };
}
