/** What a team can do in a sprint, and what a mitigation asks of it, in one unit where that is possible. */
import type { Mitigation } from '../model/mitigation';
import type { Standing } from './standing';

/** Of one team and sprint. Absent = nobody said, or nothing to compute it from. */
export interface Pace {
  /** Hours that its people can work in the sprint, days off taken out. */
  readonly capacity?: number;
  /** Hours that are left of the Tasks in the sprint. */
  readonly planned?: number;
  /** Story points (or the unit of the backlog) finished per sprint, on average over the last finished ones. */
  readonly velocity?: number;
  /** The same unit, of the stories in the sprint. */
  readonly plannedPoints?: number;
}

/** `hours` of work; where only points are estimated they are turned into hours by the pace, if that is known. */
export type Effort =
  | { readonly kind: 'hours'; readonly hours: number; readonly fromPoints?: number }
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'unknown' };

/** Hours that a story point takes this team: what it can work in a sprint by what it finishes in one. */
export function hoursPerPoint({ capacity, velocity }: Pace): number | undefined {
  if (capacity === undefined || velocity === undefined || capacity <= 0 || velocity <= 0) return undefined;
  return capacity / velocity;
}

/** The Task says best; then what the mitigation was estimated at. What is done costs nothing any more. */
export function effortOf(mitigation: Mitigation, standing: Standing, pace: Pace): Effort {
  if (standing.kind === 'done' || standing.kind === 'waiting') return { kind: 'hours', hours: 0 };
  const task = 'task' in standing && typeof standing.task === 'object' ? standing.task : undefined;
  if (task?.effort !== undefined) return { kind: 'hours', hours: task.effort };
  const { effort: points } = mitigation;
  if (points === undefined) return { kind: 'unknown' };
  const rate = hoursPerPoint(pace);
  return rate === undefined
    ? { kind: 'points', points }
    : { kind: 'hours', hours: points * rate, fromPoints: points };
}

/** One that is not known makes the sum unknown, and so do two units. */
export function sumOfEfforts(efforts: readonly Effort[]): Effort {
  let hours = 0;
  let points = 0;
  for (const each of efforts) {
    if (each.kind === 'unknown') return each;
    if (each.kind === 'hours') hours += Math.max(each.hours, 0);
    else points += each.points;
  }
  if (points === 0) return { kind: 'hours', hours };
  return hours === 0 ? { kind: 'points', points } : { kind: 'unknown' };
}

/** What is left of the sprint; undefined = not known in this unit. Below 0 = more is planned than fits. */
export function roomIn(pace: Pace): { readonly hours?: number; readonly points?: number } {
  const { capacity, planned = 0, velocity, plannedPoints = 0 } = pace;
  return {
    ...(capacity === undefined ? {} : { hours: capacity - planned }),
    ...(velocity === undefined ? {} : { points: velocity - plannedPoints }),
  };
}
