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
  readonly leaves: readonly { readonly leaf: Leaf; readonly wanted: 'yes' | 'no' }[];
}
const noWay: Way = { effort: Infinity, leaves: [] };
const done: Way = { effort: 0, leaves: [] };

/** Most of several ways are done already: what is left of them is often one, which is taken as it is. */
function together(ways: readonly Way[]): Way {
  const [first = done, ...more] = ways;
  if (more.length === 0) return first;
  return {
    effort: ways.reduce((sum, way) => sum + way.effort, 0),
    leaves: ways.flatMap(({ leaves }) => leaves),
  };
}

/** A rule with its checks and the ways to turn it, made once: explaining asks every node. */
interface Node {
  readonly rule: Rule;
  readonly check: Check;
  readonly inner: readonly Node[];
  /** Where its answer stands among those of the whole rule. */
  readonly at: number;
  /** To make a leaf answer so; the same everywhere. */
  readonly ways: Readonly<Record<'yes' | 'no', Way>>;
}

/** What each node of a rule answers at one scene, by its place. */
type Answers = Answer[];

function leafWay(rule: Rule, wanted: 'yes' | 'no'): Way {
  if (rule.kind === 'all' || rule.kind === 'any' || rule.kind === 'not' || rule.kind === 'always')
    return noWay;
  return { effort: effort[rule.kind] ?? 5, leaves: [{ leaf: rule, wanted }] };
}

function nodeOf(rule: Rule, count: { nodes: number }): Node {
  const at = count.nodes;
  count.nodes += 1;
  const rules =
    rule.kind === 'all' || rule.kind === 'any' ? rule.rules : rule.kind === 'not' ? [rule.rule] : [];
  return {
    rule,
    check: compileRule(rule),
    inner: rules.map((each) => nodeOf(each, count)),
    at,
    ways: { yes: leafWay(rule, 'yes'), no: leafWay(rule, 'no') },
  };
}

/** What a node answers, from what its inner ones do: each leaf is asked once. The same logic as compileRule's. */
function joined(kind: 'all' | 'any', inner: readonly Node[], answers: Answers): Answer {
  const decisive = kind === 'all' ? 'no' : 'yes';
  let answer: Answer = kind === 'all' ? 'yes' : 'no';
  for (const { at } of inner) {
    if (answers[at] === decisive) return decisive;
    if (answers[at] === 'unknown') answer = 'unknown';
  }
  return answer;
}

function judge({ rule, check, inner, at }: Node, scene: Scene, answers: Answers): Answer {
  for (const each of inner) judge(each, scene, answers);
  const answer =
    rule.kind === 'all' || rule.kind === 'any' ? joined(rule.kind, inner, answers) : check(scene);
  answers[at] = answer;
  return answer;
}

export class Explainer {
  readonly #facts: FactWriter;
  readonly #nodes = new WeakMap<Rule, Node>();
  /** Of the rule that is being explained; written anew for each, so one list serves all. */
  readonly #answers: Answers = [];

  constructor(known: KnowledgePackage) {
    this.#facts = new FactWriter(known);
  }

  private node(rule: Rule): Node {
    const there = this.#nodes.get(rule);
    if (there) return there;
    const made = nodeOf(rule, { nodes: 0 });
    this.#nodes.set(rule, made);
    return made;
  }

  /** O(nodes of the rule). */
  explain(rule: Rule, scene: Scene): Explanation {
    const node = this.node(rule);
    const answers = this.#answers;
    const answer = judge(node, scene, answers);
    const because: Fact[] = [];
    this.tell(node, scene, answers, because);
    const to = answer === 'no' ? 'yes' : 'no';
    const way = wayTo(node, answers, to);
    const turns = Number.isFinite(way.effort) && way.leaves.length > 0;
    return {
      answer,
      because: unique(because),
      turn: turns
        ? { to, changes: way.leaves.map(({ leaf, wanted }) => this.#facts.change(leaf, scene, wanted)) }
        : undefined,
    };
  }

  /** The facts that decide: all that hold for a yes, those that fail for a no, those that are open for an unknown. */
  private tell({ rule, inner, at }: Node, scene: Scene, answers: Answers, facts: Fact[]): void {
    const answer = answers[at];
    if (answer === undefined) return;
    if (rule.kind !== 'all' && rule.kind !== 'any' && rule.kind !== 'not') {
      facts.push(this.fact(rule, answer, scene));
      return;
    }
    for (const each of inner) {
      if (rule.kind !== 'not' && answers[each.at] !== answer) continue;
      this.tell(each, scene, answers, facts);
      // One that holds is enough for "any": the first says it shortest.
      if (rule.kind === 'any' && answer === 'yes') return;
    }
  }

  private fact(rule: Rule, answer: Answer, scene: Scene): Fact {
    const sentence = this.#facts.sentence(rule, scene, answer);
    if (answer !== 'unknown' || rule.kind !== 'property') return { sentence, answer };
    return { sentence, answer, open: { subject: rule.subject, property: rule.property } };
  }
}

/** The cheapest way for the node to answer as wanted. */
function wayTo({ rule, inner, at, ways }: Node, answers: Answers, wanted: 'yes' | 'no'): Way {
  if (answers[at] === wanted) return done;
  if (rule.kind === 'not')
    return inner[0] ? wayTo(inner[0], answers, wanted === 'yes' ? 'no' : 'yes') : noWay;
  if (rule.kind !== 'all' && rule.kind !== 'any') return ways[wanted];
  if ((rule.kind === 'all') === (wanted === 'yes'))
    return together(inner.map((each) => wayTo(each, answers, wanted)).filter((way) => way !== done));
  let cheapest = noWay;
  for (const each of inner) {
    const way = wayTo(each, answers, wanted);
    if (way.effort < cheapest.effort) cheapest = way;
  }
  return cheapest;
}

/** Most rules decide by few facts: looking back is cheaper than a table. */
const few = 8;

/** A fact that two parts of a rule tell stands once. */
function unique(facts: readonly Fact[]): readonly Fact[] {
  const isTold = ({ sentence }: Fact, at: number): boolean =>
    facts.findIndex((each) => each.sentence === sentence) < at;
  if (facts.length <= few && !facts.some(isTold)) return facts;
  return [...new Map(facts.map((fact) => [fact.sentence, fact])).values()];
}
