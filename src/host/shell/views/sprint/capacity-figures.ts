/** How many hours a sprint has: working days that are not off, times the hours of a day. */
import type { DaysOff, MemberCapacity, SprintCapacity } from '../../rest/capacity';

const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DAY = 86_400_000;
const HOURS_OF_A_DAY = 24;
/** More days than any sprint has: dates of the server cannot make the page count for ever. */
const LONGEST = 1000;

export interface SprintDays {
  /** ISO dates; a sprint without them has no working days. */
  readonly start: string | null | undefined;
  readonly finish: string | null | undefined;
  /** Names of weekdays in any case. */
  readonly workingDays: readonly string[];
}

/** The working days of a sprint as "2026-03-02", in their order. */
export function workingDaysOf({ start, finish, workingDays }: SprintDays): readonly string[] {
  if (!start || !finish) return [];
  const works = new Set(workingDays.map((day) => day.toLowerCase()));
  const days: string[] = [];
  const [first, last] = [Date.parse(start.slice(0, 10)), Date.parse(finish.slice(0, 10))];
  for (let at = first; at <= last && days.length < LONGEST; at += DAY) {
    const date = new Date(at);
    if (works.has(WEEK[date.getUTCDay()] ?? '')) days.push(date.toISOString().slice(0, 10));
  }
  return days;
}

const isOff = (day: string, ranges: readonly DaysOff[]): boolean =>
  ranges.some(({ start, end }) => start <= day && day <= end);

/** Working days of these on which somebody is off, alone or with the team; each day counts once. */
export function daysOffIn(days: readonly string[], ...ranges: readonly (readonly DaysOff[])[]): number {
  return days.filter((day) => isOff(day, ranges.flat())).length;
}

/** Hours a day of one person, over all activities. */
export function hoursADay({ activities }: Pick<MemberCapacity, 'activities'>): number {
  return activities.reduce((sum, one) => sum + one.capacityPerDay, 0);
}

/** Why somebody's capacity cannot be saved; undefined when it can. The server takes 0 to 24 hours a day. */
export function capacityProblem({ members }: Pick<SprintCapacity, 'members'>): string | undefined {
  const wrong = members.find(({ activities }) =>
    activities.some(({ capacityPerDay: hours }) => !(hours >= 0 && hours <= HOURS_OF_A_DAY)),
  );
  return wrong && `Hours a day of ${wrong.member.displayName} must be from 0 to ${HOURS_OF_A_DAY}.`;
}

/** Hours of one person in the whole sprint. */
export function hoursOf(member: MemberCapacity, sprint: SprintCapacity, days: readonly string[]): number {
  return hoursADay(member) * (days.length - daysOffIn(days, member.daysOff, sprint.teamDaysOff));
}
