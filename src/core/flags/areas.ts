/** The areas of the teams that have flags switched on: nothing outside of them is touched. */
import { liesWithin } from '../alignment/scope';

export interface TeamArea {
  readonly path: string;
  /** Does the team own what lies below it, too? */
  readonly below: 'included' | 'left-out';
}

export function liesInAreas(areaPath: string, areas: readonly TeamArea[]): boolean {
  return areas.some(({ path, below }) =>
    below === 'included' ? liesWithin(areaPath, path) : areaPath.toLowerCase() === path.toLowerCase(),
  );
}
