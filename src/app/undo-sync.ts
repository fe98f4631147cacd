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

export interface Undoing extends UndoPlan {
  readonly entry: JournalEntry;
}

/** What undoing the last sync would do; undefined when there is nothing to undo. One request for each update. */
export async function planUndoSync(ports: Ports, opened: OpenedModel): Promise<Undoing | undefined> {
  const { projectId, model } = opened;
  const place = { documents: ports.documents, projectId, model: model.info.id };
  const entry = undoable(await readJournal(place));
  if (!entry) return undefined;
  const numbers = entry.lines.flatMap(
    ({ workItem, realisation }) => workItem ?? model.realisation.get(realisation)?.workItem ?? [],
  );
  const tasks = numbers.length > 0 ? await ports.backlog.tasks.read(numbers) : new Map<number, TaskItem>();
  const before = new Map<number, TaskItem>();
  for (const line of entry.lines) {
    const { kind, workItem, before: rev, after, result } = line;
    if (kind !== 'update' || result !== 'done' || workItem === null || rev === null || wroteNothing(line))
      continue;
    if (tasks.get(workItem)?.rev !== after) continue;
    const was = await ports.backlog.tasks.atRevision(workItem, rev);
    if (was) before.set(workItem, was);
  }
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
  return {
    opened: runner.opened,
    outcomes: [...runner.outcomes.values()],
    left,
    ...(runner.problem === undefined ? {} : { problem: runner.problem }),
  };
}
