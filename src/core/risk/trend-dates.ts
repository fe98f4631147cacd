/** Which instants a trend looks at. */

const oneDay = 24 * 60 * 60 * 1000;
/** Further back nobody compares; days. */
const furthest = 365;
const count = 25;

/**
 * ISO instants in order, the last is `to`. They begin with the earliest of `seen`, though at most a year before `to`,
 * and stand evenly between, at least a day apart. Unreadable instants are passed over.
 */
export function trendDates(seen: readonly string[], to: string): readonly string[] {
  const end = Date.parse(to);
  const known = seen.map((each) => Date.parse(each)).filter((each) => each < end);
  const start = Math.max(Math.min(end, ...known), end - furthest * oneDay);
  const steps = Math.min(count - 1, Math.floor((end - start) / oneDay));
  return Array.from({ length: steps + 1 }, (_, at) =>
    new Date(steps === 0 ? end : start + ((end - start) * at) / steps).toISOString(),
  );
}
