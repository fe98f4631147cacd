/** The columns of a taskboard: the states of the task types in their order, without removed ones. */
import { stateOf, type Process, type StateCategory } from '../../rest/process';
import { field, textOf, type WorkItem } from '../../rest/work-item';

export interface TaskColumn {
  readonly name: string;
  readonly category: StateCategory;
}

/** Columns by the states of the default task type; other task types join by state name, else by category. */
export function taskColumns(process: Process): TaskColumn[] {
  const states = process.types.get(process.tasks.defaultType)?.states ?? [];
  return states
    .filter((state) => state.category !== 'Removed')
    .map(({ name, category }) => ({ name, category }));
}

export function columnOfTask(
  process: Process,
  task: WorkItem,
  columns: readonly TaskColumn[],
): TaskColumn | undefined {
  const name = textOf(task, field.state);
  const category = stateOf(process, textOf(task, field.type), name)?.category;
  return (
    columns.find((column) => column.name === name) ?? columns.find((column) => column.category === category)
  );
}

/** The state a task takes in a column; undefined when its type has none like it. */
export function stateInColumn(process: Process, task: WorkItem, column: TaskColumn): string | undefined {
  const states = process.types.get(textOf(task, field.type))?.states ?? [];
  const fitting =
    states.find((state) => state.name === column.name) ??
    states.find((state) => state.category === column.category);
  return fitting?.name;
}
