/** A sync plan is data: it can be shown, tested, logged and applied step by step. Nothing here writes anything. */
import type { Edit } from '../model/edit';
import type { MitigationId, RealisationId } from '../model/ids';
import type { Realisation } from '../model/mitigation';
import type { StateCategory } from '../model/state-category';
import type { TaskField, WorkItemDraft } from './backlog-picture';
import type { Fate } from './fate';

interface About {
  readonly mitigation: MitigationId;
  /** What a person reads first: the Task's title, or the mitigation's. */
  readonly title: string;
  readonly because: string;
}

/** One thing that an update changes, in words: for the plan, the report and the journal. */
export interface Change {
  readonly what: 'title' | 'section' | 'parent' | 'related' | 'area' | 'iteration' | 'tag' | 'link' | 'state';
  readonly says: string;
}

/** What a state is said to mean from now on; null = nobody says any more. */
export interface Meaning {
  readonly type: string;
  readonly state: string;
  readonly category: StateCategory | null;
}

/** What an update writes; relations by the item at their other end. */
export interface TaskWrite {
  readonly fields: Readonly<Record<string, string | number>>;
  /** Absent = stays where it is; null = taken from its parent. */
  readonly parent?: number | null;
  readonly relate?: readonly number[];
  readonly unrelate?: readonly number[];
  readonly hyperlink?: { readonly url: string; readonly comment: string };
  /** Items that it tests from now on, too. */
  readonly tests?: readonly number[];
  /** Hyperlinks to take away, by address. */
  readonly dropHyperlinks?: readonly string[];
}

export interface CreateStep extends About {
  readonly kind: 'create';
  readonly realisation: RealisationId;
  /** The story that the Task will stand under; null = no parent, so backlogs hide it. */
  readonly parent: { readonly id: number; readonly title: string } | null;
  readonly draft: WorkItemDraft;
  /** What the model remembers then; the executor fills number and revision in. */
  readonly after: Realisation;
}
/** The Task is there already: only the model learns its number. */
export interface AdoptStep extends About {
  readonly kind: 'adopt';
  readonly realisation: RealisationId;
  readonly workItem: number;
  readonly rev: number;
  readonly after: Realisation;
}
export interface UpdateStep extends About {
  readonly kind: 'update';
  readonly realisation: RealisationId;
  readonly workItem: number;
  /** The revision that the step was decided on: another one is never overwritten. */
  readonly rev: number;
  readonly write: TaskWrite;
  readonly changes: readonly Change[];
  /** What the model remembers then; absent = nothing, as for a work item that is none of ours any more. */
  readonly after?: Realisation;
  /** What else the model learns by the same decision. */
  readonly edit?: Edit;
  readonly meanings?: readonly Meaning[];
  /** A Task that people made becomes the mitigation's own: two who do so at once must not both win (S81). */
  readonly takes?: 'task';
}
/** Brings a deleted Task back out of the recycle bin. */
export interface RestoreStep extends About {
  readonly kind: 'restore';
  readonly realisation: RealisationId;
  readonly workItem: number;
}
/** Deletes a Task that the last sync made and nobody has touched since. Only an undo has it. */
export interface DeleteStep extends About {
  readonly kind: 'delete';
  readonly realisation: RealisationId;
  readonly workItem: number;
  readonly rev: number;
  readonly edit: Edit;
}
/** Only the model learns something: a decision, or that both sides agree again. */
export interface NoteStep extends About {
  readonly kind: 'note';
  readonly realisation: RealisationId;
  readonly workItem: number;
  readonly edit: Edit;
  readonly meanings?: readonly Meaning[];
}
export type AskStep = About &
  (
    | { readonly kind: 'needs-story' }
    | { readonly kind: 'needs-approval' }
    | { readonly kind: 'needs-field'; readonly fields: readonly TaskField[] }
    /** The number of a Task that people made and that looks like the mitigation: take it, or say that it is another. */
    | { readonly kind: 'needs-decision'; readonly task: number }
  );

export type WritingStep = CreateStep | AdoptStep | UpdateStep | RestoreStep | DeleteStep | NoteStep;
export type Step = WritingStep | AskStep;
export type StepKind = Step['kind'];

/** The steps that write something, be it only into the model. */
export function isWriting(step: Step): step is WritingStep {
  return !step.kind.startsWith('needs-');
}

/** What tells one step of a plan from the others. */
export function stepKey(step: Step): string {
  if (step.kind === 'create') return `create:${step.realisation}`;
  if ('workItem' in step) return `${step.kind}:${step.realisation}:${step.workItem}`;
  return `${step.kind}:${step.mitigation}`;
}

/** An answer that a person can give to an oddity or a conflict. */
export interface Proposal {
  readonly answer: string;
  /** What the button says. */
  readonly says: string;
  /** What happens then, as a sentence. */
  readonly does: string;
}

/** Something happened to a Task that a plan must not decide alone. */
export interface Oddity {
  readonly kind: 'oddity';
  readonly fate: Fate;
  /** What an answer is given for. */
  readonly key: string;
  readonly mitigation: MitigationId;
  readonly realisation: RealisationId;
  readonly workItem: number;
  readonly title: string;
  readonly because: string;
  /** The first is what we would do. */
  readonly proposals: readonly Proposal[];
  /** The mitigation's title, and how the Task reads now, where the two differ. */
  readonly model?: string;
  readonly backlog?: string;
}

/** Both sides changed the same thing. Nothing of it is written until somebody decides. */
export interface FieldConflict {
  readonly kind: 'field';
  readonly field: 'title' | 'section';
  readonly key: string;
  readonly mitigation: MitigationId;
  readonly realisation: RealisationId;
  readonly workItem: number;
  readonly title: string;
  readonly because: string;
  /** The revision at which both sides agreed, to read the text of then from; undefined when nobody knows it. */
  readonly base: number | undefined;
  readonly model: string;
  readonly backlog: string;
  readonly proposals: readonly Proposal[];
}
export interface MissingTask {
  readonly kind: 'work-item-missing';
  readonly mitigation: MitigationId;
  readonly realisation: RealisationId;
  readonly workItem: number;
  readonly title: string;
  readonly because: string;
}
export type Conflict = FieldConflict | MissingTask;

/** A field that the process requires; undefined = nobody gave a value yet. */
export interface RequiredField {
  readonly field: TaskField;
  readonly value: string | undefined;
}

export interface SyncPlan {
  readonly steps: readonly Step[];
  readonly conflicts: readonly Conflict[];
  readonly oddities: readonly Oddity[];
  /** Mitigations that were asked for by name and get no Task, with the reason. */
  readonly left: readonly {
    readonly mitigation: MitigationId;
    readonly title: string;
    readonly because: string;
  }[];
  /** What the process wants filled in of every new Task; absent where no Task is to be made, or nothing is required. */
  readonly required?: readonly RequiredField[];
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
  /** Tasks that people made themselves, and that the person says carry the mitigation. */
  readonly takes?: ReadonlyMap<MitigationId, number>;
  /** Answers to oddities and conflicts, by their keys. */
  readonly answers?: ReadonlyMap<string, string>;
  /** Values for fields that the process requires, by reference name. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** Nothing approved, nothing chosen: what there is to do by itself. */
export const noChoice: SyncChoice = {
  selection: 'all',
  approve: new Set(),
  parents: new Map(),
  fallbackParent: undefined,
};
