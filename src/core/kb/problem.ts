/** What is wrong with a knowledge package, and where: collected while reading, so that an author sees all at once. */

export interface Problem {
  /** Path inside the package, e.g. `threats[2].when.all[0]`. */
  readonly place: string;
  readonly sentence: string;
}

/** More than this nobody reads in one go; the first ones are enough to refuse. */
const most = 50;

export class ProblemList {
  readonly #found: Problem[] = [];

  add(place: string, sentence: string): void {
    if (this.#found.length < most) this.#found.push({ place, sentence });
  }

  get found(): readonly Problem[] {
    return this.#found;
  }
}
