/**
 * A growing list of distinct fingerprints with a number beside each, in the order in which they came. A million of them
 * take about 30 MB: a Map of texts would take several times that.
 */

/** Numbers of 48 bits, which a double holds exactly. */
export class Fingerprints {
  private prints = new Float64Array(64);
  private numbers = new Int32Array(64);
  /** Open addressing: 0 is free, anything else the place of a fingerprint and one. A power of two of them. */
  private slots = new Int32Array(128);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Adds one with its number; false when it is held already, which leaves it as it is. */
  add(print: number, number = 0): boolean {
    const slot = this.slotOf(print);
    if (this.slots[slot] !== 0) return false;
    if (this.count === this.prints.length) this.widen();
    this.prints[this.count] = print;
    this.numbers[this.count] = number;
    this.count += 1;
    this.slots[slot] = this.count;
    // At three quarters full, a search still ends after a few steps.
    if (this.count * 4 > this.slots.length * 3) this.spread();
    return true;
  }

  has(print: number): boolean {
    return this.slots[this.slotOf(print)] !== 0;
  }

  /** All of them, in the order in which they came. */
  *entries(): Generator<readonly [print: number, number: number]> {
    for (let place = 0; place < this.count; place += 1)
      yield [this.prints[place] ?? 0, this.numbers[place] ?? 0];
  }

  /** Where it stands, or the free slot where it would. */
  private slotOf(print: number): number {
    const mask = this.slots.length - 1;
    // Fibonacci hashing of both halves, so that neighbours in number do not become neighbours in the table.
    let slot = (Math.imul(print ^ (print / 0x1_0000_0000), 0x9e3779b1) >>> 7) & mask;
    for (;;) {
      const place = this.slots[slot] ?? 0;
      if (place === 0 || this.prints[place - 1] === print) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private widen(): void {
    const prints = new Float64Array(this.prints.length * 2);
    prints.set(this.prints);
    this.prints = prints;
    const numbers = new Int32Array(this.numbers.length * 2);
    numbers.set(this.numbers);
    this.numbers = numbers;
  }

  private spread(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    for (let place = 0; place < this.count; place += 1)
      this.slots[this.slotOf(this.prints[place] ?? 0)] = place + 1;
  }
}
