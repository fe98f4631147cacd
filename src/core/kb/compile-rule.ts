/** Makes a rule into a function of a scene. Total and terminating; what a model does not say stays unknown. */
import type { IfUnknown, PropertyTest, Rule } from './rule';
import type { Crossing, FlowScene, Scene, Thing } from './scene';

/** `unknown` = tentative: the rule would decide, if somebody said more about the model. */
export type Answer = 'yes' | 'no' | 'unknown';
export type Check = (scene: Scene) => Answer;

const answer = (holds: boolean): Answer => (holds ? 'yes' : 'no');
const opposite: Readonly<Record<Answer, Answer>> = { yes: 'no', no: 'yes', unknown: 'unknown' };
const whenUnknown: Readonly<Record<IfUnknown, Answer>> = { match: 'yes', 'no-match': 'no', ask: 'unknown' };

/** Kleene's logic: one certain `decisive` answer decides, else an unknown keeps it open. */
function joined(checks: readonly Check[], decisive: Answer): Check {
  return (scene) => {
    let open = false;
    for (const check of checks) {
      const each = check(scene);
      if (each === decisive) return decisive;
      if (each === 'unknown') open = true;
    }
    return open ? 'unknown' : opposite[decisive];
  };
}

/** Undefined: the text is not a number, so the comparison decides nothing. */
function compared(text: string, holds: (value: number) => boolean): boolean | undefined {
  const value = Number(text);
  return text.trim() === '' || Number.isNaN(value) ? undefined : holds(value);
}

/** Undefined: the value decides nothing. */
export function holdsFor(test: Exclude<PropertyTest, { kind: 'known' }>, value: string): boolean | undefined {
  switch (test.kind) {
    case 'equals':
      return value === test.value;
    case 'differs':
      return value !== test.value;
    case 'one-of':
      return test.values.includes(value);
    case 'contains':
      return value.includes(test.value);
    case 'above':
      return compared(value, (number) => number > test.limit);
    case 'below':
      return compared(value, (number) => number < test.limit);
  }
}

function compileProperty(rule: Extract<Rule, { kind: 'property' }>): Check {
  const { subject, property, test, ifUnknown } = rule;
  return (scene) => {
    const value = scene[subject]?.value(property);
    if (test.kind === 'known') return answer((value !== undefined) === test.expected);
    const holds = value === undefined ? undefined : holdsFor(test, value);
    return holds === undefined ? whenUnknown[ifUnknown] : answer(holds);
  };
}

function compileIs(rule: Extract<Rule, { kind: 'is' }>): Check {
  const { subject, types, exact } = rule;
  return (scene) => {
    const thing = scene[subject];
    // An end that is not connected could be anything.
    if (!thing) return 'unknown';
    if (exact) return answer(types.includes(thing.type));
    // Asked more often than anything else.
    for (const type of types) if (thing.types.has(type)) return 'yes';
    return 'no';
  };
}

/** Counts with three values: enough certain ones are a yes; a no only when the undecided ones could not help. */
function compileExists(rule: Extract<Rule, { kind: 'exists' }>): Check {
  const where = rule.where ? compileRule(rule.where) : () => 'yes' as const;
  const wanted = (at: Thing, { source, target }: FlowScene) =>
    rule.flows === 'flow' || (rule.flows === 'incoming' ? target === at : source === at);
  return (scene) => {
    const at = scene[rule.subject];
    if (!at) return 'unknown';
    const answers = at
      .flows()
      .filter((each) => wanted(at, each))
      .map((each) => where({ element: at, ...each, peer: each.source === at ? each.target : each.source }));
    const sure = answers.filter((each) => each === 'yes').length;
    const open = answers.filter((each) => each === 'unknown').length;
    return counted(sure, open, rule.min);
  };
}

/** Certain hits count; uncertain ones leave the answer open when they could still reach `min`. */
function counted(sure: number, open: number, min: number): Answer {
  if (sure >= min) return 'yes';
  return sure + open >= min ? 'unknown' : 'no';
}

function compileCrosses({ types, direction, min }: Extract<Rule, { kind: 'crosses' }>): Check {
  const wanted = ({ boundary }: Crossing) =>
    types === 'any' || types.some((type) => boundary.types.has(type));
  return ({ flow }) => {
    const crossings = flow?.crossings?.();
    if (!crossings) return 'unknown';
    let [sure, open] = [0, 0];
    for (const crossing of crossings) {
      if (!wanted(crossing)) continue;
      if (direction === 'any' || crossing.direction === direction) sure += 1;
      else if (crossing.direction === 'unknown') open += 1;
    }
    return counted(sure, open, min);
  };
}

function compileInside({ subject, types }: Extract<Rule, { kind: 'inside' }>): Check {
  return (scene) => {
    const boxes = scene[subject]?.inside?.();
    if (!boxes) return 'unknown';
    return answer(boxes.some((box) => types.some((type) => box.types.has(type))));
  };
}

function compileCarries({ subject, classifications }: Extract<Rule, { kind: 'carries' }>): Check {
  const wanted = classifications.map((each) => each.toLowerCase());
  return (scene) => {
    const data = scene[subject]?.data?.();
    return data ? answer(wanted.some((each) => data.has(each))) : 'unknown';
  };
}

function compileTagged({ subject, tags }: Extract<Rule, { kind: 'tagged' }>): Check {
  const wanted = tags.map((each) => each.toLowerCase());
  return (scene) => {
    const thing = scene[subject];
    return thing ? answer(wanted.some((each) => thing.tags?.().has(each) === true)) : 'unknown';
  };
}

/** The check for a rule. Rules come from readRule, so their depth is bounded. */
export function compileRule(rule: Rule): Check {
  switch (rule.kind) {
    case 'all':
      return joined(rule.rules.map(compileRule), 'no');
    case 'any':
      return joined(rule.rules.map(compileRule), 'yes');
    case 'not': {
      const check = compileRule(rule.rule);
      return (scene) => opposite[check(scene)];
    }
    case 'is':
      return compileIs(rule);
    case 'property':
      return compileProperty(rule);
    case 'exists':
      return compileExists(rule);
    case 'always':
      return () => answer(rule.value);
    case 'crosses':
      return compileCrosses(rule);
    case 'inside':
      return compileInside(rule);
    case 'carries':
      return compileCarries(rule);
    case 'tagged':
      return compileTagged(rule);
  }
}
