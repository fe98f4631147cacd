/** A backlog in a Map, with the manners of the real one: same answers, same refusals. For tests and demonstrations. */
import type {
  Backlog,
  ChangeResult,
  CreateResult,
  ProjectFacts,
  Story,
  WorkItemChange,
} from '../../app/ports';
import type { Sprint } from '../../core/alignment/picture';
import type { StoryText } from '../../core/clauses/clause';
import type { StateCategory } from '../../core/model/state-category';
import type { WorkItem, WorkItemDraft } from '../../core/sync/backlog-picture';

const description = 'System.Description';
const acceptanceCriteria = 'Microsoft.VSTS.Common.AcceptanceCriteria';
const states: ReadonlyMap<string, StateCategory> = new Map<string, StateCategory>([
  ['New', 'Proposed'],
  ['Active', 'InProgress'],
  ['Resolved', 'Resolved'],
  ['Closed', 'Completed'],
  ['Removed', 'Removed'],
]);

/** Field -> its format; a field that is absent is HTML, as in the service's answers. */
type Formats = Readonly<Record<string, 'markdown' | 'html'>>;

export class MemoryBacklog implements Backlog {
  readonly #items = new Map<number, WorkItem>();
  readonly #drafts = new Map<number, WorkItemDraft>();
  readonly #formats = new Map<number, Formats>();
  #next = 1;
  /** What `sprints` answers. */
  teamSprints: readonly Sprint[] = [];

  constructor(readonly projectId = '7c1b9b52-3f0c-4e0a-9d55-5b1f0f2a6c10') {}

  facts(): Promise<ProjectFacts> {
    return Promise.resolve({
      id: this.projectId,
      name: 'Shop',
      url: 'https://dev.example/local/Shop',
      taskType: 'Task',
      storyTypes: ['User Story'],
      states: new Map([
        ['Task', states],
        ['User Story', states],
      ]),
    });
  }

  read(ids: readonly number[]): Promise<ReadonlyMap<number, WorkItem>> {
    return Promise.resolve(
      new Map(
        ids.flatMap((id) => {
          const item = this.#items.get(id);
          // Relations come only where they are asked for, as over REST.
          return item ? [[id, { ...item, hyperlinks: [] }] as const] : [];
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
    const found = [...this.#items.values()].filter(
      (item) =>
        item.type === 'User Story' &&
        item.category !== 'Removed' &&
        (item.id === number ||
          words.every((word) => item.title.toLowerCase().includes(word.replace(/^#/, '')))),
    );
    return Promise.resolve(found.reverse().slice(0, limit));
  }

  tagged(tag: string): Promise<readonly WorkItem[]> {
    const wanted = tag.toLowerCase();
    const has = (item: WorkItem) => item.tags.some((each) => each.toLowerCase() === wanted);
    return Promise.resolve([...this.#items.values()].filter(has));
  }

  stories(ids: 'all' | readonly number[]): Promise<readonly Story[]> {
    const wanted = ids === 'all' ? undefined : new Set(ids);
    const found = [...this.#items.values()].filter(
      (item) => item.type === 'User Story' && item.category !== 'Removed' && (wanted?.has(item.id) ?? true),
    );
    return Promise.resolve(found.map((item) => ({ ...item, hyperlinks: [], text: this.#textOf(item) })));
  }

  sprints(): Promise<readonly Sprint[]> {
    return Promise.resolve(this.teamSprints);
  }

  change(change: WorkItemChange): Promise<ChangeResult> {
    const item = this.#items.get(change.id);
    if (!item)
      return Promise.resolve({
        kind: 'refused',
        message: `TF401232: Work item ${change.id} does not exist.`,
      });
    if (item.rev !== change.rev) return Promise.resolve({ kind: 'outdated' });
    const { fields, parent } = change;
    const text = (name: string, old: string) => String(fields[name] ?? old);
    const state = text('System.State', item.state);
    const draft = this.#drafts.get(item.id);
    if (draft) this.#drafts.set(item.id, { ...draft, fields: { ...draft.fields, ...fields } });
    const rev = item.rev + 1;
    this.#items.set(item.id, {
      ...item,
      rev,
      state,
      category: states.get(state),
      title: text('System.Title', item.title),
      iterationPath: text('System.IterationPath', item.iterationPath),
      parent: parent === undefined ? item.parent : (parent ?? undefined),
    });
    return Promise.resolve({ kind: 'changed', rev });
  }

  create(drafts: readonly WorkItemDraft[]): Promise<readonly CreateResult[]> {
    return Promise.resolve(drafts.map((draft) => this.#create(draft)));
  }

  /** Adds a story as a person would on the board. Answers its number. */
  addStory(
    title: string,
    fields: Readonly<Record<string, string | number>> = {},
    formats: Formats = {},
  ): number {
    const result = this.#create({
      type: 'User Story',
      fields: { ...fields, 'System.Title': title },
      parent: undefined,
      related: [],
      hyperlink: undefined,
    });
    if (result.kind === 'refused') throw new Error(result.message);
    this.#formats.set(result.id, formats);
    return result.id;
  }

  /** Moves an item to a state, as a person would on the board. */
  setState(id: number, state: string): void {
    const item = this.#items.get(id);
    const category = states.get(state);
    if (!item || !category) throw new Error(`No item ${id}, or no state ${state}`);
    this.#items.set(id, { ...item, state, category, rev: item.rev + 1 });
  }

  delete(id: number): void {
    this.#items.delete(id);
  }

  /** What was written, for a look at fields that the port does not read back. */
  draft(id: number): WorkItemDraft | undefined {
    return this.#drafts.get(id);
  }

  #textOf(item: WorkItem): StoryText {
    const fields = this.#drafts.get(item.id)?.fields ?? {};
    const formats = this.#formats.get(item.id) ?? {};
    return {
      title: item.title,
      description: String(fields[description] ?? ''),
      acceptanceCriteria: String(fields[acceptanceCriteria] ?? ''),
      formats: {
        description: formats[description] ?? 'html',
        acceptanceCriteria: formats[acceptanceCriteria] ?? 'html',
      },
    };
  }

  #create(draft: WorkItemDraft): CreateResult {
    const field = (name: string) => String(draft.fields[name] ?? '');
    const title = field('System.Title');
    if (title === '' || title.length > 255) {
      const code = title === '' ? 'Required, InvalidEmpty' : 'InvalidTooLong';
      return { kind: 'refused', message: `TF401320: Rule Error for field Title. Error code: ${code}.` };
    }
    if (draft.parent !== undefined && !this.#items.has(draft.parent)) {
      return { kind: 'refused', message: `TF401232: Work item ${draft.parent} does not exist.` };
    }
    const id = this.#next;
    this.#next += 1;
    this.#drafts.set(id, draft);
    this.#items.set(id, {
      id,
      rev: 1,
      type: draft.type,
      title,
      state: 'New',
      category: 'Proposed',
      tags: field('System.Tags')
        .split(';')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
      areaPath: field('System.AreaPath') || 'Shop',
      iterationPath: field('System.IterationPath') || 'Shop',
      parent: draft.parent,
      order: undefined,
      hyperlinks: draft.hyperlink ? [draft.hyperlink.url] : [],
    });
    return { kind: 'created', id, rev: 1 };
  }
}
