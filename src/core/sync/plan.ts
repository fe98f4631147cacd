/** A sync plan is data: it can be shown, tested, logged and applied step by step. Nothing here writes anything. */
import type { MitigationId, RealisationId } from '../model/ids';
import type { WorkItemDraft } from './backlog-picture';

export type Step =
  | {
      readonly kind: 'create';
      readonly mitigation: MitigationId;
      readonly realisation: RealisationId;
      readonly title: string;
      /** The story that the Task will stand under; null = no parent, so backlogs hide it. */
      readonly parent: { readonly id: number; readonly title: string } | null;
      readonly draft: WorkItemDraft;
      readonly because: string;
    }
  | {
      readonly kind: 'adopt';
      readonly mitigation: MitigationId;
      readonly realisation: RealisationId;
      readonly title: string;
      readonly workItem: number;
      readonly rev: number;
      readonly because: string;
    }
  | {
      readonly kind: 'needs-story';
      readonly mitigation: MitigationId;
      readonly title: string;
      readonly because: string;
    }
  | {
      readonly kind: 'needs-approval';
      readonly mitigation: MitigationId;
      readonly title: string;
      readonly because: string;
    };
export type StepKind = Step['kind'];
export type CreateStep = Extract<Step, { kind: 'create' }>;
export type AdoptStep = Extract<Step, { kind: 'adopt' }>;

/** The steps that write something. */
export function isWriting(step: Step): step is CreateStep | AdoptStep {
  return step.kind === 'create' || step.kind === 'adopt';
}

export interface Conflict {
  readonly kind: 'work-item-missing';
  readonly mitigation: MitigationId;
  readonly realisation: RealisationId;
  readonly workItem: number;
  readonly title: string;
  readonly because: string;
}

export interface SyncPlan {
  readonly steps: readonly Step[];
  readonly conflicts: readonly Conflict[];
  /** Mitigations that were asked for by name and get no Task, with the reason. */
  readonly left: readonly {
    readonly mitigation: MitigationId;
    readonly title: string;
    readonly because: string;
  }[];
}

/** What people decided before planning. */
export interface SyncChoice {
  /** The mitigations to look at; `all` = every one of the model. */
  readonly selection: 'all' | ReadonlySet<MitigationId>;
  /** Mitigations that the person approves by asking for their Tasks. */
  readonly approve: 'all' | ReadonlySet<MitigationId>;
  /** A story, or null for no parent, chosen for single mitigations. */
  readonly parents: ReadonlyMap<MitigationId, number | null>;
  /** The same for every mitigation without a story of its own; undefined = ask. */
  readonly fallbackParent: number | null | undefined;
}

/** Nothing approved, nothing chosen: what there is to do by itself. */
export const noChoice: SyncChoice = {
  selection: 'all',
  approve: new Set(),
  parents: new Map(),
  fallbackParent: undefined,
};
