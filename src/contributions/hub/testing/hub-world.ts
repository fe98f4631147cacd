/** A small world for the hub's tests: real verbs over memory, ten stories, and a navigation that remembers. */
import { createApp } from '../../../app/app';
import type { App } from '../../../app/app';
import type { Backlog, Documents } from '../../../app/ports';
import { addMitigation, addThreat } from '../../../core/model/edits/build';
import { applyEdit } from '../../../core/model/edit';
import { mint, modelId } from '../../../core/model/ids';
import { emptyModel } from '../../../core/model/model';
import type { Model } from '../../../core/model/model';
import type { TaskItem, WorkItem, WorkItemDraft } from '../../../core/sync/backlog-picture';
import type { Tasks } from '../../../app/task-ports';
import type { HubNavigation, HubQuery } from '../navigation';

const projectId = '11111111-1111-4111-8111-111111111111';

/** UUIDs that count up: the same in every run. */
export function countingIds(): () => string {
  let last = 0;
  return () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`;
}

const whole = (item: WorkItem): TaskItem => ({
  ...item,
  project: 'Shop',
  description: { text: '', format: 'html' },
  related: [],
});

export class MemoryStories implements Backlog {
  readonly tasks: Tasks = {
    read: async (ids) =>
      new Map([...this.items].filter(([id]) => ids.includes(id)).map(([id, item]) => [id, whole(item)])),
    tagged: async () => [],
    children: async () => [],
    withoutParent: async () => [],
    titled: async () => [],
    changes: async () => ({ token: '1', items: [] }),
    deleted: async () => new Set(),
    fields: async () => ({ known: new Map(), required: [] }),
    atRevisions: async () => new Map(),
    restore: async () => ({ kind: 'refused', message: 'Nothing was deleted.' }),
    write: async (operations) => {
      const drafts = operations.flatMap((each) => (each.kind === 'create' ? [each.draft] : []));
      return (await this.create(drafts)).map(({ id, rev }) => ({ kind: 'written', id, rev }));
    },
  };
  readonly items = new Map<number, WorkItem>();
  readonly created: WorkItemDraft[] = [];

  constructor(titles: readonly string[]) {
    titles.forEach((title, i) => this.put(101 + i, 'User Story', title));
  }

  put(id: number, type: string, title: string): void {
    this.items.set(id, {
      id,
      rev: 1,
      type,
      title,
      state: 'New',
      category: 'Proposed',
      tags: [],
      areaPath: 'Shop',
      iterationPath: 'Shop',
      parent: undefined,
      order: id,
      hyperlinks: [],
    });
  }

  async project() {
    return { id: projectId, name: 'Shop', url: 'http://localhost/org/Shop' };
  }

  async facts() {
    return {
      ...(await this.project()),
      taskType: 'Task',
      storyTypes: ['User Story'],
      states: new Map(),
    };
  }

  async read(ids: readonly number[]) {
    return new Map([...this.items].filter(([id]) => ids.includes(id)));
  }

  async findStories(text: string, limit: number) {
    const found = [...this.items.values()].filter((item) =>
      item.title.toLowerCase().includes(text.toLowerCase()),
    );
    return found.filter((item) => item.type === 'User Story').slice(0, limit);
  }

  async stories() {
    return [];
  }

  async iterations() {
    return [];
  }
  async pace() {
    return {};
  }
  async histories() {
    return new Map();
  }
  async commentAuthor() {
    return undefined;
  }

  async comment() {
    return 1;
  }
  async sprints() {
    return [];
  }

  async change() {
    return { kind: 'refused' as const, message: 'The hub changes no work item.' };
  }

  async create(drafts: readonly WorkItemDraft[]) {
    return drafts.map((draft) => {
      this.created.push(draft);
      const id = 200 + this.created.length;
      this.put(id, draft.type, String(draft.fields['System.Title']));
      return { kind: 'created' as const, id, rev: 1 };
    });
  }
}

export class MemoryNavigation implements HubNavigation {
  readonly toasts: string[] = [];
  readonly opened: number[] = [];
  constructor(public query: HubQuery = {}) {}
  async get() {
    return this.query;
  }
  set(query: Record<string, string>) {
    this.query = query;
  }
  replace(query: Record<string, string>) {
    this.query = query;
  }
  private listener: (query: HubQuery) => void = () => undefined;
  onChange(listener: (query: HubQuery) => void) {
    this.listener = listener;
    return () => undefined;
  }
  /** What Back or a link does: the address changes without the hub's doing. */
  visit(query: HubQuery) {
    this.query = query;
    this.listener(query);
  }
  async openWorkItem(id: number) {
    this.opened.push(id);
  }
  readonly besides: string[] = [];
  openBeside(url: string) {
    this.besides.push(url);
  }
  toast(message: string) {
    this.toasts.push(message);
  }
}

export interface HubWorld<D extends Documents> {
  readonly documents: D;
  readonly stories: MemoryStories;
  readonly app: App;
}

/** The world over a store that the test brings: this room may not name an adapter. */
export function hubWorld<D extends Documents>(documents: D): HubWorld<D> {
  const stories = new MemoryStories([
    'Sign in with a password',
    'Pay an order by card',
    'Search the catalogue',
  ]);
  const clock = { now: () => '2026-05-04T10:00:00.000Z' };
  const app = createApp(
    { documents, backlog: stories, clock, newId: countingIds() },
    { projectId, hubId: 'w.w.hub' },
  );
  return { documents, stories, app };
}

/** A model with the named threats, worst first, and one mitigation for the first of them. */
export function smallModel(app: App, titles: readonly string[]): Model {
  const id = mint(modelId, app.newId);
  let model = emptyModel({ id, name: 'Web shop', description: '', scope: [], created: app.now() });
  for (const [i, title] of titles.entries()) {
    const impact = i === 0 ? 'severe' : 'minor';
    const draft = {
      title,
      description: '',
      stride: [],
      place: { kind: 'model' },
      probability: 'likely',
      impact,
    } as const;
    model = applyEdit(model, addThreat(draft, app.newId));
  }
  const draft = { title: 'Validate input', implement: 'Use a parser.', verify: 'Send junk.' };
  return applyEdit(
    model,
    addMitigation(model, { draft, threats: [...model.threat.keys()].slice(0, 1), newId: app.newId }),
  );
}
