/** Takes the last sync back: plan first, shown; then done by the same steps and written into the same journal. */
import { lineOf } from '../core/sync/journal';
import type { JournalEntry } from '../core/sync/journal';
import { planUndo, undoable, wroteNothing } from '../core/sync/plan-undo';
import type { UndoPlan } from '../core/sync/plan-undo';
import type { TaskItem } from '../core/sync/backlog-picture';
import { noChoice } from '../core/sync/plan';
import { journaled } from './journaled';
import { ModelError } from './model-error';
import type { OpenedModel } from './open-model';
import type { Ports } from './ports';
import { StepRunner } from './run-steps';
import type { RunSettings, StepOutcome } from './run-steps';
import { readJournal } from './sync-journal';
import { changeMemory } from './sync-memory';
import type { SyncMemory } from './sync-memory';

export interface Undoing extends UndoPlan {
  readonly entry: JournalEntry;
}

/** The Tasks that the sync wrote into, as they were before it. */
async function updatedBefore(
  { backlog }: Ports,
  { lines }: JournalEntry,
  tasks: ReadonlyMap<number, TaskItem>,
): Promise<ReadonlyMap<number, TaskItem>> {
  const wanted = new Map<number, number>();
  const changes: string[] = [];
  for (const line of lines) {
    const { kind, workItem, before: rev, result } = line;
    const isDone = kind === 'update' && result === 'done' && !wroteNothing(line);
    const task = workItem === null ? undefined : tasks.get(workItem);
    if (!isDone || rev === null || !task) continue;
    wanted.set(task.id, rev);
    if (task.changed !== undefined) changes.push(task.changed);
  }
  if (wanted.size === 0) return new Map();
  const [first] = changes.sort((a, b) => Date.parse(a) - Date.parse(b));
  return backlog.tasks.atRevisions(wanted, first);
}

/**
 * What undoing the last sync would do; undefined when there is nothing to undo. The journal, and for each 200 Tasks one
 * request for what they are and one for what they were. Rejects with AccessError.
 */
export async function planUndoSync(ports: Ports, opened: OpenedModel): Promise<Undoing | undefined> {
  const { projectId, model } = opened;
  const place = { documents: ports.documents, projectId, model: model.info.id };
  const entry = undoable(await readJournal(place));
  if (!entry) return undefined;
  const numbers = entry.lines.flatMap(
    ({ workItem, realisation }) => workItem ?? model.realisation.get(realisation)?.workItem ?? [],
  );
  const tasks = numbers.length > 0 ? await ports.backlog.tasks.read(numbers) : new Map<number, TaskItem>();
  const before = await updatedBefore(ports, entry, tasks);
  return { entry, ...planUndo({ model, entry, tasks, before }) };
}

export interface UndoReport {
  readonly opened: OpenedModel;
  readonly outcomes: readonly StepOutcome[];
  readonly left: UndoPlan['left'];
  readonly problem?: string;
}

/** How somebody follows a long undo, and stops it between batches. */
export type UndoWatch = Pick<RunSettings, 'onProgress' | 'stopped'>;

/** Everything is read again; and where the two agreed last, they may not any more. */
function afterUndo(before: SyncMemory, wasUndone: boolean): SyncMemory {
  const { last } = before;
  return { ...before, looks: {}, ...(last && wasUndone ? { last: { ...last, takenBack: true } } : {}) };
}

/** Does it. Updates are guarded by their revision; what was deleted lies in the recycle bin. */
export async function undoSync(
  ports: Ports,
  given: { readonly opened: OpenedModel; readonly undoing: Undoing } & UndoWatch,
): Promise<UndoReport> {
  const { opened, undoing, ...watch } = given;
  if (opened.readOnly !== undefined) throw new ModelError('read-only', opened.readOnly);
  const { steps, entry, left } = undoing;
  const mayGoOn = () => Promise.resolve(true);
  const runner = new StepRunner({ ports, opened, choice: noChoice, mayGoOn, ...watch });
  await journaled(
    { ports, projectId: opened.projectId, model: opened.model.info.id },
    {
      kind: 'undo',
      undoes: entry.id,
      lines: steps.map((step) => lineOf(opened.model, step)),
      steps,
      outcomes: () => runner.outcomes,
    },
    () => runner.run(steps),
  );
  const wasUndone = [...runner.outcomes.values()].some(({ result }) => result.kind === 'done');
  // What only the model let go of has not changed on the backlog: no list of changes would bring its question again.
  const place = { projectId: opened.projectId, model: opened.model.info.id, known: opened.memory };
  const memory =
    opened.memory && (await changeMemory(ports, place, (before) => afterUndo(before, wasUndone)));
  return {
    opened: memory ? { ...runner.opened, memory } : runner.opened,
    outcomes: [...runner.outcomes.values()],
    left,
    ...(runner.problem === undefined ? {} : { problem: runner.problem }),
  };
}
