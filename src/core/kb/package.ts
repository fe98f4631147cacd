/** A knowledge package as the product uses it: checked, references resolved, rules read. Made by readPackage only. */
import type { StrengthLevel } from '../model/mitigation';
import type { StrideCategory } from '../model/threat';
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

export interface PropertyValue {
  readonly id: string;
  /** Lower case: the id, the label and the names in other tools. */
  readonly names: ReadonlySet<string>;
}
export interface KnowledgeProperty {
  readonly id: string;
  /** Lower case, as for values. */
  readonly names: ReadonlySet<string>;
  /** Empty = any text. */
  readonly values: readonly PropertyValue[];
}

export interface EntityType {
  readonly id: string;
  /** Lower case: the id, the name and the names in other tools. */
  readonly names: ReadonlySet<string>;
  /** Itself first, then what it is a kind of, up to a root. */
  readonly lineage: readonly string[];
  /** Property id to value id, the nearest of the lineage. `fixed` wins over what a model says, `defaults` does not. */
  readonly fixed: ReadonlyMap<string, string>;
  readonly defaults: ReadonlyMap<string, string>;
}

export interface KnowledgeMitigation {
  /** The package and its version, then the id: where a copy in a model says that it comes from. */
  readonly package: string;
  readonly version: string;
  readonly id: string;
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
}

export interface KnowledgeTreatment {
  readonly mitigation: KnowledgeMitigation;
  readonly strength: StrengthLevel;
  /** Why it is that strong. Empty = the package gives no reason. */
  readonly reason: string;
  readonly top: boolean;
}

export interface KnowledgeThreat {
  readonly package: string;
  readonly id: string;
  /** Name, description and clause hold placeholders such as `{target.name}`. */
  readonly name: string;
  readonly description: string;
  readonly withoutClause: string | undefined;
  readonly stride: readonly StrideCategory[];
  readonly cwe: readonly number[];
  readonly tags: readonly string[];
  readonly anchor: Anchor;
  readonly when: Rule;
  readonly unless: Rule | undefined;
  readonly treatments: readonly KnowledgeTreatment[];
  readonly top: boolean;
}

export interface KnowledgePackage {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** With those of the packages that it extends, each id once: one vocabulary for its rules. */
  readonly properties: readonly KnowledgeProperty[];
  readonly entityTypes: readonly EntityType[];
  readonly threats: readonly KnowledgeThreat[];
  readonly mitigations: readonly KnowledgeMitigation[];
}
