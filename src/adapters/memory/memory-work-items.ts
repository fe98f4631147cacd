/** Work items in a Map with their revisions, and the rules of the real service that callers rely on. */
import type { StateCategory } from '../../core/model/state-category';
import type { TaskItem, WorkItemDraft } from '../../core/sync/backlog-picture';
import type { TaskWrite } from '../../core/sync/plan';
import type { WriteResult } from '../../app/task-ports';

export const states: ReadonlyMap<string, StateCategory> = new Map<string, StateCategory>([
  ['New', 'Proposed'],
  ['Active', 'InProgress'],
  ['Resolved', 'Resolved'],
  ['Closed', 'Completed'],
  ['Removed', 'Removed'],
]);
const description = 'System.Description';
const order = 'Microsoft.VSTS.Common.StackRank';
/** Field -> its format; a field that is absent is HTML, as in the service's answers. */
export type Formats = Readonly<Record<string, 'markdown' | 'html'>>;
export type Values = Readonly<Record<string, string | number>>;

/** What a person or a program changes; `undefined` stays as it is. */
export interface Change extends Partial<TaskWrite> {
  readonly type?: string;
}

interface Revision {
  readonly item: TaskItem;
  readonly values: Values;
  /** When it was made, counted over all items. */
  readonly changed: number;
}
interface Kept extends Revision {
  readonly formats: Formats;
  readonly history: readonly Revision[];
  /** Items that it tests. */
  readonly tests: readonly number[];
  readonly deleted: boolean;
}

export const tagsOf = (text: string): string[] =>
  text
    .split(';')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');

/** The fields behind what is put in its place, so that a later change of another one leaves it. */
function valuesOf({
  title,
  state,
  tags,
  areaPath,
  iterationPath,
  description: text,
}: Partial<TaskItem>): Values {
  return {
    ...(title === undefined ? {} : { 'System.Title': title }),
    ...(state === undefined ? {} : { 'System.State': state }),
    ...(tags === undefined ? {} : { 'System.Tags': tags.join('; ') }),
    ...(areaPath === undefined ? {} : { 'System.AreaPath': areaPath }),
    ...(iterationPath === undefined ? {} : { 'System.IterationPath': iterationPath }),
    ...(text === undefined ? {} : { [description]: text.text }),
  };
}

function shown(
  id: number,
  rev: number,
  given: { values: Values; formats: Formats; before: TaskItem },
): TaskItem {
  const { values, formats, before } = given;
  const text = (name: string) => String(values[name] ?? '');
  const state = text('System.State') || 'New';
  const stack = values[order];
  return {
    ...before,
    id,
    rev,
    title: text('System.Title'),
    state,
    category: states.get(state),
    tags: tagsOf(text('System.Tags')),
    areaPath: text('System.AreaPath') || 'Shop',
    iterationPath: text('System.IterationPath') || 'Shop',
    ...(text('System.CreatedDate') ? { created: text('System.CreatedDate') } : {}),
    order: typeof stack === 'number' ? stack : undefined,
    description: { text: text(description), format: formats[description] ?? 'html' },
  };
}

export class MemoryWorkItems {
  readonly #kept = new Map<number, Kept>();
  #next = 1;
  #changes = 0;
  /** Fields that a Task must have, as a rule of the process that no list of fields shows. */
  requiredByRule: string | undefined;

  /** How often anything changed: what a token of `changes` counts. */
  get count(): number {
    return this.#changes;
  }

  all(): readonly TaskItem[] {
    return [...this.#kept.values()].filter(({ deleted }) => !deleted).map(({ item }) => item);
  }
  find(id: number): TaskItem | undefined {
    const kept = this.#kept.get(id);
    return kept && !kept.deleted ? kept.item : undefined;
  }
  kept(id: number): Kept | undefined {
    return this.#kept.get(id);
  }
  changedSince(count: number): readonly Kept[] {
    return [...this.#kept.values()].filter(({ changed }) => changed > count);
  }
  deleted(): readonly number[] {
    return [...this.#kept.values()].filter(({ deleted }) => deleted).map(({ item }) => item.id);
  }
  atRevision(id: number, rev: number): TaskItem | undefined {
    const kept = this.#kept.get(id);
    return [...(kept?.history ?? []), ...(kept ? [kept] : [])].find(({ item }) => item.rev === rev)?.item;
  }

  create(draft: WorkItemDraft, formats: Formats = {}): WriteResult {
    const problem = this.#problem(draft.type, draft.fields, draft.parent);
    if (problem) return problem;
    const id = this.#next;
    this.#next += 1;
    const before: TaskItem = {
      id,
      rev: 1,
      type: draft.type,
      title: '',
      state: 'New',
      category: 'Proposed',
      tags: [],
      areaPath: 'Shop',
      iterationPath: 'Shop',
      parent: draft.parent,
      order: undefined,
      hyperlinks: draft.hyperlink ? [draft.hyperlink.url] : [],
      project: 'Shop',
      description: { text: '', format: 'html' },
      related: [...draft.related],
    };
    const item = shown(id, 1, { values: draft.fields, formats, before });
    this.#keep({
      item,
      values: draft.fields,
      formats,
      history: [],
      tests: draft.tests ?? [],
      deleted: false,
    });
    return { kind: 'written', id, rev: 1 };
  }

  /** Changes an item; with a revision only that one. */
  change(id: number, change: Change, rev?: number): WriteResult {
    const kept = this.#kept.get(id);
    if (!kept || kept.deleted) {
      return { kind: 'refused', message: `TF401232: Work item ${id} does not exist.` };
    }
    if (rev !== undefined && rev !== kept.item.rev) return { kind: 'outdated' };
    const values = { ...kept.values, ...change.fields };
    const type = change.type ?? kept.item.type;
    const problem = this.#problem(type, values, change.parent ?? undefined);
    if (problem) return problem;
    const { item } = kept;
    const related = item.related.filter((each) => !change.unrelate?.includes(each));
    const links = item.hyperlinks.filter((each) => !change.dropHyperlinks?.includes(each));
    const before: TaskItem = {
      ...item,
      type,
      parent: change.parent === undefined ? item.parent : (change.parent ?? undefined),
      related: [...new Set([...related, ...(change.relate ?? [])])],
      hyperlinks: [...links, ...(change.hyperlink ? [change.hyperlink.url] : [])],
    };
    const next = shown(id, item.rev + 1, { values, formats: kept.formats, before });
    const tests = [...new Set([...kept.tests, ...(change.tests ?? [])])];
    this.#keep({ ...kept, item: next, values, tests, history: [...kept.history, kept] });
    return { kind: 'written', id, rev: next.rev };
  }

  /** Puts anything in its place, as a person can do where no port can: another project, another number of hands. */
  put(id: number, change: Partial<TaskItem>): void {
    const kept = this.#kept.get(id);
    if (!kept) throw new Error(`No item ${id}`);
    const item = { ...kept.item, ...change, rev: kept.item.rev + 1 };
    const values = { ...kept.values, ...valuesOf(change) };
    this.#keep({ ...kept, item, values, history: [...kept.history, kept] });
  }

  /** Into the recycle bin. Both count as a change of the item. */
  remove(id: number): WriteResult {
    return this.#bin(id, true);
  }
  restore(id: number): WriteResult {
    return this.#bin(id, false);
  }

  #bin(id: number, deleted: boolean): WriteResult {
    const kept = this.#kept.get(id);
    if (!kept || kept.deleted === deleted) {
      return { kind: 'refused', message: `TF401232: Work item ${id} does not exist.` };
    }
    const item = { ...kept.item, rev: kept.item.rev + 1 };
    this.#keep({ ...kept, item, deleted, history: [...kept.history, kept] });
    return { kind: 'written', id, rev: item.rev };
  }

  #keep(kept: Omit<Kept, 'changed'>): void {
    this.#changes += 1;
    this.#kept.set(kept.item.id, { ...kept, changed: this.#changes });
  }

  #problem(type: string, values: Values, parent: number | undefined): WriteResult | undefined {
    const title = String(values['System.Title'] ?? '');
    const rule = (name: string, code: string, required?: string): WriteResult => ({
      kind: 'refused',
      message: `TF401320: Rule Error for field ${name}. Error code: ${code}.`,
      ...(required === undefined ? {} : { required }),
    });
    if (title === '') return rule('Title', 'Required, InvalidEmpty', 'System.Title');
    if (title.length > 255) return rule('Title', 'InvalidTooLong');
    const wanted = this.requiredByRule;
    if (type === 'Task' && wanted !== undefined && !values[wanted]) {
      return rule(wanted, 'Required, InvalidEmpty', wanted);
    }
    if (parent !== undefined && !this.find(parent)) {
      return { kind: 'refused', message: `TF401232: Work item ${parent} does not exist.` };
    }
    return undefined;
  }
}
