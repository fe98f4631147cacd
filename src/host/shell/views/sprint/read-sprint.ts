/** Reads what a sprint holds, and finds the sprint that an address means. */
import type { Shell } from '../../page/shell';
import type { Process } from '../../rest/process';
import type { Iteration } from '../../rest/team';
import { field, numberOf, textOf, type WorkItem } from '../../rest/work-item';
import { quoted } from '../../rest/work-items';
import { taskboardOver, type Taskboard, type TaskboardSetup } from '../../rest/taskboard';
import { fieldsAskedFor } from '../board/card-style';
import { cardFields, cardsQuery, readCards } from '../cards';

export interface Sprint {
  readonly process: Process;
  readonly iteration: Iteration;
  readonly parents: readonly WorkItem[];
  readonly tasks: readonly WorkItem[];
  readonly setup: TaskboardSetup;
  /** That finds what is planned in the sprint, in WIQL. */
  readonly wiql: string;
}

/** The sprint of the address, else the current one, else the newest. */
export function chosenIteration(iterations: readonly Iteration[], wanted: string): Iteration | undefined {
  return (
    iterations.find((each) => each.name === wanted) ??
    iterations.find((each) => each.attributes.timeFrame === 'current') ??
    iterations[iterations.length - 1]
  );
}

/**
 * Tasks of the sprint whose requirement lies in another sprint bring it along: their row would be nameless otherwise.
 * A bug below a feature brings nothing: it stands among those without a parent, as on the original.
 */
async function missingParents(
  shell: Shell,
  process: Process,
  tasks: readonly WorkItem[],
  have: readonly WorkItem[],
) {
  const known = new Set(have.map((item) => item.id));
  const parents = tasks
    .map((task) => numberOf(task, field.parent))
    .filter((id): id is number => id !== undefined);
  const missing = [...new Set(parents)].filter((id) => !known.has(id));
  if (missing.length === 0) return [];
  const read = await shell.workItems.read(missing, cardFields(process));
  return read.filter((item) => process.requirements.types.includes(textOf(item, field.type)));
}

/** The taskboard of the team that is shown. */
export function sprintBoard({ connection, bootstrap }: Shell): Taskboard {
  const [project, team] = [bootstrap.project.name, bootstrap.team.name].map(encodeURIComponent);
  return taskboardOver(connection, `/${project ?? ''}/${team ?? ''}/_apis/work`);
}

/** Requirements and tasks of a sprint, and where they stand. */
export async function readSprint(shell: Shell, process: Process, iteration: Iteration): Promise<Sprint> {
  const inSprint = `AND [System.IterationPath] = ${quoted(iteration.path)}`;
  const fields = fieldsAskedFor(shell.bootstrap.taskboard);
  const [requirements, tasks, setup] = await Promise.all([
    readCards(shell, process, process.requirements.types, { also: inSprint, fields }),
    readCards(shell, process, process.tasks.types, { also: inSprint, fields }),
    sprintBoard(shell).read(iteration.id),
  ]);
  const parents = [...requirements, ...(await missingParents(shell, process, tasks, requirements))];
  const wiql = cardsQuery(process, [...process.requirements.types, ...process.tasks.types], inSprint);
  return { process, iteration, parents, tasks, setup, wiql };
}
