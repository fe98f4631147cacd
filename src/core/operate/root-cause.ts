/** The answer to an alert: what in the model it is about, what is reached from there, what should have helped, what now. */
import type { Element, Flow } from '../model/diagram-parts';
import type { SecurityEvent } from '../model/event';
import type { ElementId, FlowId } from '../model/ids';
import type { Mitigation } from '../model/mitigation';
import type { Model } from '../model/model';
import type { ModelIndex } from '../model/model-index';
import { placeName } from '../model/model-index';
import type { Place, Threat } from '../model/threat';
import type { Assessment, Factor } from '../risk/assess';
import type { WorkItemState } from '../risk/effective-status';
import type { SeverityName } from '../risk/severity';
import type { AlertMatch } from './alerts/resolve-alert';

/** What is known of a work item. */
export interface ItemFacts extends WorkItemState {
  readonly title: string;
  readonly state: string;
  readonly iterationPath: string;
}

export type Help = 'implemented' | 'planned' | 'missing' | 'ruled-out';

export interface CauseMitigation {
  readonly mitigation: Mitigation;
  readonly help: Help;
  readonly tasks: readonly number[];
  /** Iteration paths of its Tasks, each once. */
  readonly sprints: readonly string[];
  /** Threats of this cause that it treats. */
  readonly treats: readonly Threat[];
}

export interface CauseThreat {
  readonly threat: Threat;
  readonly place: string;
  readonly severity: SeverityName | undefined;
  readonly current: SeverityName | undefined;
}

/** A data flow that is reached, and over how many others: 0 = where it strikes. */
export interface Reached {
  readonly flow: Flow;
  readonly steps: number;
}

export interface CauseStory {
  readonly story: number;
  readonly sprint: string | undefined;
}

/** What to do first, in order: `text` of a `respond` is the event's own. */
export type FirstStep =
  | { readonly kind: 'respond'; readonly text: string }
  | {
      readonly kind: 'check' | 'speed-up' | 'decide';
      readonly mitigation: Mitigation;
      readonly task: number | undefined;
    }
  | { readonly kind: 'watch'; readonly threat: Threat };

export interface RootCause {
  readonly event: SecurityEvent | undefined;
  readonly threats: readonly CauseThreat[];
  /** Where it strikes, then what is reached, in the order in which it is reached. */
  readonly elements: readonly Element[];
  readonly reach: readonly Reached[];
  readonly mitigations: readonly CauseMitigation[];
  readonly stories: readonly CauseStory[];
  readonly first: readonly FirstStep[];
}

export interface CauseInput {
  readonly model: Model;
  readonly index: ModelIndex;
  readonly assessment: Assessment;
  readonly items: ReadonlyMap<number, ItemFacts>;
}

/** Over more flows than this, everything is reached from everywhere. */
const farthest = 6;
const mostFlows = 300;

function startsOf(model: Model, places: readonly Place[]) {
  const elements = new Set<ElementId>();
  const flows = new Set<FlowId>();
  for (const place of places) {
    if (place.kind === 'element') elements.add(place.id);
    if (place.kind === 'flow') flows.add(place.id);
  }
  return {
    elements: [...elements].flatMap((id) => model.element.get(id) ?? []),
    flows: [...flows].flatMap((id) => model.flow.get(id) ?? []),
  };
}

/**
 * The blast radius: flows from and to the elements where it strikes (whoever holds an element reads what comes in and
 * writes what goes out), then onward along the direction of the flows. Breadth first, each flow once.
 */
export function reachedFrom(model: Model, places: readonly Place[]): Pick<RootCause, 'elements' | 'reach'> {
  const starts = startsOf(model, places);
  const steps = new Map<Flow, number>(starts.flows.map((flow) => [flow, 0]));
  const seen = new Set<ElementId>(starts.elements.map(({ id }) => id));
  let edge = new Set<ElementId>(seen);
  const enter = (id: ElementId | null) => {
    if (id === null || seen.has(id)) return;
    seen.add(id);
    edge.add(id);
  };
  for (const flow of starts.flows) enter(flow.target);
  for (let step = 1; step <= farthest && edge.size > 0; step += 1) {
    const from = edge;
    edge = new Set();
    for (const flow of model.flow.values()) {
      if (steps.size >= mostFlows) break;
      const isOut = flow.source !== null && from.has(flow.source);
      const isIn = step === 1 && flow.target !== null && starts.elements.some(({ id }) => id === flow.target);
      if (!isOut && !isIn) continue;
      if (!steps.has(flow)) steps.set(flow, step);
      if (isOut) enter(flow.target);
    }
  }
  return {
    elements: [...seen].flatMap((id) => model.element.get(id) ?? []),
    reach: [...steps]
      .map(([flow, distance]) => ({ flow, steps: distance }))
      .sort((a, b) => a.steps - b.steps),
  };
}

function helpOf({ effective, effect }: Factor): Help {
  const { kind } = effective.status;
  if (kind === 'rejected' || kind === 'not-applicable') return 'ruled-out';
  return effect === 'now' ? 'implemented' : effect === 'planned' ? 'planned' : 'missing';
}

const helps: readonly Help[] = ['implemented', 'planned', 'missing', 'ruled-out'];
/** A mitigation that helps at one place and is missing at another counts by the worse one: that is where it failed. */
const worse = (a: Help, b: Help): Help => {
  if (a === 'ruled-out') return b;
  if (b === 'ruled-out') return a;
  return helps.indexOf(a) > helps.indexOf(b) ? a : b;
};

function mitigationsOf({ index, assessment, items }: CauseInput, threats: readonly Threat[]) {
  const found = new Map<Mitigation, { help: Help; readonly treats: Threat[]; share: number }>();
  for (const threat of threats) {
    for (const factor of assessment.threats.get(threat.id)?.factors ?? []) {
      const help = helpOf(factor);
      const before = found.get(factor.mitigation);
      if (!before) found.set(factor.mitigation, { help, treats: [threat], share: factor.share });
      else {
        before.help = worse(before.help, help);
        before.treats.push(threat);
        before.share = Math.max(before.share, factor.share);
      }
    }
  }
  return [...found]
    .sort(([, a], [, b]) => helps.indexOf(a.help) - helps.indexOf(b.help) || b.share - a.share)
    .map(([mitigation, { help, treats }]): CauseMitigation => {
      const tasks = index.realisationsOfMitigation(mitigation.id).flatMap(({ workItem }) => workItem ?? []);
      const sprints = [...new Set(tasks.flatMap((id) => items.get(id)?.iterationPath ?? []))];
      return { mitigation, help, tasks, sprints, treats };
    });
}

const firstKinds = { implemented: 'check', planned: 'speed-up', missing: 'decide' } as const;

/** The event's own steps; then what was relied on; then what is under way; then what nobody has decided. */
function firstSteps(match: AlertMatch, mitigations: readonly CauseMitigation[]): readonly FirstStep[] {
  const responses = (match.event?.firstResponse ?? []).map((text): FirstStep => ({ kind: 'respond', text }));
  const rest = mitigations.flatMap(({ mitigation, help, tasks: [task] }): FirstStep | [] =>
    help === 'ruled-out' ? [] : { kind: firstKinds[help], mitigation, task },
  );
  const unwatched = match.event ? [] : match.threats.map((threat): FirstStep => ({ kind: 'watch', threat }));
  return [...responses, ...rest, ...unwatched];
}

/** What the model knows about a match. The same input gives the same answer. */
export function rootCauseOf(input: CauseInput, match: AlertMatch): RootCause {
  const { model, index, assessment, items } = input;
  const mitigations = mitigationsOf(input, match.threats);
  const stories = new Set(
    match.threats.flatMap(({ id }) => index.linksOfThreat(id).map(({ story }) => story)),
  );
  return {
    event: match.event,
    threats: match.threats.map((threat) => {
      const risk = assessment.threats.get(threat.id);
      return {
        threat,
        place: placeName(model, threat.place),
        severity: risk?.severity,
        current: risk?.currentName,
      };
    }),
    ...reachedFrom(
      model,
      match.threats.map(({ place }) => place),
    ),
    mitigations,
    stories: [...stories].map((story) => ({ story, sprint: items.get(story)?.iterationPath })),
    first: firstSteps(match, mitigations),
  };
}
