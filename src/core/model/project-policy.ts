/** What a project decides for all its models: how risk is counted, what is aimed at, what is asked, and of whom. */
import * as v from 'valibot';
import { instant, line } from './parts';
import { stateCategories } from './state-category';

/** A state for which the service names no category, and the one that a person decided. */
export const mappedStates = v.pipe(
  v.array(v.object({ type: line, state: line, category: v.picklist(stateCategories) })),
  v.maxLength(200),
);

/** One step of a five by five matrix is worth four points, so that the worst corner is 100. */
export const pointsPerStep = 4;
const ranks = [1, 2, 3, 4, 5] as const;

type Grid = number[][];

/** True when a likelier or worse threat never has fewer points: without that, removing risk could raise it. */
export function isMonotone(grid: Grid): boolean {
  const at = (row: number, column: number) => grid[row]?.[column] ?? 0;
  return ranks.every((_row, r) =>
    ranks.every(
      (_column, c) => (r === 0 || at(r, c) >= at(r - 1, c)) && (c === 0 || at(r, c) >= at(r, c - 1)),
    ),
  );
}

const cell = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const row = v.pipe(v.array(cell), v.length(5));
const limit = v.pipe(v.number(), v.minValue(0), v.maxValue(100));

export const scale = v.object({
  /** Points, 0 to 100: rows from rare to almost certain, columns from negligible to severe. */
  points: v.pipe(
    v.array(row),
    v.length(5),
    v.check(isMonotone, 'a likelier or worse threat may not count less'),
  ),
  /** From how many points on a severity has its name; below medium it is low. */
  from: v.pipe(
    v.object({ medium: limit, high: limit, critical: limit }),
    v.check(
      ({ medium, high, critical }) => medium <= high && high <= critical,
      'medium, high and critical must stand in this order',
    ),
  ),
});
export type Scale = v.InferOutput<typeof scale>;

/** Rank times rank times four: low below 28, medium below 44, high below 60 (decision 5). */
export const standardScale: Scale = {
  points: ranks.map((likely) => ranks.map((bad) => likely * bad * pointsPerStep)),
  from: { medium: 28, high: 44, critical: 60 },
};

/** A severity's name up to which somebody may accept; absent = any. */
export const acceptableUpTo = ['low', 'medium', 'high'] as const;
const acceptor = v.object({
  name: v.pipe(line, v.minLength(1)),
  upTo: v.exactOptional(v.picklist(acceptableUpTo)),
});
export type Acceptor = v.InferOutput<typeof acceptor>;

const allowOrReport = v.picklist(['allow', 'report']);
const meanings = v.pipe(v.array(line), v.length(5));

export const projectPolicy = v.object({
  /** Absent = the standard scale. */
  scale: v.exactOptional(scale),
  /** What each level means here, such as "once a year"; from rare to almost certain, from negligible to severe. */
  meanings: v.exactOptional(v.object({ probability: meanings, impact: meanings })),
  /** The share of its inherent risk, 0 to 1, that a model may keep where it sets no target of its own. */
  target: v.exactOptional(
    v.object({
      share: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      by: v.exactOptional(instant),
    }),
  ),
  stateMap: v.exactOptional(mappedStates),
  /** What the project decides of the switches; what it leaves open each model decides. */
  switches: v.exactOptional(
    v.object({
      oneThreatPerStory: v.exactOptional(allowOrReport),
      oneClausePerStory: v.exactOptional(allowOrReport),
      reasonedSeverity: v.exactOptional(allowOrReport),
    }),
  ),
  /** Who is expected to accept a risk; absent or empty = anybody. */
  acceptors: v.exactOptional(v.pipe(v.array(acceptor), v.maxLength(50))),
  /** Who is expected to change this; absent = administrators of the project's first team. */
  editors: v.exactOptional(v.picklist(['team-administrators', 'everybody'])),
});
export type ProjectPolicy = v.InferOutput<typeof projectPolicy>;
/** What a work item's form needs to count as the hub does; undefined = nothing but the standard. */
export type FormPolicy = Pick<ProjectPolicy, 'scale' | 'stateMap'>;
export function formPolicy({ policy }: UnderPolicy): FormPolicy | undefined {
  const { scale: own, stateMap } = policy ?? {};
  if (!own && !stateMap) return undefined;
  return { ...(own ? { scale: own } : {}), ...(stateMap ? { stateMap } : {}) };
}

export type PolicySwitches = NonNullable<ProjectPolicy['switches']>;

/** Whatever has a policy, or none. */
export interface UnderPolicy {
  readonly policy?: ProjectPolicy | undefined;
}

/** How risk is counted there. */
export const scaleOf = ({ policy }: UnderPolicy): Scale => policy?.scale ?? standardScale;

/** Is it the same person, as far as display names tell? */
export const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The entry of the policy for somebody, by name; undefined = not expected to accept. */
export function acceptorNamed({ policy }: UnderPolicy, name: string): Acceptor | undefined {
  return policy?.acceptors?.find((each) => sameName(each.name, name));
}
