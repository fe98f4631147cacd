/** Looks at every model of every project that the person may see, one project after another; writes nothing. */
import type { ReadComment } from '../core/model/comment-proof';
import type { ModelId } from '../core/model/ids';
import type { Model } from '../core/model/model';
import { entriesIn } from '../core/history/note-documents';
import { entryOf } from '../core/portfolio/entry';
import type { PortfolioEntry } from '../core/portfolio/entry';
import { reviewsOf } from '../core/review/review-state';
import { notesCollection } from '../core/store/collections';
import { statesOf } from '../core/sync/foreign';
import { listModels } from './list-models';
import { openModel } from './open-model';
import type { Backlog, Ports, Projects } from './ports';
import { readComment } from './read-evidence';
import { hubUrl } from './sync-backlog';

export interface PortfolioRow {
  readonly project: string;
  /** The hub of that project, without query; undefined = the project that we are in. */
  readonly hub: string | undefined;
  readonly entry: PortfolioEntry;
}
export interface Portfolio {
  readonly rows: readonly PortfolioRow[];
  /** Projects that were looked at, of so many. */
  readonly looked: number;
  readonly of: number;
  /** What could not be read, as one sentence each. */
  readonly unread: readonly string[];
}

export interface PortfolioRequest {
  readonly projectId: string;
  readonly hubId: string;
  /** Called with what is known after each project. */
  readonly watch: (known: Portfolio) => 'go-on' | 'stop';
}

type SeenBacklog = Pick<Backlog, 'facts' | 'read' | 'commentAuthor'>;
type PortfolioPorts = Pick<Ports, 'documents' | 'clock' | 'backlog' | 'elsewhere'>;
interface Project {
  readonly id: string;
  readonly name: string;
}

const reason = (error: unknown) => (error instanceof Error ? error.message : 'It could not be read.');

/** The Tasks by which the risk falls. */
const tasksOf = ({ realisation }: Model): readonly number[] => [
  ...new Set([...realisation.values()].flatMap(({ workItem }) => workItem ?? [])),
];

/** The comment of the newest approval; one that cannot be asked for is not judged. */
async function proofOf(backlog: SeenBacklog, model: Model): Promise<ReadComment | undefined> {
  const [newest] = reviewsOf(model);
  const evidence = newest?.decision?.kind === 'approved' ? newest.decision.evidence : undefined;
  return evidence && readComment(backlog, evidence).catch(() => undefined);
}

async function readEntry(
  { documents, clock }: PortfolioPorts,
  from: { readonly project: string; readonly backlog: SeenBacklog; readonly model: ModelId },
): Promise<PortfolioEntry> {
  const { project, backlog, model: id } = from;
  const [{ model }, notes] = await Promise.all([
    openModel({ documents }, project, id),
    documents.list(notesCollection(project, id)),
  ]);
  const tasks = tasksOf(model);
  const [items, proof] = await Promise.all([
    tasks.length > 0 ? backlog.read(tasks) : new Map(),
    proofOf(backlog, model),
  ]);
  const [newest] = entriesIn(notes);
  return entryOf({
    model,
    states: statesOf(items, model),
    now: clock.now(),
    changed: newest?.at,
    proof,
  });
}

async function readProject(ports: PortfolioPorts, project: Project, { projectId, hubId }: PortfolioRequest) {
  const rows: PortfolioRow[] = [];
  const unread: string[] = [];
  const summaries = await listModels(ports, project.id);
  if (summaries.length === 0) return { rows, unread };
  const isHere = project.id === projectId;
  const backlog = isHere ? ports.backlog : (ports.elsewhere?.backlog(project.id) ?? ports.backlog);
  const hub = isHere ? undefined : hubUrl((await backlog.facts()).url, hubId);
  for (const summary of summaries) {
    if (summary.kind === 'damaged') {
      unread.push(`${project.name}: a model that is damaged.`);
      continue;
    }
    const { id, name } = summary.info;
    try {
      const entry = await readEntry(ports, { project: project.id, backlog, model: id });
      rows.push({ project: project.name, hub, entry });
    } catch (error) {
      unread.push(`${project.name}, ${name}: ${reason(error)}`);
    }
  }
  return { rows, unread };
}

/** Where nobody can list projects there is this one. */
const onlyHere = ({ backlog }: PortfolioPorts, { projectId }: PortfolioRequest): Projects => ({
  list: async () => [{ id: projectId, name: (await backlog.facts()).name }],
});

/**
 * One request per project, and about five per model: its documents, its notes, its Tasks, the comment of an approval.
 * What cannot be read is named and the rest goes on. Rejects with AccessError when the projects cannot be listed.
 */
export async function readPortfolio(ports: PortfolioPorts, request: PortfolioRequest): Promise<Portfolio> {
  const projects = await (ports.elsewhere?.projects ?? onlyHere(ports, request)).list();
  let known: Portfolio = { rows: [], looked: 0, of: projects.length, unread: [] };
  for (const project of projects) {
    if (request.watch(known) === 'stop') break;
    const found = await readProject(ports, project, request).catch((error: unknown) => ({
      rows: [],
      unread: [`${project.name}: ${reason(error)}`],
    }));
    known = {
      ...known,
      looked: known.looked + 1,
      rows: [...known.rows, ...found.rows],
      unread: [...known.unread, ...found.unread],
    };
  }
  request.watch(known);
  return known;
}
