/** How many hours a team can work in a sprint: what people entered, without the days on which they are off. */

/** Days at midnight UTC, both included. */
export interface DaysOff {
  readonly start: string;
  readonly end: string;
}
export interface TeamTime {
  readonly members: readonly { readonly hoursPerDay: number; readonly daysOff: readonly DaysOff[] }[];
  readonly teamDaysOff: readonly DaysOff[];
  /** Of the week, 0 = Sunday. */
  readonly workingDays: ReadonlySet<number>;
}

const oneDay = 24 * 60 * 60 * 1000;
/** A sprint that is longer has no end in earnest; days. */
const longestSprint = 400;

const isOff = (day: number, ranges: readonly DaysOff[]): boolean =>
  ranges.some(({ start, end }) => day >= Date.parse(start) && day <= Date.parse(end));

/** Hours; undefined where the sprint has no dates, or nobody entered a capacity. */
export function capacityHours(
  sprint: { readonly start: string | undefined; readonly finish: string | undefined },
  { members, teamDaysOff, workingDays }: TeamTime,
): number | undefined {
  const [first, last] = [Date.parse(sprint.start ?? ''), Date.parse(sprint.finish ?? '')];
  const isEntered = members.some(({ hoursPerDay }) => hoursPerDay > 0);
  if (Number.isNaN(first) || Number.isNaN(last) || !isEntered) return undefined;
  let hours = 0;
  for (let day = first; day <= last && day < first + longestSprint * oneDay; day += oneDay) {
    if (!workingDays.has(new Date(day).getUTCDay()) || isOff(day, teamDaysOff)) continue;
    for (const { hoursPerDay, daysOff } of members) if (!isOff(day, daysOff)) hours += hoursPerDay;
  }
  return hours;
}
