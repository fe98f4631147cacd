/** Everything a page or a command can ask of the product, as one object of verbs over the ports. */
import type { Pace } from '../core/advice/pace';
import type { AlikeTask } from '../core/alignment/look-alikes';
import type { FindingDay } from '../core/alignment/finding-days';
import type { Sprint } from '../core/alignment/picture';
import type { ImportResult } from '../core/formats/import-result';
import type { KnowledgePackage } from '../core/kb/package';
import type { HistoryEntry } from '../core/history/note';
import type { ModelId, NewId } from '../core/model/ids';
import type { Incident } from '../core/model/incident';
import type { Model } from '../core/model/model';
import type { ProjectPolicy } from '../core/model/project-policy';
import type { StateHistory } from '../core/risk/state-history';
import type { WorkItem } from '../core/sync/backlog-picture';
import type { FlagsApp } from './flags/flags-app';
import type { JournalEntry } from '../core/sync/journal';
import type { ApplyReport, ApplyRequest } from './apply-sync';
import type { PersonQuestion } from './ask-person';
import type { LessonFates } from './lesson-fates';
import { DocumentHabits, HabitKeeper } from './person-habits';
import type { Kept, PersonHabits } from './person-habits';
import { listModels } from './list-models';
import type { ModelSummary } from './list-models';
import { openModel } from './open-model';
import type { OpenedModel } from './open-model';
import type { ModelChoice } from './open-models';
import type { ChangeResult, KnowledgeSource, Ports, ProjectFacts, Story, WorkItemChange } from './ports';
import { recentPolicy } from './project-policy';
import type { MayEdit, OpenedPolicy } from './project-policy';
import type { Portfolio, PortfolioRequest } from './read-portfolio';
import type { OperationsReading } from './read-operations';
import { readWorkItem } from './read-work-item';
import type { WorkItemReading } from './read-work-item';
import { keepKnowledge, withOwnKnowledge } from './read-knowledge';
import type { AlignmentReading } from './read-alignment';
import type { SavedModel } from './save-model';
import type { StoryNews } from './story-news';
import type { TaskFieldFacts } from './task-ports';
import type { Undoing, UndoReport, UndoWatch } from './undo-sync';
import type { PlannedSync, PlanRequest } from './sync-backlog';
import type { KeptEdits } from '../core/store/kept-edits';
import type { LookAtTestCases, TestCaseReport, TestCaseRequest } from './test-cases';
import type { PendingClause } from '../core/store/pending-clause';
import { keepPendingClauses, WorkItemViews } from './work-item-views';
import type { AppPlace } from './writing-verbs';
import { writingVerbs } from './writing-verbs';

/** A parse that takes longer than this is stopped. Milliseconds. */
const importTimeLimit = 15_000;

export interface App {
  readonly newId: NewId;
  /** ISO instant. */
  readonly now: () => string;
  facts(): Promise<ProjectFacts>;
  /** The address of a page of ours in the settings of the project. Rejects with AccessError. */
  settingsUrl(page: 'security-flags' | 'policy-hub'): Promise<string>;
  listModels(): Promise<readonly ModelSummary[]>;
  openModel(id: ModelId): Promise<OpenedModel>;
  /** Those that are chosen out of all, in fewer requests than one after the other; what forms read is not mended. */
  openModels(choice: ModelChoice): Promise<readonly OpenedModel[]>;
  createModel(model: Model): Promise<OpenedModel>;
  saveModel(opened: OpenedModel, next: Model): Promise<SavedModel>;
  deleteModel(id: ModelId): Promise<void>;
  /** What was read from a file, as it may be stored in this project: a model that is there already becomes a copy. */
  settleImport(result: ImportResult): Promise<ImportResult>;
  /** Whether others saved the model since this page last looked. One request, of one small collection. */
  lookForNews(id: ModelId): Promise<'news' | 'nothing'>;
  /** Who changed what in the model, the newest first. */
  readHistory(id: ModelId): Promise<readonly HistoryEntry[]>;
  /** Reads a file into a model; stores nothing. Never throws for a bad file. */
  readFile(fileName: string, bytes: Uint8Array): Promise<ImportResult>;
  /** Unsaved edits in a file that a page wrote; undefined = the file is something else. Rejects with Refusal. */
  readEdits(bytes: Uint8Array): Promise<KeptEdits | undefined>;
  /** What a work item's form shows: at most two requests. */
  readWorkItem(id: number): Promise<WorkItemReading>;
  /** Keeps, or with none forgets, the clauses of a work item that wait for its save. */
  keepPendingClauses(item: number, clauses: readonly PendingClause[]): Promise<void>;
  /** Mends what the forms of a model's work items read. Opening a model does it by itself, once; never rejects. */
  repairWorkItemViews(opened: OpenedModel): Promise<void>;
  readWorkItems(ids: readonly number[]): Promise<ReadonlyMap<number, WorkItem>>;
  findStories(text: string, limit: number): Promise<readonly WorkItem[]>;
  /** The packages that ship, with the organisation's own over them; read when first asked for, then kept. */
  knowledge(): Promise<readonly KnowledgePackage[]>;
  readAlignment(sprint?: Sprint): Promise<AlignmentReading>;
  /** Keeps today's count of findings, and answers those of the days before as well. Never rejects. */
  keepFindingDay(today: FindingDay): Promise<readonly FindingDay[]>;
  /** The files for operations of a model: rules, contracts, runbook. */
  readOperations(model: ModelId): Promise<OperationsReading>;
  /** What the project decides for all its models. */
  openPolicy(): Promise<OpenedPolicy>;
  /** Whether this person is expected to change it. Never rejects. */
  policyRights(policy: ProjectPolicy | undefined): Promise<MayEdit>;
  /** Stores it over the one that was opened. Rejects with ModelError `busy` when somebody else changed it. */
  savePolicy(opened: OpenedPolicy, next: ProjectPolicy): Promise<OpenedPolicy>;
  /** Proposes what was learnt from an incident to those who keep the organisation's knowledge. */
  proposeLesson(model: Model, incident: Incident): Promise<void>;
  /** What came of the lessons of these incidents; those that nobody proposed are not in it. */
  lessonFates(incidents: readonly Incident[]): Promise<LessonFates>;
  stories(ids: readonly number[]): Promise<readonly Story[]>;
  /** Tasks that people made and that look like a mitigation of the model. */
  findLookAlikes(model: Model): Promise<readonly AlikeTask[]>;
  /** Which stories changed since this person last said to have seen them. */
  readStoryNews(opened: Pick<OpenedModel, 'memory' | 'projectId'>): Promise<StoryNews>;
  /** Remembers that this person has seen them; answers the model with what sync remembers now. */
  keepStoryLook(opened: OpenedModel, news: StoryNews): Promise<OpenedModel>;
  sprints(team: string): Promise<readonly Sprint[]>;
  pace(team: string, sprint: Sprint): Promise<Pace>;
  /** When work items changed their states. */
  histories(ids: readonly number[]): Promise<ReadonlyMap<number, StateHistory>>;
  /** Adds a comment to a work item; answers its number. */
  comment(id: number, html: string): Promise<number>;
  /** The name of who acts; undefined = nobody knows. */
  actor(): Promise<string | undefined>;
  /** What this person chose for their own eyes. Never rejects. */
  habits(): Promise<PersonHabits>;
  /** Changes it, and says whether it lasts longer than the page. Never rejects. */
  changeHabits(how: (habits: PersonHabits) => PersonHabits): Promise<Kept>;
  changeWorkItem(change: WorkItemChange): Promise<ChangeResult>;
  /** The fields of a Task, and which the process requires. */
  taskFields(): Promise<TaskFieldFacts>;
  planSync(request: Omit<PlanRequest, 'hubId'>): Promise<PlannedSync>;
  applySync(request: Omit<ApplyRequest, 'hubId' | 'projectId'>): Promise<ApplyReport>;
  /** Makes a work item that asks somebody; answers its number. */
  askPerson(question: PersonQuestion): Promise<number>;
  /** The answers that somebody left standing in that work item; undefined where it cannot be read. */
  readAnswer(workItem: number, labels: readonly string[]): Promise<readonly string[] | undefined>;
  /** What syncs of the model did, the newest first. */
  readJournal(model: ModelId): Promise<readonly JournalEntry[]>;
  /** What taking the last sync back would do; undefined = there is nothing to take back. */
  planUndoSync(opened: OpenedModel): Promise<Undoing | undefined>;
  undoSync(opened: OpenedModel, undoing: Undoing, watch?: UndoWatch): Promise<UndoReport>;
  /** Which Test Cases the checks of a model have, and what writing would make. */
  lookAtTestCases(model: Model): Promise<LookAtTestCases>;
  /** Makes those that a person saw and ticked. Rejects only before anything was written. */
  writeTestCases(request: TestCaseRequest): Promise<TestCaseReport>;
  /** Every model of every project that the person may see, as far as it is known, and at last all. Rejects with AccessError. */
  readPortfolio(watch: PortfolioRequest['watch']): Promise<Portfolio>;
  /** The verbs about flags on cards; loaded by those who use them. */
  flags(): Promise<FlagsApp>;
}

/** For the page in the project's settings alone. */
function policyVerbs(
  ports: Ports,
  projectId: string,
): Pick<App, 'openPolicy' | 'policyRights' | 'savePolicy'> {
  const verbs = () => import('./project-policy');
  return {
    openPolicy: async () => (await verbs()).openPolicy(ports, projectId),
    policyRights: async (policy) => (await verbs()).policyRights(ports, policy),
    savePolicy: async (opened, next) => (await verbs()).savePolicy(ports, projectId, opened, next),
  };
}

/** What goes from the backlog to the model: for two pages, so the others do not load it. */
function storyVerbs(
  ports: Ports,
  projectId: string,
): Pick<App, 'findLookAlikes' | 'readStoryNews' | 'keepStoryLook'> {
  return {
    findLookAlikes: async (model) => (await import('./look-alikes')).findLookAlikes(ports, model),
    readStoryNews: async (opened) => (await import('./story-news')).readStoryNews(ports, opened),
    keepStoryLook: async (opened, news) => {
      const { keepStoryLook } = await import('./story-news');
      const model = opened.model.info.id;
      const memory = await keepStoryLook(ports, { projectId, model, known: opened.memory, news });
      return memory ? { ...opened, memory } : opened;
    },
  };
}

/** From operations to the knowledge of the organisation: for one page, so the others do not load it. */
function lessonVerbs(
  ports: Ports,
  { projectId, knowledge }: { readonly projectId: string; readonly knowledge: KnowledgeSource | undefined },
): Pick<App, 'proposeLesson' | 'lessonFates'> {
  return {
    proposeLesson: async (model, incident) =>
      (await import('./lessons')).proposeLesson(ports, { project: projectId, model, incident }),
    lessonFates: async (incidents) =>
      (await import('./lesson-fates')).readLessonFates(ports, { incidents, knowledge }),
  };
}

/** For the page of testers alone. */
function testerVerbs(ports: Ports, place: AppPlace): Pick<App, 'lookAtTestCases' | 'writeTestCases'> {
  const verbs = () => import('./test-cases');
  return {
    lookAtTestCases: async (model) => (await verbs()).lookAtTestCases(ports, { model, hubId: place.hubId }),
    writeTestCases: async (request) => (await verbs()).writeTestCases(ports, place, request),
  };
}

/** What reads files: the importers are loaded when one is chosen. */
function fileVerbs(ports: Ports, projectId: string): Pick<App, 'readFile' | 'readEdits' | 'settleImport'> {
  const milliseconds = () => Date.parse(ports.clock.now());
  const settled = async (result: ImportResult) =>
    (await import('./settle-import')).settleImport(ports, projectId, result);
  const limitsFrom = (start: number) =>
    import('../core/formats/import-file').then(({ defaultLimits }) =>
      defaultLimits(() => milliseconds() - start > importTimeLimit),
    );
  return {
    readEdits: async (bytes) => {
      const { editsInFile } = await import('../core/formats/without/edits-file');
      return editsInFile(bytes, await limitsFrom(milliseconds()));
    },
    readFile: async (fileName, bytes) => {
      const { importFile } = await import('../core/formats/import-file');
      const limits = await limitsFrom(milliseconds());
      const input = { fileName, bytes, limits, newId: ports.newId, now: ports.clock.now() };
      return settled(importFile(input));
    },
    settleImport: settled,
  };
}

/** Binds the verbs to the ports and to one project. `hubId` is the full contribution id of the hub. */
export function createApp(ports: Ports, place: AppPlace): App {
  const { projectId, hubId } = place;
  const views = new WorkItemViews(ports, projectId);
  const policy = recentPolicy(ports, projectId);
  const keeper = new HabitKeeper(ports.person && new DocumentHabits(ports.documents, ports.person));
  return {
    newId: ports.newId,
    now: () => ports.clock.now(),
    facts: () => ports.backlog.facts(),
    settingsUrl: async (page) =>
      `${(await ports.backlog.facts()).url}/_settings/${hubId.replace(/[^.]+$/, page)}`,
    listModels: () => listModels(ports, projectId),
    openModel: async (id) => {
      // Where it comes with the model it costs nothing, and is as new as that.
      const opened = await openModel(ports, projectId, id, ports.documents.lists ? undefined : policy());
      views.repairOnce(opened);
      return opened;
    },
    openModels: async (choice) => (await import('./open-models')).openModels(ports, projectId, choice),
    ...writingVerbs(ports, place, views),
    readWorkItem: (id) => readWorkItem(ports, projectId, id),
    keepPendingClauses: (item, clauses) => keepPendingClauses(ports, { projectId, item, clauses }),
    repairWorkItemViews: (opened) => views.repair(opened),
    ...fileVerbs(ports, projectId),
    readWorkItems: (ids) => ports.backlog.read(ids),
    findStories: (text, limit) => ports.backlog.findStories(text, limit),
    knowledge: keepKnowledge(withOwnKnowledge(ports)),
    readAlignment: async (sprint) =>
      (await import('./read-alignment')).readAlignment(ports, { projectId, sprint }),
    keepFindingDay: async (today) =>
      (await import('./finding-history')).keepFindingDay(ports, projectId, today),
    // Loaded when asked for: most pages never write a file for operations, and the writers of YAML weigh something.
    readOperations: async (model) => {
      const { readOperations } = await import('./read-operations');
      return readOperations(ports, { projectId, model, hubId });
    },
    ...lessonVerbs(ports, { projectId, knowledge: withOwnKnowledge(ports) }),
    stories: (ids) => ports.backlog.stories(ids),
    ...storyVerbs(ports, projectId),
    ...policyVerbs(ports, projectId),
    ...testerVerbs(ports, place),
    sprints: (team) => ports.backlog.sprints(team),
    pace: (team, sprint) => ports.backlog.pace(team, sprint),
    histories: async (ids) => (await import('./kept-histories')).readKeptHistories(ports, projectId, ids),
    comment: (id, html) => ports.backlog.comment(id, html),
    actor: async () => (await ports.person?.())?.name,
    habits: () => keeper.read(),
    changeHabits: (how) => keeper.change(how),
    changeWorkItem: (change) => ports.backlog.change(change),
    taskFields: () => ports.backlog.tasks.fields(),
    planSync: async (request) => {
      const { planBacklogSync } = await import('./sync-backlog');
      const plan = await planBacklogSync(ports, { ...request, hubId });
      // Where nothing would be made nobody has to look for a Task that is there.
      if (!plan.steps.some(({ kind }) => kind === 'create')) return plan;
      return (await import('./look-alikes')).withLookAlikes(ports, request.model, plan);
    },
    askPerson: async (question) => (await import('./ask-person')).askPerson(ports, { question, hubId }),
    readAnswer: async (workItem, labels) =>
      (await import('./ask-person')).readAnswer(ports, { workItem, labels }),
    readPortfolio: async (watch) =>
      (await import('./read-portfolio')).readPortfolio(ports, { projectId, hubId, watch }),
    flags: async () => (await import('./flags/flags-app')).createFlagsApp(ports, projectId),
    // Journal and undo are for one page: the others do not load them.
    readJournal: async (model) => {
      const { readJournal } = await import('./sync-journal');
      return readJournal({ documents: ports.documents, projectId, model });
    },
    planUndoSync: async (opened) => (await import('./undo-sync')).planUndoSync(ports, opened),
  };
}
