/** What a package covers: for each kind of thing which STRIDE categories can strike there, and rules that never can. */
import type { StrideCategory } from '../model/threat';
import { strideCategories } from '../model/threat';
import type { Answer } from './compile-rule';
import { compileRule } from './compile-rule';
import { wholeRule } from './engine';
import type { Anchor, EntityType, KnowledgePackage, KnowledgeThreat } from './package';
import type { Rule, Subject } from './rule';
import type { FlowScene, Scene, Thing } from './scene';

export interface TypeCoverage {
  readonly type: string;
  readonly name: string;
  /** Threats that can strike at such a thing, or at a flow from or to it. */
  readonly threats: Readonly<Record<StrideCategory, number>>;
  readonly total: number;
}
export interface Coverage {
  readonly types: readonly TypeCoverage[];
  /** Threats whose rule can hold nowhere, whatever a model says. */
  readonly dead: readonly KnowledgeThreat[];
}

/** A property that nobody has: asking for it leaves a rule open, as a model may say anything there. */
const open: Rule = {
  kind: 'property',
  subject: 'model',
  property: '',
  test: { kind: 'equals', value: '' },
  ifUnknown: 'ask',
};

const subjectsAt: Readonly<Record<Anchor, readonly Subject[]>> = {
  element: ['element'],
  boundary: ['element'],
  flow: ['flow', 'source', 'target'],
  model: [],
};

/** The rule with everything left open that depends on what a model says; what depends on kinds of things stays. */
function onlyKinds(rule: Rule, subjects: readonly Subject[]): Rule {
  const inner = (each: Rule) => onlyKinds(each, subjects);
  switch (rule.kind) {
    case 'all':
    case 'any':
      return { kind: rule.kind, rules: rule.rules.map(inner) };
    case 'not':
      return { kind: 'not', rule: inner(rule.rule) };
    case 'is':
      // Nobody else stands at such a place: a rule that asks for one cannot hold.
      return subjects.includes(rule.subject) ? rule : { kind: 'always', value: false };
    case 'always':
      return rule;
    default:
      return open;
  }
}

function thing({ id, lineage }: EntityType): Thing {
  return { type: id, types: new Set(lineage), value: () => undefined, flows: () => [] };
}

interface Kinds {
  readonly elements: readonly EntityType[];
  readonly flows: readonly EntityType[];
  readonly boundaries: readonly EntityType[];
}

function kindsOf({ entityTypes }: KnowledgePackage): Kinds {
  const of = (...bases: readonly string[]) => entityTypes.filter(({ base }) => bases.includes(base));
  return {
    elements: of('external-interactor', 'process', 'data-store'),
    flows: of('data-flow'),
    boundaries: of('trust-boundary'),
  };
}

const can = (answer: Answer): boolean => answer !== 'no';

/** Scenes of flows of every kind at the element, to and from every other. */
function* flowScenes(
  at: Thing,
  things: ReadonlyMap<string, Thing>,
  flows: readonly Thing[],
): Generator<FlowScene> {
  for (const other of things.values())
    for (const flow of flows) {
      yield { flow, source: at, target: other };
      yield { flow, source: other, target: at };
    }
}

/** A rule asks for few kinds: those that it names, and one of each root, stand for all others. */
function namedTypes(rule: Rule, into: Set<string>): void {
  if (rule.kind === 'all' || rule.kind === 'any') rule.rules.forEach((each) => namedTypes(each, into));
  else if (rule.kind === 'not') namedTypes(rule.rule, into);
  else if (rule.kind === 'is') rule.types.forEach((each) => into.add(each));
}

function strikes(threat: KnowledgeThreat, kinds: Kinds, at: readonly EntityType[]): ReadonlySet<string> {
  const rule = onlyKinds(wholeRule(threat), subjectsAt[threat.anchor]);
  const check = compileRule(rule);
  const holds = (scene: Scene) => can(check(scene));
  if (threat.anchor === 'model') return new Set(holds({ model: undefined }) ? ['model'] : []);
  if (threat.anchor === 'boundary')
    return new Set(kinds.boundaries.filter((type) => holds({ element: thing(type) })).map(({ id }) => id));
  if (threat.anchor === 'element')
    return new Set(at.filter((type) => holds({ element: thing(type) })).map(({ id }) => id));
  const named = new Set<string>();
  namedTypes(rule, named);
  const relevant = (types: readonly EntityType[]) =>
    types.filter(({ id, base, lineage }) => id === base || lineage.length === 1 || named.has(id));
  const others = new Map(relevant(kinds.elements).map((type) => [type.id, thing(type)]));
  const flows = relevant(kinds.flows).map(thing);
  const found = at.filter((type) => {
    for (const scene of flowScenes(thing(type), others, flows)) if (holds({ ...scene })) return true;
    return false;
  });
  return new Set(found.map(({ id }) => id));
}

/** O(threats x kinds x kinds that a rule names). */
export function coverageOf(known: KnowledgePackage): Coverage {
  const kinds = kindsOf(known);
  const hit = new Map(known.threats.map((threat) => [threat, strikes(threat, kinds, kinds.elements)]));
  const types = kinds.elements.map(({ id, name }): TypeCoverage => {
    const here = known.threats.filter((threat) => hit.get(threat)?.has(id));
    const count = (category: StrideCategory) => here.filter(({ stride }) => stride.includes(category)).length;
    const threats = Object.fromEntries(
      strideCategories.map((each) => [each, count(each)]),
    ) as TypeCoverage['threats'];
    return { type: id, name, threats, total: here.length };
  });
  return { types, dead: known.threats.filter((threat) => hit.get(threat)?.size === 0) };
}
