/** The days on which the whole team is off. */
import type { Site } from '../../kernel/endpoint';
import { Url } from '../../kernel/wire';
import type { DateRange } from '../../organisation/capacities';
import type { ClassificationNode } from '../../organisation/types';
import { rangeShape } from './capacity-shape';
import { iterationUrl } from './iteration-shape';
import { teamLinks } from './team-links';

export function teamDaysOffShape(
  days: readonly DateRange[],
  iteration: ClassificationNode,
  site: Site,
): Record<string, unknown> {
  const self = `${iterationUrl(site, iteration)}/teamdaysoff`;
  return {
    daysOff: days.map(rangeShape),
    url: new Url(self),
    _links: teamLinks(site, self, { teamIteration: iterationUrl(site, iteration) }),
  };
}
