/** A backlog in a Map, with the manners of the real one: same answers, same refusals. For tests and demonstrations. */
import { AccessError } from '../../app/ports';
import type {
  Backlog,
  ChangeResult,
  CreateResult,
  ProjectFacts,
  ProjectPlace,
  Story,
  WorkItemChange,
} from '../../app/ports';
import type { Pace } from '../../core/advice/pace';
import type { Sprint } from '../../core/alignment/picture';
import type { StateHistory } from '../../core/risk/state-history';
import type { StoryText } from '../../core/clauses/clause';
import type { WriteResult } from '../../app/task-ports';
import type { TaskItem, WorkItem, WorkItemDraft } from '../../core/sync/backlog-picture';
import { MemoryTasks } from './memory-tasks';
import { MemoryWorkItems, states } from './memory-work-items';
import type { Formats } from './memory-work-items';

const description = 'System.Description';
const acceptanceCriteria = 'Microsoft.VSTS.Common.AcceptanceCriteria';
/** Relations come only where they are asked for, as over REST. */
function light({ project: _project, description: _text, related: _related, ...item }: TaskItem): WorkItem {
  return { ...item, hyperlinks: [] };
}

function created(result: WriteResult): CreateResult {
  if (result.kind === 'written') return { kind: 'created', id: result.id, rev: result.rev };
  return { kind: 'refused', message: result.kind === 'refused' ? result.message : 'It is outdated.' };
}

export class MemoryBacklog implements Backlog {
  readonly items = new MemoryWorkItems();
  readonly tasks = new MemoryTasks(this.items);
  /** What `sprints` answers. */
  teamSprints: readonly Sprint[] = [];

  /** What `pace` answers. */
  teamPace: Pace = {};
  /** What was said on which item, in order: the place is the number, from 1. */
  readonly comments: { readonly id: number; readonly html: string; readonly author: string }[] = [];
  /** Who says it. */
  author = 'Olivia Owner';

  constructor(readonly projectId = '7c1b9b52-3f0c-4e0a-9d55-5b1f0f2a6c10') {}

  project(): Promise<ProjectPlace> {
    const url = 'https://dev.example/local/Shop';
    return Promise.resolve({ id: this.projectId, name: 'Shop', url });
  }

  async facts(): Promise<ProjectFacts> {
    return {
      ...(await this.project()),
      taskType: 'Task',
      storyTypes: ['User Story'],
      states: new Map([
        ['Task', states],
        ['User Story', states],
      ]),
    };
  }

  read(ids: readonly number[]): Promise<ReadonlyMap<number, WorkItem>> {
    return Promise.resolve(
      new Map(
        ids.flatMap((id) => {
          const item = this.items.find(id);
          return item ? [[id, light(item)] as const] : [];
        }),
      ),
    );
  }

  findStories(text: string, limit: number): Promise<readonly WorkItem[]> {
    const words = text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const number = Number(/^#?(\d{1,9})$/.exec(text.trim())?.[1] ?? 0);
    const found = this.items
      .all()
      .filter(
        (item) =>
          item.type === 'User Story' &&
          item.category !== 'Removed' &&
          (item.id === number ||
            words.every((word) => item.title.toLowerCase().includes(word.replace(/^#/, '')))),
      );
    return Promise.resolve([...found].reverse().slice(0, limit).map(light));
  }

  stories(ids: 'all' | readonly number[]): Promise<readonly Story[]> {
    const wanted = ids === 'all' ? undefined : new Set(ids);
    const found = this.items
      .all()
      .filter(
        (item) => item.type === 'User Story' && item.category !== 'Removed' && (wanted?.has(item.id) ?? true),
      );
    return Promise.resolve(found.map((item) => ({ ...light(item), text: this.#textOf(item) })));
  }

  sprints(): Promise<readonly Sprint[]> {
    return Promise.resolve(this.teamSprints);
  }

  iterations(): Promise<readonly Sprint[]> {
    return Promise.resolve(this.teamSprints);
  }

  pace(): Promise<Pace> {
    return Promise.resolve(this.teamPace);
  }

  /** What `histories` answers. */
  stateHistories: ReadonlyMap<number, StateHistory> = new Map();

  histories(ids: readonly number[]): Promise<ReadonlyMap<number, StateHistory>> {
    return Promise.resolve(new Map([...this.stateHistories].filter(([id]) => ids.includes(id))));
  }

  comment(id: number, html: string): Promise<number> {
    if (!this.items.find(id))
      return Promise.reject(new AccessError('not-found', `Work item ${id} is not there.`));
    this.comments.push({ id, html, author: this.author });
    return Promise.resolve(this.comments.length);
  }

  commentAuthor(id: number, comment: number): Promise<string | undefined> {
    const found = this.comments[comment - 1];
    return Promise.resolve(found?.id === id ? found.author : undefined);
  }

  change(change: WorkItemChange): Promise<ChangeResult> {
    const { id, rev, fields, parent } = change;
    const result = this.items.change(id, { fields, ...(parent === undefined ? {} : { parent }) }, rev);
    if (result.kind === 'written') return Promise.resolve({ kind: 'changed', rev: result.rev });
    return Promise.resolve(result);
  }

  create(drafts: readonly WorkItemDraft[]): Promise<readonly CreateResult[]> {
    return Promise.resolve(drafts.map((draft) => created(this.items.create(draft))));
  }

  /** Adds a story as a person would on the board. Answers its number. */
  addStory(
    title: string,
    fields: Readonly<Record<string, string | number>> = {},
    formats: Formats = {},
  ): number {
    const draft = { type: 'User Story', parent: undefined, related: [], hyperlink: undefined };
    const result = this.items.create({ ...draft, fields: { ...fields, 'System.Title': title } }, formats);
    if (result.kind !== 'written') throw new Error('The story was refused.');
    return result.id;
  }

  /** Moves an item to a state, as a person would on the board. */
  setState(id: number, state: string): void {
    if (!states.has(state)) throw new Error(`No state ${state}`);
    const result = this.items.change(id, { fields: { 'System.State': state } });
    if (result.kind !== 'written') throw new Error(`No item ${id}`);
  }

  delete(id: number): void {
    this.items.remove(id);
  }

  /** What was written, for a look at fields that the port does not read back. */
  draft(id: number): WorkItemDraft | undefined {
    const kept = this.items.kept(id);
    if (!kept) return undefined;
    const { item, values } = kept;
    const [url] = item.hyperlinks;
    const hyperlink = url === undefined ? undefined : { url, comment: '' };
    return { type: item.type, fields: values, parent: item.parent, related: item.related, hyperlink };
  }

  #textOf(item: WorkItem): StoryText {
    const { values = {}, formats = {} } = this.items.kept(item.id) ?? {};
    return {
      title: item.title,
      description: String(values[description] ?? ''),
      acceptanceCriteria: String(values[acceptanceCriteria] ?? ''),
      formats: {
        description: formats[description] ?? 'html',
        acceptanceCriteria: formats[acceptanceCriteria] ?? 'html',
      },
    };
  }
}
