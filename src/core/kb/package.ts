/** A knowledge package as the product uses it: checked, references resolved, rules read. Made by readPackage only. */
import type { EventField, EventSelection, SecurityEvent, Threshold } from '../model/event';
import type { Status, StrengthLevel } from '../model/mitigation';
import type { ImpactLevel, ProbabilityLevel, StrideCategory } from '../model/threat';
import type { EntryType, Operation } from './overlay-schema';
import type { Rule } from './rule';

export const anchors = ['element', 'flow', 'boundary', 'model'] as const;
export type Anchor = (typeof anchors)[number];
export const knowledgeControlTypes = [
  'preventive',
  'detective',
  'corrective',
  'recovery',
  'deterrent',
] as const;
/** 1 quick, 2 standard, 3 comprehensive. TOP is separate. */
export type Level = 1 | 2 | 3;

/** What every package stands on (package schema: `base`). */
export const rootTypes = [
  'external-interactor',
  'process',
  'data-store',
  'data-flow',
  'trust-boundary',
] as const;
export type RootType = (typeof rootTypes)[number];

export interface PropertyValue {
  readonly id: string;
  readonly label: string;
  /** Lower case: the id, the label and the names in other tools. */
  readonly names: ReadonlySet<string>;
}
export interface KnowledgeProperty {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly type: 'enum' | 'multi' | 'boolean' | 'string' | 'number';
  /** Lower case, as for values. */
  readonly names: ReadonlySet<string>;
  /** Empty = any text. */
  readonly values: readonly PropertyValue[];
}

export interface EntityType {
  readonly id: string;
  readonly name: string;
  readonly base: RootType;
  /** Lower case: the id, the name and the names in other tools. */
  readonly names: ReadonlySet<string>;
  /** Itself first, then what it is a kind of, up to a root. */
  readonly lineage: readonly string[];
  /** Property id to value id, the nearest of the lineage. `fixed` wins over what a model says, `defaults` does not. */
  readonly fixed: ReadonlyMap<string, string>;
  readonly defaults: ReadonlyMap<string, string>;
  /** Property ids that it is asked about, its ancestors' included. */
  readonly properties: readonly string[];
  /** Lower case, its ancestors' included. */
  readonly tags: ReadonlySet<string>;
}

export interface KnowledgeMitigation {
  /** The package and its version, then the id: where a copy in a model says that it comes from. */
  readonly package: string;
  readonly version: string;
  readonly id: string;
  /** Of the entry's content: another content is another hash. */
  readonly hash: string;
  readonly name: string;
  readonly controlType: (typeof knowledgeControlTypes)[number];
  readonly description: string;
  readonly implement: string;
  readonly verify: readonly string[];
  readonly acceptance: readonly string[];
  readonly effort: string | undefined;
  /** Ids in the same package: one of them instead of this one. */
  readonly alternativeTo: readonly string[];
  /** Ids in the same package: without them this one is worth little. */
  readonly requires: readonly string[];
  /** When it holds, the mitigation seems to exist already: said, never set silently. */
  readonly satisfiedWhen: Rule | undefined;
  /** What counts in every model that does not decide otherwise. */
  readonly status?: Status;
  /** By which it shows that it works: its own package's, or an extended one's. */
  readonly events: readonly KnowledgeEvent[];
  readonly top: boolean;
  readonly level: Level;
}

export interface KnowledgeTreatment {
  readonly mitigation: KnowledgeMitigation;
  readonly strength: StrengthLevel;
  /** Why it is that strong. Empty = the package gives no reason. */
  readonly reason: string;
  readonly top: boolean;
  /** Only where this holds; undefined = wherever the threat is. */
  readonly when: Rule | undefined;
}

export interface SeverityAdjustment {
  readonly when: Rule;
  /** Steps on the scale, may be negative. */
  readonly probability: number;
  readonly impact: number;
  readonly because: string;
}

export interface KnowledgeThreat {
  readonly package: string;
  readonly version: string;
  readonly id: string;
  readonly hash: string;
  /** Name, description and clause hold placeholders such as `{target.name}`. */
  readonly name: string;
  readonly description: string;
  readonly withoutClause: string | undefined;
  readonly stride: readonly StrideCategory[];
  /** Other categories, as the source calls them. */
  readonly categories: readonly string[];
  readonly probability: ProbabilityLevel;
  readonly impact: ImpactLevel;
  readonly rationale: string;
  readonly adjustments: readonly SeverityAdjustment[];
  readonly cwe: readonly number[];
  readonly tags: readonly string[];
  /** Its id in the Microsoft Threat Modeling Tool, as that writes it. */
  readonly tmtId: string | undefined;
  readonly anchor: Anchor;
  readonly when: Rule;
  readonly unless: Rule | undefined;
  readonly treatments: readonly KnowledgeTreatment[];
  /** By which one notices it: its own package's, or an extended one's. */
  readonly events: readonly KnowledgeEvent[];
  /** Ids of questions in the same package. */
  readonly questions: readonly string[];
  readonly top: boolean;
  readonly level: Level;
}

/** An event that tells that a threat happens, or is tried; how to log it, when to raise an alert, what to do then. */
export interface KnowledgeEvent {
  readonly package: string;
  readonly version: string;
  readonly id: string;
  readonly hash: string;
  readonly name: string;
  readonly source: SecurityEvent['source'];
  readonly raisedWhen: string;
  /** The name that the code writes. */
  readonly logName: string;
  readonly logLevel: SecurityEvent['level'];
  readonly severity: SecurityEvent['severity'];
  readonly fields: readonly EventField[];
  /** `then` of a sequence is a log name here. */
  readonly threshold: Threshold;
  readonly falsePositives: readonly string[];
  readonly meaning: string;
  readonly firstResponse: readonly string[];
  readonly automaticResponse: readonly string[];
  /** What others call it: an event of the logging vocabulary, detection points, techniques of ATT&CK. */
  readonly maps: {
    readonly vocabulary: string | undefined;
    readonly appsensor: readonly string[];
    readonly attack: readonly string[];
  };
  /** Of a platform event: the table that has it, and which of its rows are the event. */
  readonly table: string | undefined;
  readonly selection: readonly EventSelection[];
  readonly top: boolean;
  readonly level: Level;
}

export interface KnowledgeAnswer {
  readonly label: string;
  /** Property id to value id, set on the subject of the question. */
  readonly set: ReadonlyMap<string, string>;
  /** Ids of threats in the same package that the answer brings in. */
  readonly raises: readonly string[];
}

export interface KnowledgeQuestion {
  readonly package: string;
  readonly version: string;
  readonly id: string;
  readonly hash: string;
  readonly text: string;
  readonly rationale: string;
  readonly goodAnswer: string;
  readonly warningSigns: readonly string[];
  readonly stride: readonly StrideCategory[];
  readonly anchor: Anchor;
  readonly when: Rule;
  readonly answers: readonly KnowledgeAnswer[];
  readonly top: boolean;
  readonly level: Level;
}

/** A change that an organisation made in a package: its origin and its reason, for whoever looks at the entry. */
export interface LocalChange {
  readonly overlay: string;
  readonly overlayName: string;
  readonly version: string;
  readonly op: Operation['op'];
  readonly type: EntryType;
  readonly package: string;
  readonly id: string;
  /** Keys that a patch sets; the mitigation of a link. */
  readonly what: readonly string[];
  readonly because: string;
}

export interface KnowledgePackage {
  readonly id: string;
  readonly version: string;
  /** Of the whole content. */
  readonly hash: string;
  readonly name: string;
  /** With those of the packages that it extends, each id once: one vocabulary for its rules. */
  readonly properties: readonly KnowledgeProperty[];
  readonly entityTypes: readonly EntityType[];
  readonly threats: readonly KnowledgeThreat[];
  readonly mitigations: readonly KnowledgeMitigation[];
  readonly questions: readonly KnowledgeQuestion[];
  readonly events: readonly KnowledgeEvent[];
  /** What the organisation changed in it, the earliest first; absent when nothing. */
  readonly localChanges?: readonly LocalChange[];
  /** The file that it was read from: what snapshots, overlays and upgrades compare. */
  readonly file: PackageSource;
}

/** JSON of a package file that passed the schema. */
export type PackageSource = Readonly<Record<string, unknown>>;
