/** Puts the work for a mitigation into the sprint, under the story that needs it: by moving its Task, or by making one. */
import type { App } from '../../app/app';
import type { Sprint } from '../../core/alignment/picture';
import type { ModelId } from '../../core/model/ids';
import type { Mitigation } from '../../core/model/mitigation';
import type { WorkItem } from '../../core/sync/backlog-picture';
import type { SyncChoice } from '../../core/sync/plan';
import { sentenceOf } from '../../ui/words';
import type { AlignmentDesk, ItemChange } from './desk';
import type { Done } from './use-desk';

const iterationField = 'System.IterationPath';

/** The change of a Task that stands elsewhere, with what it was. */
export function moveOf(task: WorkItem, sprint: Sprint, story: number): ItemChange {
  const moves = task.parent !== story;
  return {
    change: {
      id: task.id,
      rev: task.rev,
      fields: { [iterationField]: sprint.path },
      ...(moves ? { parent: story } : {}),
    },
    back: {
      fields: { [iterationField]: task.iterationPath },
      ...(moves ? { parent: task.parent ?? null } : {}),
    },
  };
}

/** Moves the Task. Rejects with OutdatedError when somebody changed it since it was shown. */
export async function bringTask(
  desk: AlignmentDesk,
  given: { readonly task: WorkItem; readonly sprint: Sprint; readonly story: number },
): Promise<Done> {
  const { task, sprint, story } = given;
  const deed = await desk.changeItem(moveOf(task, sprint, story));
  return { message: `#${task.id} is in ${sprint.name} now, under #${story}.`, deed };
}

export interface NewTask {
  readonly model: ModelId;
  readonly mitigation: Mitigation;
  readonly sprint: Sprint;
  readonly story: number;
}

/** Asking for the Task is the approval of its mitigation, as in the hub. */
function choiceFor({ mitigation, story }: NewTask): SyncChoice {
  const selection = new Set([mitigation.id]);
  return { selection, approve: selection, parents: new Map([[mitigation.id, story]]), fallbackParent: story };
}

async function makeTask(app: App, desk: AlignmentDesk, given: NewTask): Promise<number> {
  const session = desk.sessionOf(given.model);
  // The verb works on what is stored, so the last edits must be there first.
  await session.idle();
  if (session.current.saving.kind === 'failed') throw new Error('Your last edits are not saved yet.');
  const choice = choiceFor(given);
  const plan = await app.planSync({ model: session.current.model, choice });
  const report = await app.applySync({ opened: session.current.opened, plan, choice });
  if (report.kind === 'busy')
    throw new Error('Somebody else is creating Tasks for this model right now. Try again in a moment.');
  session.takeIn(report.opened);
  const [outcome] = report.outcomes;
  if (outcome?.result.kind === 'done') return outcome.result.workItem;
  const why = outcome?.result.message ?? plan.conflicts[0]?.because ?? plan.left[0]?.because;
  throw new Error(`No Task was made. ${why ?? 'Look at the mitigation in the hub.'}`);
}

/** Moves the Task that was just made, if its story stands elsewhere. Rejects with a sentence. */
async function moveNewTask(app: App, desk: AlignmentDesk, given: NewTask & { readonly id: number }) {
  const { id, sprint, story } = given;
  desk.addTasks(await app.readWorkItems([id]));
  const task = desk.current.picture.tasks.get(id);
  if (!task) throw new Error('It could not be read.');
  if (task.iterationPath.toLowerCase() !== sprint.path.toLowerCase())
    await desk.changeItem(moveOf(task, sprint, story));
}

/**
 * Makes the Task under the story and sees to it that it is in the sprint. A Task is not unmade: the sentence says so.
 * Once it is made nothing rejects: an error alone would read as if there were no Task.
 */
export async function createTask(app: App, desk: AlignmentDesk, given: NewTask): Promise<Done> {
  const id = await makeTask(app, desk, given);
  const { name } = given.sprint;
  try {
    await moveNewTask(app, desk, { ...given, id });
  } catch (error) {
    return { message: `Task #${id} was created, but not moved into ${name}. ${sentenceOf(error)}` };
  }
  return { message: `Task #${id} was created in ${name}. To take it back, remove it on the board.` };
}
