/** Takes the last sync back, step by step, wherever nobody has gone on from it (S73 to S76). Pure. */
import type { Model } from '../model/model';
import { sameValue } from '../model/same-value';
import type { TaskItem } from './backlog-picture';
import type { JournalEntry, JournalLine } from './journal';
import { ModelBefore } from './model-before';
import { descriptionField, tagsField, titleField } from './new-task';
import type { Change, NoteStep, TaskWrite, WritingStep } from './plan';

export interface UndoInput {
  readonly model: Model;
  readonly entry: JournalEntry;
  /** The work items as they are now. */
  readonly tasks: ReadonlyMap<number, TaskItem>;
  /** Updated work items as they were before. */
  readonly before: ReadonlyMap<number, TaskItem>;
}
export interface UndoPlan {
  readonly steps: readonly WritingStep[];
  /** What stays, and why. */
  readonly left: readonly { readonly workItem: number | null; readonly because: string }[];
}

const didSomething = ({ lines }: JournalEntry): boolean =>
  lines.some(({ result }) => result === 'done' || result === 'begun');

/**
 * The entry that Undo would take back: the newest sync that did something and is not taken back yet. Where taking it
 * back was stopped, cut off or refused in part, the entry has only the lines that this left.
 */
export function undoable(entries: readonly JournalEntry[]): JournalEntry | undefined {
  const done = entries.filter(didSomething).sort((a, b) => (a.at < b.at ? 1 : -1));
  const [newest] = done;
  // Times are those of people's machines: one whose clock is behind may take back what seems to come later.
  const undo = newest?.kind === 'undo' ? newest : done.find(({ undoes }) => undoes === newest?.id);
  if (!newest || !undo) return newest;
  const open = undo.lines.filter(({ result }) => result !== 'done');
  const sync = entries.find(({ id }) => id === undo.undoes);
  const lines = sync?.lines.filter(({ realisation, workItem }) =>
    open.some((each) => each.realisation === realisation && (workItem ?? each.workItem) === each.workItem),
  );
  return sync && lines && lines.length > 0 ? { ...sync, lines } : undefined;
}

/** What becomes of each thing that a sync changed. */
const undoneWords: Readonly<Record<Change['what'], string>> = {
  title: 'The title becomes what it was before.',
  section: 'The description becomes what it was before.',
  parent: 'It moves back to where it stood before.',
  related: 'It is related to the same stories as before.',
  area: 'The area becomes what it was before.',
  iteration: 'The sprint becomes what it was before.',
  tag: 'The tags become what they were before.',
  link: 'The links become what they were before.',
  state: 'The state becomes what it was before.',
};
const isChange = (what: string): what is Change['what'] => Object.hasOwn(undoneWords, what);

function writeBefore(now: TaskItem, was: TaskItem, changed: readonly string[]): TaskWrite {
  const fields: Record<string, string> = {};
  const has = (what: Change['what']) => changed.includes(what);
  if (has('title')) fields[titleField] = was.title;
  if (has('section')) fields[descriptionField] = was.description.text;
  if (has('tag')) fields[tagsField] = was.tags.join('; ');
  if (has('area')) fields['System.AreaPath'] = was.areaPath;
  if (has('iteration')) fields['System.IterationPath'] = was.iterationPath;
  const without = (ids: readonly number[], others: readonly number[]) =>
    ids.filter((id) => !others.includes(id));
  const [relate, unrelate] = [without(was.related, now.related), without(now.related, was.related)];
  const added = now.hyperlinks.filter((url) => !was.hyperlinks.includes(url));
  const [lost] = was.hyperlinks.filter((url) => !now.hyperlinks.includes(url));
  return {
    fields,
    ...(has('parent') ? { parent: was.parent ?? null } : {}),
    ...(has('related') && relate.length > 0 ? { relate } : {}),
    ...(has('related') && unrelate.length > 0 ? { unrelate } : {}),
    ...(has('link') && added.length > 0 ? { dropHyperlinks: added } : {}),
    ...(has('link') && lost !== undefined
      ? { hyperlink: { url: lost, comment: 'The mitigation in the threat model' } }
      : {}),
  };
}

/** What a step may change of a work item, by its name in the journal. */
const seen: Readonly<Record<Change['what'], (item: TaskItem) => unknown>> = {
  title: ({ title }) => title,
  section: ({ description }) => description.text,
  parent: ({ parent }) => parent ?? null,
  related: ({ related }) => [...related].sort(),
  area: ({ areaPath }) => areaPath,
  iteration: ({ iterationPath }) => iterationPath,
  tag: ({ tags }) => [...tags].sort(),
  link: ({ hyperlinks }) => [...hyperlinks].sort(),
  state: ({ state }) => state,
};
/** Taken back already: by an undo whose answer got lost, or by hand. */
const isAsBefore = (now: TaskItem, was: TaskItem | undefined, changed: readonly string[]): boolean =>
  was !== undefined &&
  changed.length > 0 &&
  changed.filter(isChange).every((what) => sameValue(seen[what](now), seen[what](was)));

interface Left {
  readonly workItem: number | null;
  readonly because: string;
}
/** The steps of a line, and what of it stays. */
type Result = { readonly steps: readonly WritingStep[]; readonly left: readonly Left[] };

/** True when the step wrote nothing into the work item: only the model learned something. */
export const wroteNothing = ({ kind, before, after }: JournalLine): boolean =>
  kind === 'note' || kind === 'adopt' || (kind === 'update' && after !== null && after === before);

function undoLine(input: UndoInput, models: ModelBefore, line: JournalLine): Result {
  const { model, tasks, before } = input;
  const title = model.mitigation.get(line.mitigation)?.title ?? '';
  // A step that was begun and never ended may have been done: the model knows by now.
  const workItem = line.workItem ?? model.realisation.get(line.realisation)?.workItem ?? null;
  const about = { mitigation: line.mitigation, realisation: line.realisation, title };
  const stays = (because: string): Result => ({ steps: [], left: [{ workItem, because }] });
  if (!model.mitigation.has(line.mitigation)) return stays('Its mitigation is gone.');
  if (workItem === null) return stays('It was never made.');
  const only = (step: WritingStep): Result => ({ steps: [step], left: [] });
  const back = (make: (model: Pick<NoteStep, 'edit' | 'meanings'>) => WritingStep): Result => {
    const { edit, meanings, stays: kept } = models.of(line, workItem);
    const step = make({ edit, ...(meanings.length > 0 ? { meanings } : {}) });
    return { steps: [step], left: kept.map((because) => ({ workItem, because })) };
  };
  const noted = () =>
    back((side) => ({
      kind: 'note',
      ...about,
      workItem,
      ...side,
      because: 'The model is as it was before.',
    }));
  if (wroteNothing(line)) return noted();
  const now = tasks.get(workItem);
  if (line.kind === 'delete') {
    return only({ kind: 'restore', ...about, workItem, because: 'It comes back out of the recycle bin.' });
  }
  if (!now) return line.kind === 'create' ? noted() : stays(`#${workItem} cannot be read any more.`);
  if (line.after === null) {
    return stays(`Nobody knows whether #${workItem} was written: it stays as it is.`);
  }
  if (line.kind === 'update' && isAsBefore(now, before.get(workItem), line.changed)) return noted();
  if (now.rev !== line.after) {
    return stays(`Somebody has gone on with #${workItem} since: it stays as it is.`);
  }
  if (line.kind === 'create' || line.kind === 'restore') {
    const because =
      line.kind === 'create'
        ? 'The last sync made it, and nobody has touched it since.'
        : 'The last sync restored it, so it goes back to the recycle bin.';
    return back(({ edit }) => ({ kind: 'delete', ...about, workItem, rev: now.rev, edit, because }));
  }
  const was = before.get(workItem);
  if (!was) return stays(`What #${workItem} was before cannot be read any more.`);
  return back((side) => ({
    kind: 'update',
    ...about,
    title: now.title,
    workItem,
    rev: now.rev,
    write: writeBefore(now, was, line.changed),
    changes: line.changed.filter(isChange).map((what) => ({ what, says: undoneWords[what] })),
    ...side,
    because: 'The last sync changed it, and nobody has touched it since.',
  }));
}

/** The steps that take an entry back, the last first. */
export function planUndo(input: UndoInput): UndoPlan {
  const models = new ModelBefore(input.model);
  const steps: WritingStep[] = [];
  const left: Left[] = [];
  for (const line of [...input.entry.lines].reverse()) {
    if (line.result !== 'done' && line.result !== 'begun') continue;
    const result = undoLine(input, models, line);
    steps.push(...result.steps);
    left.push(...result.left);
  }
  const whole = steps.map((step) =>
    'edit' in step && step.edit ? { ...step, edit: models.whole(step.edit) } : step,
  );
  return { steps: whole, left };
}
