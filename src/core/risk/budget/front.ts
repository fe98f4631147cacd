/** Fronts: for every effort the fewest points that can be left. Cheaper first; every further point leaves less. */

/** Which candidates a point stands for, without copying lists: a list, or two choices together. */
export type Choice =
  | { readonly kind: 'places'; readonly places: readonly number[] }
  | { readonly kind: 'both'; readonly one: Choice; readonly other: Choice };

export interface FrontPoint {
  readonly quarters: number;
  /** Points of risk that are left in the threats that the front speaks of. */
  readonly left: number;
  readonly choice: Choice;
}
export type Front = readonly FrontPoint[];

/** The places of a choice, in order. */
export function placesOf(choice: Choice): readonly number[] {
  const places: number[] = [];
  const open: Choice[] = [choice];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.kind === 'places') places.push(...next.places);
    else open.push(next.one, next.other);
  }
  return places.sort((a, b) => a - b);
}

/** Two leftovers closer than this are one: sums of floating points differ in the last digits. */
const tiny = 1e-9;

/** Keeps the points that no cheaper or equal one beats. */
export function frontOf(points: Iterable<FrontPoint>): Front {
  const sorted = [...points].sort((a, b) => a.quarters - b.quarters || a.left - b.left);
  const front: FrontPoint[] = [];
  let least = Infinity;
  for (const point of sorted) {
    if (point.left >= least - tiny) continue;
    front.push(point);
    least = point.left;
  }
  return front;
}

/** All sums of a point of the one and a point of the other, as a front; above `limit` quarters nothing is kept. */
export function addFronts(one: Front, other: Front, limit: number): Front {
  const best = new Map<number, { left: number; a: FrontPoint; b: FrontPoint }>();
  for (const a of one)
    for (const b of other) {
      const quarters = a.quarters + b.quarters;
      if (quarters > limit) break;
      const left = a.left + b.left;
      const known = best.get(quarters);
      if (!known || left < known.left) best.set(quarters, { left, a, b });
    }
  return frontOf(
    [...best].map(([quarters, { left, a, b }]) => ({
      quarters,
      left,
      choice: { kind: 'both', one: a.choice, other: b.choice },
    })),
  );
}
