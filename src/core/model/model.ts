/** A threat model as a value: maps of entities by id. Nothing here changes in place; edits make new maps. */
import * as v from 'valibot';
import { boundary, diagram, element, flow } from './diagram-parts';
import type { Boundary, Diagram, Element, Flow } from './diagram-parts';
import { acceptance, assumption, dismissal, requirement, timeEntry } from './decisions';
import type { Acceptance, Assumption, Dismissal, Requirement, TimeEntry } from './decisions';
import { event } from './event';
import type { SecurityEvent } from './event';
import { evidence, incident } from './incident';
import type { Evidence, Incident } from './incident';
import { modelId } from './ids';
import { clause, mitigation, realisation, storyLink, treatment } from './mitigation';
import type { Clause, Mitigation, Realisation, StoryLink, Treatment } from './mitigation';
import {
  dataSensitivities,
  knowledgeEntry,
  modelKnowledge,
  question,
  systemSizes,
  upgrade,
} from './knowledge';
import type { KnowledgeEntry, Question, Upgrade } from './knowledge';
import { comment, review } from './review';
import type { Comment, Review } from './review';
import { instant, line, properties, prose } from './parts';
import { mappedStates } from './project-policy';
import type { ProjectPolicy } from './project-policy';
import { threat } from './threat';
import type { Threat } from './threat';

/** What an import left behind, one row per reason. `count` things of the kind `what`. */
export const notTaken = v.object({ what: line, count: v.pipe(v.number(), v.integer()), why: line });
export type NotTaken = v.InferOutput<typeof notTaken>;

export const counts = v.object({
  elements: v.number(),
  flows: v.number(),
  boundaries: v.number(),
  threats: v.number(),
  mitigations: v.number(),
});
export type Counts = v.InferOutput<typeof counts>;

export const modelInfo = v.object({
  id: modelId,
  name: v.pipe(line, v.minLength(1)),
  description: prose,
  /** Area paths that the model covers; empty = the whole project. */
  scope: v.array(line),
  created: instant,
  /** What the paper leaves open (Figure 1): absent = allowed. */
  policies: v.exactOptional(
    v.object({
      oneThreatPerStory: v.picklist(['allow', 'report']),
      oneClausePerStory: v.picklist(['allow', 'report']),
      reasonedSeverity: v.exactOptional(v.picklist(['allow', 'report'])),
    }),
  ),
  /** What is true of the whole system, name to value: answers to questions that no single place can give. */
  properties: v.exactOptional(properties),
  /** How big and how delicate the system is: decides how deep the knowledge base looks. */
  context: v.exactOptional(
    v.object({
      size: v.exactOptional(v.picklist(systemSizes)),
      sensitivity: v.exactOptional(v.picklist(dataSensitivities)),
    }),
  ),
  /** The knowledge packages that the model uses, each pinned; absent = nobody chose yet. */
  knowledge: v.exactOptional(modelKnowledge),
  /** Present when somebody decided that no threat model is needed here. */
  notNeeded: v.exactOptional(v.object({ name: line, reason: prose, at: instant })),
  /** Categories of states for which the service names none, as a person decided. */
  stateMap: v.exactOptional(mappedStates),
  /** What its risk should come down to, in points, and by when. */
  target: v.exactOptional(
    v.object({
      points: v.pipe(v.number(), v.minValue(0), v.maxValue(10_000_000)),
      by: v.exactOptional(instant),
    }),
  ),
  /** When somebody last looked whether it still says all there is to say. */
  reviewed: v.exactOptional(instant),
  imported: v.exactOptional(
    v.object({
      file: line,
      format: line,
      at: instant,
      counts,
      notTaken: v.pipe(v.array(notTaken), v.maxLength(100)),
      /** Short hashes of the keys of everything that the file held. */
      keys: v.exactOptional(prose),
    }),
  ),
});
export type ModelInfo = v.InferOutput<typeof modelInfo>;

/** Every kind of entity with its schema, referents before the kinds that refer to them. */
export const entitySchemas = {
  diagram,
  element,
  boundary,
  flow,
  mitigation,
  threat,
  treatment,
  realisation,
  clause,
  storyLink,
  knowledge: knowledgeEntry,
  question,
  requirement,
  assumption,
  acceptance,
  dismissal,
  timeEntry,
  event,
  incident,
  evidence,
  upgrade,
  comment,
  review,
} as const;

export interface EntityOf {
  readonly diagram: Diagram;
  readonly element: Element;
  readonly boundary: Boundary;
  readonly flow: Flow;
  readonly mitigation: Mitigation;
  readonly threat: Threat;
  readonly treatment: Treatment;
  readonly realisation: Realisation;
  readonly clause: Clause;
  readonly storyLink: StoryLink;
  readonly knowledge: KnowledgeEntry;
  readonly question: Question;
  readonly requirement: Requirement;
  readonly assumption: Assumption;
  readonly acceptance: Acceptance;
  readonly dismissal: Dismissal;
  readonly timeEntry: TimeEntry;
  readonly event: SecurityEvent;
  readonly incident: Incident;
  readonly evidence: Evidence;
  readonly comment: Comment;
  readonly review: Review;
  readonly upgrade: Upgrade;
}
export type Kind = keyof EntityOf;
export type Entity = EntityOf[Kind];
export const kinds: readonly Kind[] = [
  'diagram',
  'element',
  'boundary',
  'flow',
  'mitigation',
  'threat',
  'treatment',
  'realisation',
  'clause',
  'storyLink',
  'knowledge',
  'question',
  'requirement',
  'assumption',
  'acceptance',
  'dismissal',
  'timeEntry',
  'event',
  'incident',
  'evidence',
  'upgrade',
  'comment',
  'review',
];

/** One thing for each kind. */
export function perKind<T>(make: (kind: Kind) => T): Record<Kind, T> {
  return {
    diagram: make('diagram'),
    element: make('element'),
    boundary: make('boundary'),
    flow: make('flow'),
    mitigation: make('mitigation'),
    threat: make('threat'),
    treatment: make('treatment'),
    realisation: make('realisation'),
    clause: make('clause'),
    storyLink: make('storyLink'),
    knowledge: make('knowledge'),
    question: make('question'),
    requirement: make('requirement'),
    assumption: make('assumption'),
    acceptance: make('acceptance'),
    dismissal: make('dismissal'),
    timeEntry: make('timeEntry'),
    event: make('event'),
    incident: make('incident'),
    evidence: make('evidence'),
    comment: make('comment'),
    review: make('review'),
    upgrade: make('upgrade'),
  };
}

export type EntityMap<K extends Kind> = ReadonlyMap<EntityOf[K]['id'], EntityOf[K]>;
export type Entities = { readonly [K in Kind]: EntityMap<K> };
export interface Model extends Entities {
  readonly info: ModelInfo;
  /** What its project decides for all models. It comes with the opened model and is never stored in one. */
  readonly policy?: ProjectPolicy;
}

/** A model with nothing in it. */
export function emptyModel(info: ModelInfo): Model {
  return {
    info,
    diagram: new Map(),
    element: new Map(),
    boundary: new Map(),
    flow: new Map(),
    mitigation: new Map(),
    threat: new Map(),
    treatment: new Map(),
    realisation: new Map(),
    clause: new Map(),
    storyLink: new Map(),
    knowledge: new Map(),
    question: new Map(),
    requirement: new Map(),
    assumption: new Map(),
    acceptance: new Map(),
    dismissal: new Map(),
    timeEntry: new Map(),
    event: new Map(),
    incident: new Map(),
    evidence: new Map(),
    comment: new Map(),
    review: new Map(),
    upgrade: new Map(),
  };
}

/** How many of each the model holds. */
export function countModel(model: Model): Counts {
  return {
    elements: model.element.size,
    flows: model.flow.size,
    boundaries: model.boundary.size,
    threats: model.threat.size,
    mitigations: model.mitigation.size,
  };
}
