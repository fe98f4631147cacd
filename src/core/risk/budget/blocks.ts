/** Parts of a problem that have nothing to do with one another: what is best in one does not depend on the others. */
import { Groups } from './problem';
import type { BudgetProblem, Piece } from './problem';

export interface Block {
  readonly pieces: readonly Piece[];
  /** Places of the threats that its pieces treat. */
  readonly threats: readonly number[];
}

/** Blocks by shared threats and requirements (alternatives share their threats, or do not meet). */
export function blocksOf(problem: BudgetProblem, pieces: readonly Piece[]): readonly Block[] {
  const groups = new Groups(pieces.length);
  const firstAt = new Map<number, number>();
  for (const { place, effects, requires } of pieces) {
    for (const { threat } of effects) {
      groups.join(place, firstAt.get(threat) ?? place);
      firstAt.set(threat, place);
    }
    for (const required of requires) groups.join(place, required);
  }
  const members = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const root = groups.find(piece.place);
    const own = members.get(root);
    if (own) own.push(piece);
    else members.set(root, [piece]);
  }
  return [...members.values()].map((own) => ({
    pieces: own,
    threats: [...new Set(own.flatMap(({ effects }) => effects.map(({ threat }) => threat)))].filter(
      (threat) => threat < problem.threats.length,
    ),
  }));
}
