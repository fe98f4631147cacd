/** Which clauses of a story are nobody's reason, where some of its links name no clause. */

/**
 * A threat that is linked to a story as a whole answers for one clause, since nobody said for which: as many clauses as
 * there are such threats have one, in the order in which they stand. What was written beyond them is new to the model,
 * and has to be seen. `whole` = how many threats are linked to the story and name no clause of it.
 */
export function clausesWithoutThreat<Found>(
  clauses: readonly Found[],
  { isNamed, whole }: { readonly isNamed: (clause: Found) => boolean; readonly whole: number },
): readonly Found[] {
  return clauses.filter((clause) => !isNamed(clause)).slice(whole);
}
