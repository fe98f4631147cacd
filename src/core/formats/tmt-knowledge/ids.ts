/** Ids of a package made from foreign ones: lower case, plain characters, each once. */
export class Ids {
  readonly #used: Set<string>;

  constructor(used: Iterable<string> = []) {
    this.#used = new Set(used);
  }

  /** The foreign id as a package may have it; a number follows when it is taken. */
  make(foreign: string): string {
    const plain = foreign
      .toLowerCase()
      .slice(0, 80)
      .replace(/[^a-z0-9._-]+/g, '-')
      .replace(/^[^a-z0-9]+|-+$/g, '');
    const base = plain.length > 1 ? plain : `x-${plain || 'unnamed'}`;
    let id = base;
    for (let n = 2; this.#used.has(id); n += 1) id = `${base}-${n}`;
    this.#used.add(id);
    return id;
  }
}
