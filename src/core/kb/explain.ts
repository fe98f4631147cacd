/**
 * Why a rule answers as it does, in facts of the model: what decides it, what it waits for, and the nearest facts that
 * would turn it. The same for threats that are absent: why not.
 */
import type { Answer, Check } from './compile-rule';
import { compileRule } from './compile-rule';
import { FactWriter } from './facts';
import type { Change, Leaf } from './facts';
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

/** Facts to be made otherwise. Their sentences are written for the chosen way only. */
interface Way {
  readonly effort: number;
  readonly leaves: readonly (readonly [Leaf, 'yes' | 'no'])[];
}
const noWay: Way = { effort: Infinity, leaves: [] };
const done: Way = { effort: 0, leaves: [] };

const together = (ways: readonly Way[]): Way => ({
  effort: ways.reduce((sum, way) => sum + way.effort, 0),
  leaves: ways.flatMap(({ leaves }) => leaves),
});
const cheapest = (ways: readonly Way[]): Way =>
  ways.reduce((best, way) => (way.effort < best.effort ? way : best), noWay);

/** A rule with its checks, made once: explaining asks every node. */
interface Node {
  readonly rule: Rule;
  readonly check: Check;
  readonly inner: readonly Node[];
}
/** What a node answers at a scene. */
interface Judged {
  readonly rule: Rule;
  readonly answer: Answer;
  readonly inner: readonly Judged[];
}
const nothing: readonly Judged[] = [];

function nodeOf(rule: Rule): Node {
  const rules =
    rule.kind === 'all' || rule.kind === 'any' ? rule.rules : rule.kind === 'not' ? [rule.rule] : [];
  return { rule, check: compileRule(rule), inner: rules.map(nodeOf) };
}

/** What a node answers, from what its inner ones do: each leaf is asked once. The same logic as compileRule's. */
function joined(kind: 'all' | 'any', inner: readonly Judged[]): Answer {
  const decisive = kind === 'all' ? 'no' : 'yes';
  let answer: Answer = kind === 'all' ? 'yes' : 'no';
  for (const each of inner) {
    if (each.answer === decisive) return decisive;
    if (each.answer === 'unknown') answer = 'unknown';
  }
  return answer;
}

function judge({ rule, check, inner }: Node, scene: Scene): Judged {
  if (rule.kind !== 'all' && rule.kind !== 'any' && rule.kind !== 'not')
    return { rule, answer: check(scene), inner: nothing };
  const judged = inner.map((each) => judge(each, scene));
  return { rule, answer: rule.kind === 'not' ? check(scene) : joined(rule.kind, judged), inner: judged };
}

export class Explainer {
  readonly #facts: FactWriter;
  readonly #nodes = new WeakMap<Rule, Node>();

  constructor(known: KnowledgePackage) {
    this.#facts = new FactWriter(known);
  }

  private node(rule: Rule): Node {
    const there = this.#nodes.get(rule);
    if (there) return there;
    const made = nodeOf(rule);
    this.#nodes.set(rule, made);
    return made;
  }

  /** O(nodes of the rule). */
  explain(rule: Rule, scene: Scene): Explanation {
    const judged = judge(this.node(rule), scene);
    const because: Fact[] = [];
    this.tell(judged, scene, because);
    const to = judged.answer === 'no' ? 'yes' : 'no';
    const way = this.way(judged, scene, to);
    const turns = Number.isFinite(way.effort) && way.leaves.length > 0;
    return {
      answer: judged.answer,
      because: unique(because),
      turn: turns
        ? { to, changes: way.leaves.map(([leaf, wanted]) => this.change(leaf, scene, wanted)) }
        : undefined,
    };
  }

  /** The facts that decide: all that hold for a yes, those that fail for a no, those that are open for an unknown. */
  private tell({ rule, answer, inner }: Judged, scene: Scene, facts: Fact[]): void {
    if (rule.kind !== 'all' && rule.kind !== 'any' && rule.kind !== 'not') {
      facts.push(this.fact(rule, answer, scene));
      return;
    }
    for (const each of inner) {
      if (rule.kind !== 'not' && each.answer !== answer) continue;
      this.tell(each, scene, facts);
      // One that holds is enough for "any": the first says it shortest.
      if (rule.kind === 'any' && answer === 'yes') return;
    }
  }

  private fact(rule: Rule, answer: Answer, scene: Scene): Fact {
    const sentence = this.#facts.sentence(rule, scene, answer);
    if (answer !== 'unknown' || rule.kind !== 'property') return { sentence, answer };
    return { sentence, answer, open: { subject: rule.subject, property: rule.property } };
  }

  private change(leaf: Leaf, scene: Scene, wanted: 'yes' | 'no'): Change {
    return this.#facts.change(leaf, scene, wanted);
  }

  private way({ rule, answer, inner }: Judged, scene: Scene, wanted: 'yes' | 'no'): Way {
    if (answer === wanted) return done;
    switch (rule.kind) {
      case 'not':
        return inner[0] ? this.way(inner[0], scene, wanted === 'yes' ? 'no' : 'yes') : noWay;
      case 'all':
      case 'any': {
        const ways = inner.map((each) => this.way(each, scene, wanted));
        return (rule.kind === 'all') === (wanted === 'yes') ? together(ways) : cheapest(ways);
      }
      case 'always':
        return noWay;
      default:
        return { effort: effort[rule.kind] ?? 5, leaves: [[rule, wanted]] };
    }
  }
}

function unique(facts: readonly Fact[]): readonly Fact[] {
  const [first, second] = facts;
  if (facts.length < 2 || (facts.length === 2 && first?.sentence !== second?.sentence)) return facts;
  return [...new Map(facts.map((fact) => [fact.sentence, fact])).values()];
}
