/** What boards share: reading cards with their child tasks, and moving one without overwriting anybody. */
import { ask, say } from '../overlays/overlay-stack';
import type { Shell } from '../page/shell';
import { isConflict, sentenceOf } from '../rest/connection';
import type { Process } from '../rest/process';
import { field, numberOf, textOf, type WorkItem } from '../rest/work-item';
import { quotedList } from '../rest/work-items';

/** Fields of a card; `effort` and `order` are named by the process. */
export function cardFields(process: Process): string[] {
  return [
    'System.Id',
    field.title,
    field.state,
    field.type,
    field.assignedTo,
    field.tags,
    field.parent,
    field.iteration,
    field.area,
    field.boardColumn,
    field.boardColumnDone,
    field.boardLane,
    field.remainingWork,
    process.effortField,
    process.orderField,
  ];
}

export interface MoreCards {
  /** A further WIQL condition, with its AND. */
  readonly also?: string;
  /** Read beside the fields of every card. */
  readonly fields?: readonly string[];
}

/** The query for items of some types that were not removed, by backlog order. */
export function cardsQuery(process: Process, types: readonly string[], also = ''): string {
  const removed = types
    .flatMap((type) => process.types.get(type)?.states ?? [])
    .filter((state) => state.category === 'Removed');
  const names = [...new Set(removed.map((state) => state.name))];
  return [
    'SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project',
    `AND [System.WorkItemType] IN ${quotedList(types)}`,
    names.length > 0 ? `AND [System.State] NOT IN ${quotedList(names)}` : '',
    also,
    `ORDER BY [${process.orderField}] ASC, [System.Id] ASC`,
  ].join(' ');
}

/** What the query finds, with the fields of cards. */
export async function readCards(
  shell: Shell,
  process: Process,
  types: readonly string[],
  { also = '', fields = [] }: MoreCards = {},
): Promise<WorkItem[]> {
  const ids = await shell.workItems.query(cardsQuery(process, types, also));
  const items = await shell.workItems.read(ids, [...new Set([...cardFields(process), ...fields])]);
  // An item without an order sorts first in WIQL; people expect new items at the end.
  const order = (item: WorkItem): number => numberOf(item, process.orderField) ?? Number.MAX_VALUE;
  return items.sort((a, b) => order(a) - order(b) || a.id - b.id);
}

/** Children by the id of their parent. */
export function byParent(items: readonly WorkItem[]): ReadonlyMap<number, readonly WorkItem[]> {
  const groups = new Map<number, WorkItem[]>();
  for (const item of items) {
    const parent = numberOf(item, field.parent);
    if (parent === undefined) continue;
    groups.set(parent, [...(groups.get(parent) ?? []), item]);
  }
  return groups;
}

/**
 * Writes changes of one item under a test of its revision, tells the person what went wrong, and reads the view again
 * in any case, so that the screen never shows a wish for a fact.
 */
export async function changeCard(
  shell: Shell,
  item: WorkItem,
  changes: Readonly<Record<string, unknown>>,
  reload: () => Promise<void>,
): Promise<void> {
  try {
    await shell.workItems.change(item, changes);
  } catch (problem) {
    if (isConflict(problem)) {
      say(
        shell.overlays,
        `#${item.id} was changed by someone else in the meantime. It has been read again; nothing was overwritten.`,
      );
    } else {
      void ask(shell.overlays, {
        title: `#${item.id} could not be saved`,
        text: sentenceOf(problem),
        okText: 'OK',
      });
    }
  }
  await reload();
}

/** Opens the form over the view, and reads the view again once it was closed. */
export function openCard(
  shell: Shell,
  id: number,
  reload: () => Promise<void>,
  among: readonly number[] = [],
): void {
  shell.overlays.open({ kind: 'work-item', id, among, onClose: () => void reload() });
}

/** A moved card is a new element in another column: gives it the focus that its old self had, unless the person went on. */
export function refocusCard(id: number): void {
  if (document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus();
}

export function describeCard(item: WorkItem): string {
  return `${textOf(item, field.type)} ${item.id}: ${textOf(item, field.title)}`;
}
