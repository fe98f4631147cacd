/** A team iteration as the work area shows it, and how one is found. */
import type { Site } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { problem } from '../../kernel/problem';
import { Url } from '../../kernel/wire';
import { teamIterations } from '../../organisation/projects';
import type { ClassificationNode, Team } from '../../organisation/types';
import { timeFrameOf, type World } from '../../organisation/world';
import { workUrl } from '../addresses';

export function iterationUrl(site: Site, iteration: ClassificationNode): string {
  return `${workUrl(site)}/teamsettings/iterations/${iteration.guid}`;
}

/** Undated iterations carry explicit nulls, as recorded. */
export function iterationShape(
  iteration: ClassificationNode,
  site: Site,
  world: World,
): Record<string, unknown> {
  const date = (text: string | undefined): Date | null => (text === undefined ? null : new Date(text));
  return {
    id: iteration.guid,
    name: iteration.name,
    path: iteration.path,
    attributes: {
      startDate: date(iteration.startDate),
      finishDate: date(iteration.finishDate),
      timeFrame: enumValue('TimeFrame', timeFrameOf(iteration, world.clock())),
    },
    url: new Url(iterationUrl(site, iteration)),
  };
}

/** @throws Problem 404 for an iteration the team does not have. */
export function requireIteration(world: World, team: Team, id: string): ClassificationNode {
  const found = teamIterations(world.store, team).find((one) => one.guid === id.toLowerCase());
  if (found) return found;
  throw problem(
    404,
    'IterationNotFoundException',
    `VS402371: The iteration with id ${id} does not exist for the team.`,
  );
}
