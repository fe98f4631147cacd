/** Keeps the points of every threat while mitigations are chosen and taken back: the one place that counts them. */
import type { BudgetProblem, Piece } from './problem';

export class Ledger {
  readonly #points: Float64Array;
  /** The strongest share chosen so far, by slot. */
  readonly #best: Float64Array;
  /** What choices changed, four numbers each (threat, its points, slot, its best share), the last one last. */
  readonly #journal: number[] = [];
  /** Of each choice, where its part of the journal begins and the total before it: sums are restored, never re-added. */
  readonly #marks: number[] = [];
  /** Sum of the points of all threats. */
  total: number;

  constructor({ threats }: BudgetProblem, slots: number) {
    this.#points = Float64Array.from(threats);
    this.#best = new Float64Array(slots);
    this.total = threats.reduce((sum, points) => sum + points, 0);
  }

  /** Points that choosing the piece would take away now, whether or not what it requires is chosen. */
  gain({ effects }: Pick<Piece, 'effects'>): number {
    let gain = 0;
    for (const { threat, share, slot } of effects) {
      const best = this.#best[slot] ?? 0;
      if (share > best) gain += (this.#points[threat] ?? 0) * (1 - (1 - share) / (1 - best));
    }
    return gain;
  }

  /** What `gain` is made of: points by the place of the threat, each above 0. */
  gains({ effects }: Pick<Piece, 'effects'>): ReadonlyMap<number, number> {
    const gains = new Map<number, number>();
    for (const effect of effects) {
      const gain = this.gain({ effects: [effect] });
      if (gain > 0) gains.set(effect.threat, gain);
    }
    return gains;
  }

  choose({ effects }: Piece): void {
    this.#marks.push(this.#journal.length, this.total);
    // Indexed on purpose: this runs millions of times.
    for (let at = 0; at < effects.length; at += 1) {
      const effect = effects[at];
      if (!effect) continue;
      const { threat, share, slot } = effect;
      const best = this.#best[slot] ?? 0;
      if (share <= best) continue;
      const points = this.#points[threat] ?? 0;
      const left = points * ((1 - share) / (1 - best));
      this.#journal.push(threat, points, slot, best);
      this.#points[threat] = left;
      this.#best[slot] = share;
      this.total += left - points;
    }
  }

  /** Takes back the last choice. */
  undo(): void {
    this.total = this.#marks.pop() ?? this.total;
    const start = this.#marks.pop() ?? 0;
    for (let at = this.#journal.length - 4; at >= start; at -= 4) {
      this.#points[this.#journal[at] ?? 0] = this.#journal[at + 1] ?? 0;
      this.#best[this.#journal[at + 2] ?? 0] = this.#journal[at + 3] ?? 0;
    }
    this.#journal.length = start;
  }
}
