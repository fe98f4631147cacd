/** How much of the people's time a sprint has: hours a day by activity, and days off of one person or of everybody. */
import type { Connection, Listed } from './connection';

/** Days as they are written, "2026-03-02", both included. */
export interface DaysOff {
  readonly start: string;
  readonly end: string;
}

export interface Member {
  readonly id: string;
  readonly displayName: string;
}

export interface MemberCapacity {
  readonly member: Member;
  readonly activities: readonly { readonly name: string; readonly capacityPerDay: number }[];
  readonly daysOff: readonly DaysOff[];
}

export interface SprintCapacity {
  readonly members: readonly MemberCapacity[];
  readonly teamDaysOff: readonly DaysOff[];
}

export interface TeamTime {
  readonly capacity: SprintCapacity;
  /** Everybody of the team, whether they have a capacity or not. */
  readonly team: readonly Member[];
  /** "monday", "tuesday" … */
  readonly workingDays: readonly string[];
}

export interface Capacities {
  /** @throws ServerProblem */
  read(iteration: string): Promise<TeamTime>;
  /** Writes what differs: all members as a whole, and the days off of the team. @throws ServerProblem */
  write(iteration: string, before: SprintCapacity, after: SprintCapacity): Promise<void>;
}

interface CapacityAnswer {
  readonly teamMembers: readonly {
    readonly teamMember: Member;
    readonly activities: MemberCapacity['activities'];
    readonly daysOff: readonly DaysOff[];
  }[];
}

const dayOf = (date: string): string => date.slice(0, 10);
const days = (ranges: readonly DaysOff[]): DaysOff[] =>
  ranges.map(({ start, end }) => ({ start: dayOf(start), end: dayOf(end) }));
const dated = (ranges: readonly DaysOff[]): DaysOff[] =>
  ranges.map(({ start, end }) => ({ start: `${start}T00:00:00Z`, end: `${end}T00:00:00Z` }));

export function capacitiesOver(connection: Connection, project: string, team: string): Capacities {
  const [inProject, ofTeam] = [encodeURIComponent(project), encodeURIComponent(team)];
  const settings = `/${inProject}/${ofTeam}/_apis/work/teamsettings`;
  return {
    async read(iteration) {
      const own = `${settings}/iterations/${iteration}`;
      const members = `/_apis/projects/${inProject}/teams/${ofTeam}/members`;
      const [answer, off, people, { workingDays }] = await Promise.all([
        connection.send<CapacityAnswer>({ path: `${own}/capacities` }),
        connection.send<{ readonly daysOff: readonly DaysOff[] }>({ path: `${own}/teamdaysoff` }),
        connection.send<Listed<{ readonly identity: Member }>>({ path: members }),
        connection.send<{ readonly workingDays: readonly string[] }>({ path: settings }),
      ]);
      return {
        capacity: {
          members: answer.teamMembers.map(({ teamMember, activities, daysOff }) => ({
            member: { id: teamMember.id, displayName: teamMember.displayName },
            activities,
            daysOff: days(daysOff),
          })),
          teamDaysOff: days(off.daysOff),
        },
        team: people.value.map(({ identity }) => ({ id: identity.id, displayName: identity.displayName })),
        workingDays,
      };
    },
    async write(iteration, before, after) {
      const own = `${settings}/iterations/${iteration}`;
      const changed = <T>(one: T, other: T): boolean => JSON.stringify(one) !== JSON.stringify(other);
      if (changed(before.members, after.members))
        await connection.send({
          method: 'PUT',
          path: `${own}/capacities`,
          contentType: 'application/json',
          body: after.members.map(({ member, activities, daysOff }) => ({
            teamMember: { id: member.id },
            activities,
            daysOff: dated(daysOff),
          })),
        });
      if (changed(before.teamDaysOff, after.teamDaysOff))
        await connection.send({
          method: 'PATCH',
          path: `${own}/teamdaysoff`,
          body: { daysOff: dated(after.teamDaysOff) },
        });
    },
  };
}
