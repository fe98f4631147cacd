/** What becomes of a part that has its Task: compared where it is there, asked about where it is gone. */
import type { TaskItem } from './backlog-picture';
import { compareTask, editOf, isUntouched } from './compare-task';
import { oddityKey } from './comparison';
import type { Realised } from './comparison';
import type { Draft } from './draft';
import { proposals } from './fate';
import type { NoteStep } from './plan';
import { isNews, isWorthSaving, rememberedAfter } from './remembered';
import { replacementSteps } from './replace-task';
import { taskTitle } from './task-text';

function planMissing(draft: Draft, part: Realised, workItem: number): void {
  const { desk, steps } = draft;
  const { mitigation, realisation } = part;
  const fate = desk.picture.deleted.has(workItem) ? 'deleted' : 'unreadable';
  const because =
    fate === 'deleted'
      ? `#${workItem} was deleted and lies in the recycle bin.`
      : `#${workItem} was deleted for good, moved where you may not look, or you may not read it.`;
  const key = oddityKey(fate, realisation.id, workItem);
  const answer = desk.choice.answers?.get(key);
  const about = { mitigation: mitigation.id, realisation: realisation.id, workItem, title: mitigation.title };
  if (answer === 'again') steps.push(...replacementSteps(desk, part, undefined));
  else if (answer === 'restore' && fate === 'deleted') {
    steps.push({ kind: 'restore', ...about, because: 'You chose to restore it.' });
  } else {
    draft.conflicts.push({ kind: 'work-item-missing', ...about, because });
    draft.oddities.push({ kind: 'oddity', fate, key, ...about, because, proposals: proposals[fate] });
  }
}

function planThere(draft: Draft, part: Realised, item: TaskItem): void {
  const { desk, claims, steps } = draft;
  if (!claims.amended.has(part.realisation.id) && isUntouched(desk, part, item)) return;
  const look = compareTask(desk, part, item);
  draft.oddities.push(...look.oddities);
  draft.conflicts.push(...look.conflicts);
  if (look.replaced) {
    steps.push(...replacementSteps(desk, part, look.foreign ? 'foreign' : item));
    return;
  }
  // Until somebody has said whose it is, nothing of it is worth remembering.
  if (look.oddities.some(({ fate }) => fate === 'foreign')) return;
  const after = rememberedAfter(look, claims.amended.get(part.realisation.id) ?? part.realisation);
  const about = {
    mitigation: part.mitigation.id,
    realisation: part.realisation.id,
    workItem: item.id,
    title: item.title,
  };
  const writes = Object.keys(look.fields).length + Object.keys(look.write).length > 0;
  const extra = editOf(look, undefined);
  const meanings = look.meaning ? { meanings: [look.meaning] } : {};
  if (writes) {
    steps.push({
      kind: 'update',
      ...about,
      rev: item.rev,
      write: { ...look.write, fields: look.fields },
      changes: look.changes,
      after,
      ...(extra ? { edit: extra } : {}),
      ...meanings,
      because: [...new Set([...look.said, ...look.because])].join(' '),
    });
    return;
  }
  const edit = editOf(look, after) ?? { label: 'Align with the backlog' };
  const worth = extra !== undefined || look.meaning !== undefined || isWorthSaving(part.realisation, after);
  const agrees = worth
    ? 'The model remembers what both sides agree on; the Task stays as it is.'
    : 'The model remembers how the Task looks now; the Task stays as it is.';
  const because = look.said.length > 0 ? [...new Set(look.said)].join(' ') : agrees;
  const note: NoteStep = { kind: 'note', ...about, edit, ...meanings, because };
  if (worth) steps.push(note);
  // One that is asked about is noted with the answer: a step before that would look like one.
  else if (!look.isOpen && isNews(part.realisation, after)) draft.riders.push(note);
}

/** The steps and questions about the part's Task. */
export function planRealised(draft: Draft, part: Realised): void {
  const { desk, claims } = draft;
  const { realisation, mitigation } = part;
  const workItem = realisation.workItem ?? 0;
  if (claims.busy.has(realisation.id)) return;
  const item = desk.picture.tasks.get(workItem);
  if (item) return planThere(draft, part, item);
  if (!desk.picture.unread.has(workItem)) return planMissing(draft, part, workItem);
  const amended = claims.amended.get(realisation.id);
  if (!amended) return;
  const edit = { label: 'Align with the backlog', realisation: { put: [amended] } };
  const title = taskTitle(mitigation);
  const because = 'The model remembers what you decided; the Task stays as it is.';
  const about = { mitigation: mitigation.id, realisation: realisation.id, workItem };
  draft.steps.push({ kind: 'note', ...about, title, edit, because });
}
