/** How many findings there were, day by day: small counts, kept by whoever looks. Pure. */
import * as v from 'valibot';
import type { Finding } from './finding';

/** Days that are kept: half a year. */
export const daysKept = 180;
const mostRules = 60;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const findingDay = v.object({
  /** As 2026-11-26. */
  day: v.pipe(v.string(), v.isoDate()),
  /** Rule -> open findings; a rule without any is left out. */
  rules: v.pipe(
    v.record(v.pipe(v.string(), v.maxLength(100)), count),
    v.check((rules) => Object.keys(rules).length <= mostRules, 'too many rules'),
  ),
});
export type FindingDay = v.InferOutput<typeof findingDay>;

/** The days in order of time; what does not hold is passed over. */
export function readFindingDays(raw: unknown): readonly FindingDay[] {
  if (!Array.isArray(raw)) return [];
  const days = new Map<string, FindingDay>();
  for (const each of raw.slice(-daysKept)) {
    const parsed = v.safeParse(findingDay, each);
    if (parsed.success) days.set(parsed.output.day, parsed.output);
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The open findings of a day, counted. `at`: ISO instant. */
export function countFindings(findings: readonly Finding[], at: string): FindingDay {
  const rules: Record<string, number> = {};
  for (const { ruleId } of findings) rules[ruleId] = (rules[ruleId] ?? 0) + 1;
  return { day: at.slice(0, 10), rules };
}

export const totalOf = ({ rules }: FindingDay): number =>
  Object.values(rules).reduce((sum, each) => sum + each, 0);

const sameRules = (a: FindingDay, b: FindingDay): boolean =>
  Object.keys(a.rules).length === Object.keys(b.rules).length &&
  Object.entries(a.rules).every(([rule, each]) => b.rules[rule] === each);

/** The days with this one, which replaces an earlier count of it; the very same days when nothing is new. */
export function withDay(days: readonly FindingDay[], day: FindingDay): readonly FindingDay[] {
  const before = days.find((each) => each.day === day.day);
  if (before && sameRules(before, day)) return days;
  const others = days.filter((each) => each.day !== day.day);
  return [...others, day].sort((a, b) => (a.day < b.day ? -1 : 1)).slice(-daysKept);
}
