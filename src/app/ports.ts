/** What the app needs from the world: few verbs per role, each proven by a contract suite on every adapter. */
import type { ModelId } from '../core/model/ids';
import type { StateCategory } from '../core/model/state-category';
import type { Sprint } from '../core/alignment/picture';
import type { StoryText } from '../core/clauses/clause';
import type { Pace } from '../core/advice/pace';
import type { StateHistory } from '../core/risk/state-history';
import type { KnowledgePackage } from '../core/kb/package';
import type { WorkItem, WorkItemDraft } from '../core/sync/backlog-picture';
import type { Boards } from './board-ports';
import type { Person, Tasks } from './task-ports';
import type { TestCases } from './test-cases';

/** A document of extension data: an object with an id and the etag that the store gave it. */
export interface StoredDocument {
  readonly id: string;
  readonly __etag: number;
  readonly [name: string]: unknown;
}
export interface NewDocument {
  readonly id: string;
  readonly [name: string]: unknown;
}

export type DocumentProblem = 'exists' | 'missing' | 'version-mismatch' | 'too-large';
/** The answers of extension data that a caller can act on; everything else is an AccessError. */
export class DocumentError extends Error {
  constructor(
    readonly problem: DocumentProblem,
    readonly id: string,
  ) {
    super(`Document ${id}: ${problem}`);
    this.name = 'DocumentError';
  }
}

/**
 * Extension data, organisation scope. A collection that was never written is an empty list, not an error. Whether a key
 * whose value is null comes back is not said: over REST it does, through the page it does not. So nothing may rest on it.
 */
export interface Documents {
  list(collection: string): Promise<readonly StoredDocument[]>;
  get(collection: string, id: string): Promise<StoredDocument | undefined>;
  /** Several collections at once, by their names, where that saves requests; absent = `list` does. */
  lists?(collections: readonly string[]): Promise<ReadonlyMap<string, readonly StoredDocument[]>>;
  /** Rejects with DocumentError `exists`. */
  create(collection: string, document: NewDocument): Promise<StoredDocument>;
  /** Rejects with DocumentError `version-mismatch` when `__etag` is not the stored one, `missing` when gone. */
  update(collection: string, document: StoredDocument): Promise<StoredDocument>;
  /** Deleting what is gone is fine: the wish is fulfilled. */
  remove(collection: string, id: string): Promise<void>;
}

/** Which project it is, whatever its process looks like. */
export interface ProjectPlace {
  readonly id: string;
  readonly name: string;
  /** Page address of the project, without a slash at the end. Links to work items and hubs start here. */
  readonly url: string;
}

/** What one project looks like: read at run time, because processes rename everything (platform facts 6). */
export interface ProjectFacts extends ProjectPlace {
  /** The default work item type of the task backlog, e.g. Task. */
  readonly taskType: string;
  /** The work item types of the requirement backlog, e.g. User Story. */
  readonly storyTypes: readonly string[];
  /** type -> state -> category. */
  readonly states: ReadonlyMap<string, ReadonlyMap<string, StateCategory>>;
}

/** A story with the texts that may hold WITHOUT clauses. */
export interface Story extends WorkItem {
  readonly text: StoryText;
}

/** Which field, to which value; `parent` moves the item under another story, null takes it from its parent. */
export interface WorkItemChange {
  readonly id: number;
  /** The revision that the change was decided on: another one is not overwritten. */
  readonly rev: number;
  readonly fields: Readonly<Record<string, string | number>>;
  readonly parent?: number | null;
}
export type ChangeResult =
  | { readonly kind: 'changed'; readonly rev: number }
  /** Somebody else saved in between; read again and decide again. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'refused'; readonly message: string };

export type CreateResult =
  | { readonly kind: 'created'; readonly id: number; readonly rev: number }
  | { readonly kind: 'refused'; readonly message: string };

/** The project's work items. Reads skip what the reader may not see; writes answer one result per draft. */
export interface Backlog {
  /** The Tasks of the models: whole, by what changed, and written in batches. */
  readonly tasks: Tasks;
  /** A part of the facts, for whoever can do without the process. */
  project(): Promise<ProjectPlace>;
  facts(): Promise<ProjectFacts>;
  read(ids: readonly number[]): Promise<ReadonlyMap<number, WorkItem>>;
  /** Stories whose title contains all words of the text, or with that id; the newest changed first. */
  findStories(text: string, limit: number): Promise<readonly WorkItem[]>;
  /** Every story of the project that is not Removed, or those of the numbers; with texts. About one request per 200. */
  stories(ids: 'all' | readonly number[]): Promise<readonly Story[]>;
  /** The sprints of the team in order of time. The team by name or id. */
  sprints(team: string): Promise<readonly Sprint[]>;
  /** Every iteration of the project below its root, with its dates. */
  iterations(): Promise<readonly Sprint[]>;
  /** What the team can do in the sprint, and what is planned in it. The team by name or id. */
  pace(team: string, sprint: Sprint): Promise<Pace>;
  /** When the items changed their states, as far as their own dates tell; revisions are read for the others. */
  histories(ids: readonly number[], shelf?: HistoryShelf): Promise<ReadonlyMap<number, StateHistory>>;
  /** Adds a comment, whose author the server records; answers its number. */
  comment(id: number, html: string): Promise<number>;
  /** The display name of who wrote a comment, as the server recorded it; undefined = deleted, or hidden from the reader. */
  commentAuthor(id: number, comment: number): Promise<string | undefined>;
  /** One change at a time, guarded by its revision. */
  change(change: WorkItemChange): Promise<ChangeResult>;
  create(drafts: readonly WorkItemDraft[]): Promise<readonly CreateResult[]>;
}

/** What a form shows of a Task. */
export type TaskState = Pick<WorkItem, 'id' | 'type' | 'title' | 'state' | 'category' | 'iterationPath'>;

/** Tasks in exactly one request, without a look at the process first; `category` may be left open. */
export interface TaskStates {
  read(ids: readonly number[]): Promise<ReadonlyMap<number, TaskState>>;
}

export type KnowledgeExamples = Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;

/** The knowledge packages that come with the product, whole. Rejects with AccessError when one cannot be read. */
export interface KnowledgeSource {
  packages(): Promise<readonly KnowledgePackage[]>;
  /** Package id -> threat id -> JSON of its examples; absent where nobody runs them. Rejects with AccessError. */
  examples?(): Promise<KnowledgeExamples>;
}

/** The projects of the organisation that the person may see, by name. Rejects with AccessError. */
export interface Projects {
  list(): Promise<readonly { readonly id: string; readonly name: string }[]>;
}

/** What can be read of the other projects of the organisation. */
export interface Elsewhere {
  readonly projects: Projects;
  /** The backlog of a project, by its id. */
  backlog(project: string): Pick<Backlog, 'facts' | 'read' | 'commentAuthor'>;
}

/** Somebody of a team, as the service knows them. */
export interface TeamMember {
  readonly id: string;
  readonly name: string;
  readonly isAdministrator: boolean;
}
/** What was read from revisions before, by work item; it counts while the item has the same revision. */
export interface KeptHistory {
  readonly rev: number;
  readonly history: StateHistory;
}
export interface HistoryShelf {
  /** Asked only when revisions would have to be read. Never rejects. */
  known(): Promise<ReadonlyMap<number, KeptHistory>>;
  /** What was read from revisions now. Never rejects. */
  keep(read: ReadonlyMap<number, KeptHistory>): Promise<void>;
}

/** Who is in the project's first team. Rejects with AccessError. */
export interface TeamMembers {
  list(): Promise<readonly TeamMember[]>;
}

export interface Clock {
  /** ISO 8601, UTC. */
  now(): string;
}

/** What a page knows about where it runs. */
export interface Place {
  readonly projectId: string;
  readonly projectName: string;
  readonly model?: ModelId;
}

export interface Ports {
  readonly documents: Documents;
  readonly backlog: Backlog;
  /** Who acts; absent: nobody knows, every look at the backlog is a whole one, and choices end with the page. */
  readonly person?: () => Promise<Person>;
  /** The id of the same person where another answer told it already; absent or undefined: ask for the person. */
  readonly personId?: () => string | undefined;
  /** Absent: the backlog, which asks for the process first. */
  readonly taskStates?: TaskStates;
  /** Absent: nobody knows who administers. */
  readonly members?: TeamMembers;
  /** Absent: no knowledge, as on the command line. */
  readonly knowledge?: KnowledgeSource;
  /** Absent: nobody asks for flags there. */
  readonly boards?: Boards;
  /** Absent: nobody makes test cases there. */
  readonly testCases?: TestCases;
  /** Absent: there is no way to other projects. */
  readonly elsewhere?: Elsewhere;
  readonly clock: Clock;
  readonly newId: () => string;
}

export type AccessProblem =
  'unauthorized' | 'forbidden' | 'not-found' | 'throttled' | 'unreachable' | 'unexpected';
/** The service could not be asked, or said no. `message` is a sentence for a person. */
export class AccessError extends Error {
  constructor(
    readonly problem: AccessProblem,
    message: string,
    readonly status?: number,
  ) {
    super(message);
    this.name = 'AccessError';
  }
}
