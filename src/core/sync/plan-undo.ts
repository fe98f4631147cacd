/** Takes the last sync back, step by step, wherever nobody has gone on from it (S73 to S76). Pure. */
import type { Edit } from '../model/edit';
import type { Model } from '../model/model';
import type { TaskItem } from './backlog-picture';
import type { JournalEntry, JournalLine } from './journal';
import { descriptionField, tagsField, titleField } from './new-task';
import type { Change, TaskWrite, WritingStep } from './plan';

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

/** The entry that Undo would take back: the newest sync that did something and is not taken back yet. */
export function undoable(entries: readonly JournalEntry[]): JournalEntry | undefined {
  const [newest] = [...entries].sort((a, b) => (a.at < b.at ? 1 : -1));
  if (newest?.kind !== 'sync') return undefined;
  return newest.lines.some(({ result }) => result === 'done' || result === 'begun') ? newest : undefined;
}

/** The model's side as it was. A status that a person has changed since stays. */
function modelBefore(model: Model, line: JournalLine, workItem: number | null): Edit {
  const now = model.realisation.get(line.realisation);
  const { realisation: was, status } = line.was;
  const mitigation = model.mitigation.get(line.mitigation);
  const isOurs = now !== undefined && now.workItem === workItem;
  const parts = was
    ? { realisation: { put: isOurs ? [was] : [] } }
    : { realisation: { remove: isOurs ? [line.realisation] : [] } };
  const approved =
    mitigation?.status.kind === 'approved' && status !== undefined && status.kind !== 'approved';
  const back = approved ? { mitigation: { put: [{ ...mitigation, status }] } } : {};
  return { label: 'Undo the last sync', ...parts, ...back };
}

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

type Result = WritingStep | { readonly because: string; readonly workItem: number | null };

function undoStep(input: UndoInput, line: JournalLine): Result {
  const { model, tasks, before } = input;
  const title = model.mitigation.get(line.mitigation)?.title ?? '';
  // A step that was begun and never ended may have been done: the model knows by now.
  const workItem = line.workItem ?? model.realisation.get(line.realisation)?.workItem ?? null;
  const about = { mitigation: line.mitigation, realisation: line.realisation, title };
  if (!model.mitigation.has(line.mitigation)) return { workItem, because: 'Its mitigation is gone.' };
  const edit = modelBefore(model, line, workItem);
  if (workItem === null) return { workItem, because: 'It was never made.' };
  const note = { kind: 'note' as const, ...about, workItem, edit, because: 'The model is as it was before.' };
  if (line.kind === 'note' || line.kind === 'adopt') return note;
  const now = tasks.get(workItem);
  if (line.kind === 'delete') {
    return { kind: 'restore', ...about, workItem, because: 'It comes back out of the recycle bin.' };
  }
  if (!now) {
    return line.kind === 'create' ? note : { workItem, because: `#${workItem} cannot be read any more.` };
  }
  if (line.after === null) {
    return { workItem, because: `Nobody knows whether #${workItem} was written: it stays as it is.` };
  }
  if (now.rev !== line.after) {
    return { workItem, because: `Somebody has gone on with #${workItem} since: it stays as it is.` };
  }
  if (line.kind === 'create' || line.kind === 'restore') {
    const because =
      line.kind === 'create'
        ? 'The last sync made it, and nobody has touched it since.'
        : 'The last sync restored it, so it goes back to the recycle bin.';
    return { kind: 'delete', ...about, workItem, rev: now.rev, edit, because };
  }
  const was = before.get(workItem);
  if (!was) return { workItem, because: `What #${workItem} was before cannot be read any more.` };
  return {
    kind: 'update',
    ...about,
    title: now.title,
    workItem,
    rev: now.rev,
    write: writeBefore(now, was, line.changed),
    changes: line.changed.map((what) => ({ what: what as Change['what'], says: `Back to before: ${what}.` })),
    edit,
    because: 'The last sync changed it, and nobody has touched it since.',
  };
}

/** The steps that take an entry back, the last first. */
export function planUndo(input: UndoInput): UndoPlan {
  const steps: WritingStep[] = [];
  const left: { workItem: number | null; because: string }[] = [];
  for (const line of [...input.entry.lines].reverse()) {
    if (line.result !== 'done' && line.result !== 'begun') continue;
    const result = undoStep(input, line);
    if ('kind' in result) steps.push(result);
    else left.push(result);
  }
  return { steps, left };
}
