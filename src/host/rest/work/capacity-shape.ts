/** Capacities as REST shows and takes them. */
import type { Site } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { sent, sentList, sentText } from '../../kernel/sent';
import { Url } from '../../kernel/wire';
import { identityRef } from '../../organisation/identity';
import {
  daysIn,
  type DateRange,
  type MemberCapacity,
  type SprintCapacity,
} from '../../organisation/capacities';
import { users, type ClassificationNode } from '../../organisation/types';
import type { World } from '../../organisation/world';
import type { Reader } from '../../store/store';
import { iterationUrl } from './iteration-shape';
import { teamLinks } from './team-links';

export function memberCapacityShape(
  capacity: MemberCapacity,
  iteration: ClassificationNode,
  site: Site,
  world: World,
): Record<string, unknown> {
  const user = world.store.get(users, capacity.memberId);
  const self = `${iterationUrl(site, iteration)}/capacities/${capacity.memberId}`;
  return {
    teamMember: user ? identityRef(user, site) : { id: capacity.memberId },
    activities: capacity.activities,
    daysOff: capacity.daysOff.map(rangeShape),
    url: new Url(self),
    _links: teamLinks(site, self, { teamIteration: iterationUrl(site, iteration) }),
  };
}

/** Total hours a day of everybody, and all days off of the people and of the team. */
export function totals(capacity: SprintCapacity): { totalCapacityPerDay: number; totalDaysOff: number } {
  const hours = capacity.members.flatMap((member) => member.activities.map((one) => one.capacityPerDay));
  return {
    totalCapacityPerDay: hours.reduce((sum, one) => sum + one, 0),
    totalDaysOff:
      capacity.members.reduce((sum, member) => sum + daysIn(member.daysOff), 0) +
      capacity.members.length * daysIn(capacity.teamDaysOff),
  };
}

export function rangeShape(range: DateRange): Record<string, unknown> {
  return { start: new Date(range.start), end: new Date(range.end) };
}

/** @throws Problem 400 for somebody who is not of the team, or hours or days that are none. */
export function readMemberCapacity(raw: unknown, memberId: string, reader: Reader): MemberCapacity {
  if (!reader.get(users, memberId)) throw invalid(`VS403316: ${memberId} is not a member of the team.`);
  return {
    memberId,
    activities: sentList(raw, 'activities').map((one) => {
      const hours = sent(one, 'capacityPerDay') ?? 0;
      if (typeof hours !== 'number' || !Number.isFinite(hours) || hours < 0 || hours > 24)
        throw invalid('The capacity per day must be between 0 and 24 hours.');
      return { name: sentText(one, 'name') ?? '', capacityPerDay: hours };
    }),
    daysOff: readRanges(sentList(raw, 'daysOff')),
  };
}

/** @throws Problem 400 for a range that ends before it begins. */
export function readRanges(raw: readonly unknown[]): readonly DateRange[] {
  return raw.map((one) => {
    const [start, end] = [Date.parse(String(sent(one, 'start'))), Date.parse(String(sent(one, 'end')))];
    if (Number.isNaN(start) || Number.isNaN(end) || end < start)
      throw invalid('Days off must have a start and an end that is not before it.');
    return { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
  });
}

function invalid(message: string): Error {
  return problem(400, 'InvalidTeamCapacityException', message);
}
