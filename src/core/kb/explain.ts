/**
 * Why a rule answers as it does, in facts of the model: what decides it, what it waits for, and the nearest facts that
 * would turn it. The same for threats that are absent: why not.
 */
import type { Answer } from './compile-rule';
import { compileRule } from './compile-rule';
import { FactWriter } from './facts';
import type { Change } from './facts';
import type { KnowledgePackage } from './package';
import type { Rule, Subject } from './rule';
import type { Scene } from './scene';

/** One fact that a rule looks at. */
export interface Fact {
  readonly sentence: string;
  readonly answer: Answer;
  /** The property that nobody filled in, where that is why the answer is unknown. */
  readonly open?: { readonly subject: Subject; readonly property: string };
}

/** What would have to be otherwise for the rule to answer the other way: the cheapest way that there is. */
export interface Turn {
  readonly to: 'yes' | 'no';
  readonly changes: readonly Change[];
}

export interface Explanation {
  readonly answer: Answer;
  readonly because: readonly Fact[];
  /** Undefined when nothing in the model could turn it. */
  readonly turn: Turn | undefined;
}

/** How hard it is to make a fact otherwise: a value is filled in, a type means another component. */
const effort: Readonly<Partial<Record<Rule['kind'], number>>> = {
  property: 1,
  carries: 1,
  tagged: 1,
  crosses: 3,
  inside: 3,
  exists: 4,
  is: 6,
};

interface Way {
  readonly effort: number;
  readonly changes: readonly Change[];
}
const noWay: Way = { effort: Infinity, changes: [] };
const done: Way = { effort: 0, changes: [] };

const together = (ways: readonly Way[]): Way => ({
  effort: ways.reduce((sum, way) => sum + way.effort, 0),
  changes: ways.flatMap(({ changes }) => changes),
});
const cheapest = (ways: readonly Way[]): Way =>
  ways.reduce((best, way) => (way.effort < best.effort ? way : best), noWay);

export class Explainer {
  readonly #facts: FactWriter;
  /** Compiled once per node: explaining asks every node of a rule. */
  readonly #checks = new WeakMap<Rule, (scene: Scene) => Answer>();

  constructor(known: KnowledgePackage) {
    this.#facts = new FactWriter(known);
  }

  private answer(rule: Rule, scene: Scene): Answer {
    const there = this.#checks.get(rule);
    if (there) return there(scene);
    const made = compileRule(rule);
    this.#checks.set(rule, made);
    return made(scene);
  }

  /** O(nodes of the rule). */
  explain(rule: Rule, scene: Scene): Explanation {
    const answer = this.answer(rule, scene);
    const because = this.because(rule, scene);
    const to = answer === 'no' ? 'yes' : 'no';
    const way = this.way(rule, scene, to);
    const turns = Number.isFinite(way.effort) && way.changes.length > 0;
    return {
      answer,
      because: unique(because),
      turn: turns ? { to, changes: way.changes } : undefined,
    };
  }

  /** The facts that decide: all that hold for a yes, those that fail for a no, those that are open for an unknown. */
  private because(rule: Rule, scene: Scene): readonly Fact[] {
    if (rule.kind === 'not') return this.because(rule.rule, scene);
    if (rule.kind !== 'all' && rule.kind !== 'any') return [this.fact(rule, scene)];
    const answer = this.answer(rule, scene);
    const decisive = rule.rules.filter((each) => this.answer(each, scene) === answer);
    // One that holds is enough for "any", one that fails for "all": the first says it shortest.
    const enough = rule.kind === 'any' && answer === 'yes' ? decisive.slice(0, 1) : decisive;
    return enough.flatMap((each) => this.because(each, scene));
  }

  private fact(rule: Rule, scene: Scene): Fact {
    const answer = this.answer(rule, scene);
    const sentence = this.#facts.sentence(rule, scene, answer);
    if (answer !== 'unknown' || rule.kind !== 'property') return { sentence, answer };
    return { sentence, answer, open: { subject: rule.subject, property: rule.property } };
  }

  private way(rule: Rule, scene: Scene, wanted: 'yes' | 'no'): Way {
    if (this.answer(rule, scene) === wanted) return done;
    switch (rule.kind) {
      case 'not':
        return this.way(rule.rule, scene, wanted === 'yes' ? 'no' : 'yes');
      case 'all':
      case 'any': {
        const ways = rule.rules.map((each) => this.way(each, scene, wanted));
        return (rule.kind === 'all') === (wanted === 'yes') ? together(ways) : cheapest(ways);
      }
      case 'always':
        return noWay;
      default:
        return { effort: effort[rule.kind] ?? 5, changes: [this.#facts.change(rule, scene, wanted)] };
    }
  }
}

function unique(facts: readonly Fact[]): readonly Fact[] {
  return [...new Map(facts.map((fact) => [fact.sentence, fact])).values()];
}
