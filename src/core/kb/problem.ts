/** What is wrong with a knowledge package, and where: collected while reading, so that an author sees all at once. */

export interface Problem {
  /** Path inside the package, e.g. `threats[2].when.all[0]`. */
  readonly place: string;
  readonly sentence: string;
}

/** More than this nobody reads in one go; the first ones are enough to refuse. */
const most = 50;
/** Characters of a place: of a rule that is nested too deep the first steps say where to look. */
const longestPlace = 80;

export class ProblemList {
  readonly #found: Problem[] = [];

  add(place: string, sentence: string): void {
    if (this.#found.length >= most) return;
    const short = place.length > longestPlace ? `${place.slice(0, longestPlace)}…` : place;
    this.#found.push({ place: short, sentence });
  }

  get found(): readonly Problem[] {
    return this.#found;
  }
}
