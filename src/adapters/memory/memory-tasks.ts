/** Tasks in memory, with the manners of the real ones, and failures on request. */
import { AccessError } from '../../app/ports';
import type { Changes, TaskFieldFacts, TaskOperation, Tasks, WriteResult } from '../../app/task-ports';
import type { TaskField, TaskItem } from '../../core/sync/backlog-picture';
import type { MemoryWorkItems } from './memory-work-items';

export class MemoryTasks implements Tasks {
  /** Required fields that the list of the type's fields names. */
  required: readonly TaskField[] = [];
  /** Further fields of the type. */
  listed: readonly TaskField[] = [];

  constructor(private readonly items: MemoryWorkItems) {}

  async read(ids: readonly number[]): Promise<ReadonlyMap<number, TaskItem>> {
    return new Map(
      [...new Set(ids)].flatMap((id) => {
        const item = this.items.find(id);
        return item ? [[id, item] as const] : [];
      }),
    );
  }

  async tagged(tag: string): Promise<readonly TaskItem[]> {
    const wanted = tag.toLowerCase();
    return this.items
      .all()
      .filter(
        ({ project, tags }) => project === 'Shop' && tags.some((each) => each.toLowerCase() === wanted),
      );
  }

  async children(ids: readonly number[]): Promise<readonly TaskItem[]> {
    return this.items
      .all()
      .filter(
        ({ project, type, parent }) =>
          project === 'Shop' && type === 'Task' && parent !== undefined && ids.includes(parent),
      );
  }

  async withoutParent(): Promise<readonly TaskItem[]> {
    const found = this.items.all().filter(({ project, type, parent }) => {
      return project === 'Shop' && type === 'Task' && parent === undefined;
    });
    return found.slice(-200);
  }

  async titled(words: readonly string[]): Promise<readonly TaskItem[]> {
    const found = this.items.all().filter(({ project, type, title }) => {
      const text = title.toLowerCase();
      return project === 'Shop' && type === 'Task' && words.some((word) => text.includes(word.toLowerCase()));
    });
    return found.slice(-200);
  }

  async changes(since: string | undefined, revisions: 'newest' | 'every' = 'newest'): Promise<Changes> {
    const token = String(this.items.count);
    if (since === undefined) return { token, items: [] };
    if (!/^\d+$/.test(since)) throw new AccessError('unexpected', 'The token of the changes is not one.');
    const changed = this.items.changedSince(Number(since));
    // As where the project stands in the address: what moved out of it is told to nobody (reporting revisions, REST 7.1).
    const here = changed.filter(({ item }) => item.project === 'Shop');
    const items = here.flatMap(({ item, deleted, history }) => {
      const before = history.filter((each) => each.changed > Number(since));
      const told = revisions === 'every' ? [...before.map((each) => each.item), item] : [item];
      return told.map(({ id, rev, tags }) => ({ id, rev, deleted, tags }));
    });
    return { token, items };
  }

  async deleted(): Promise<ReadonlySet<number>> {
    return new Set(this.items.deleted());
  }

  async fields(): Promise<TaskFieldFacts> {
    const names = ['System.Title', 'System.Description', 'Microsoft.VSTS.Common.Priority'];
    const known = [...names.map((name) => ({ field: name, name })), ...this.required, ...this.listed];
    return { known: new Map(known.map((each) => [each.field, each])), required: this.required };
  }

  async atRevisions(wanted: ReadonlyMap<number, number>): Promise<ReadonlyMap<number, TaskItem>> {
    return new Map(
      [...wanted].flatMap(([id, rev]) => {
        const item = this.items.atRevision(id, rev);
        return item ? [[id, item] as const] : [];
      }),
    );
  }

  async write(operations: readonly TaskOperation[]): Promise<readonly WriteResult[]> {
    return operations.map((operation) => {
      switch (operation.kind) {
        case 'create':
          return this.items.create(operation.draft);
        case 'update':
          return this.items.change(operation.id, operation.write, operation.rev);
        case 'delete':
          return this.items.remove(operation.id);
      }
    });
  }

  async restore(id: number): Promise<WriteResult> {
    return this.items.restore(id);
  }
}
