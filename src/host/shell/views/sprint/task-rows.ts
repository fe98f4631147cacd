/** The rows of a taskboard: by requirement or by person, with the tasks that stand in each. */
import { field, identityOf, numberOf, type WorkItem } from '../../rest/work-item';

export type Grouping = 'stories' | 'people';

export interface TaskRowData {
  readonly key: string;
  /** The requirement of the row; undefined in rows of people and for tasks without a parent. */
  readonly parent: WorkItem | undefined;
  /** What the row says when it is no requirement. */
  readonly name: string;
  /** The unique name of the person whose row it is, "" for nobody's. */
  readonly person: string | undefined;
  readonly tasks: readonly WorkItem[];
}

/** Tasks without a parent come first, as on the original; requirements keep the order of the backlog. */
function byStory(parents: readonly WorkItem[], tasks: readonly WorkItem[]): readonly TaskRowData[] {
  const known = new Set(parents.map(({ id }) => id));
  const parentOf = (task: WorkItem): number => numberOf(task, field.parent) ?? 0;
  const orphans = tasks.filter((task) => !known.has(parentOf(task)));
  const rows = parents.map((parent) => ({
    key: String(parent.id),
    parent,
    name: '',
    person: undefined,
    tasks: tasks.filter((task) => parentOf(task) === parent.id),
  }));
  const none = {
    key: 'none',
    parent: undefined,
    name: 'Without a parent',
    person: undefined,
    tasks: orphans,
  };
  return orphans.length > 0 ? [none, ...rows] : rows;
}

/** People by name, what belongs to nobody first. */
function byPerson(tasks: readonly WorkItem[]): readonly TaskRowData[] {
  const rows = new Map<string, { readonly name: string; readonly tasks: WorkItem[] }>();
  for (const task of tasks) {
    const person = identityOf(task, field.assignedTo);
    const key = person?.uniqueName ?? '';
    const row = rows.get(key) ?? { name: person?.displayName ?? 'Unassigned', tasks: [] };
    row.tasks.push(task);
    rows.set(key, row);
  }
  return [...rows]
    .map(([person, { name, tasks: own }]) => ({
      key: `person ${person}`,
      parent: undefined,
      name,
      person,
      tasks: own,
    }))
    .sort((a, b) => Number(a.person !== '') - Number(b.person !== '') || a.name.localeCompare(b.name));
}

export function taskRows(
  grouping: Grouping,
  parents: readonly WorkItem[],
  tasks: readonly WorkItem[],
): readonly TaskRowData[] {
  return grouping === 'people' ? byPerson(tasks) : byStory(parents, tasks);
}
