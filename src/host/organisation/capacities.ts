/** How much of each person's time a sprint has, and the days off of everybody. */
import type { Team } from './types';
import { kind, type Reader, type Transaction } from '../store/store';

/** ISO days at midnight UTC, both included. */
export interface DateRange {
  readonly start: string;
  readonly end: string;
}

export interface MemberCapacity {
  readonly memberId: string;
  /** Hours a day, by activity. */
  readonly activities: readonly { readonly name: string; readonly capacityPerDay: number }[];
  readonly daysOff: readonly DateRange[];
}

export interface SprintCapacity {
  readonly members: readonly MemberCapacity[];
  readonly teamDaysOff: readonly DateRange[];
}

const capacities = kind<SprintCapacity>('capacity');
const NONE: SprintCapacity = { members: [], teamDaysOff: [] };

/** @param iteration the GUID of the sprint. */
export function capacityOf(reader: Reader, team: Team, iteration: string): SprintCapacity {
  return reader.get(capacities, `${team.id}/${iteration}`) ?? NONE;
}

export function keepCapacity(tx: Transaction, team: Team, iteration: string, capacity: SprintCapacity): void {
  tx.put(capacities, `${team.id}/${iteration}`, capacity);
}

const DAY = 86_400_000;

export function daysIn(ranges: readonly DateRange[]): number {
  return ranges.reduce(
    (sum, range) => sum + Math.round((Date.parse(range.end) - Date.parse(range.start)) / DAY) + 1,
    0,
  );
}
