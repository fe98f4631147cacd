/** What becomes of a part that has no Task: one is adopted, taken or made, or somebody is asked. */
import type { RealisationId } from '../model/ids';
import type { Mitigation, Realisation } from '../model/mitigation';
import { textHash } from '../model/text-hash';
import type { TaskItem } from './backlog-picture';
import { treatmentsOf, wantedOf } from './desk';
import type { Desk, Part } from './desk';
import type { Draft } from './draft';
import { leadsTo } from './identity';
import { agreed, createStep, sectionKey, titleField } from './new-task';
import type { Step } from './plan';
import { findSection } from './section';
import type { LostTask } from './strangers';
import { namedTask, takeStep } from './take-task';
import { taskTitle } from './task-text';
import { wishOf } from './wish';

/** What the adopted Task holds now is the base where it is ours word by word; anything else is asked about. */
function baselineOfFound(desk: Desk, part: Part, found: { item: TaskItem; id: RealisationId }): Realisation {
  const { item, id } = found;
  const wanted = wantedOf(desk, part, id);
  const parent = item.parent ?? null;
  const after = agreed(part, { id, workItem: item.id, rev: item.rev, wanted, parent, related: [] });
  const section = findSection(item.description, leadsTo(part.mitigation.id))?.words;
  const hashes: Record<string, string> = {};
  if (item.title === wanted.title) hashes[titleField] = textHash(wanted.title);
  if (section === wanted.section.plain) hashes[sectionKey] = textHash(section);
  return { ...after, baseline: { rev: item.rev, hashes, parent, related: [] } };
}

function adoptStep(desk: Desk, part: Part, lost: LostTask): Step {
  const { item, identity } = lost;
  const id = part.realisation?.id ?? identity.realisation;
  return {
    kind: 'adopt',
    mitigation: part.mitigation.id,
    realisation: id,
    title: item.title,
    workItem: item.id,
    rev: item.rev,
    because: 'The Task is there and carries this mitigation’s link, but its number was never saved.',
    after: baselineOfFound(desk, part, { item, id }),
  };
}

/** The one step of the part, or why it gets none. */
export function planUnrealised(draft: Draft, given: Part): void {
  const { desk, strangers, steps, claims } = draft;
  if (given.realisation && claims.busy.has(given.realisation.id)) return;
  const amended = given.realisation && claims.amended.get(given.realisation.id);
  const part = { ...given, realisation: amended ?? given.realisation };
  const { mitigation, realisation } = part;
  const wish = wishOf(desk, part);
  const lost = strangers.lost.get(realisation?.id ?? mitigation.id);
  const named = namedTask(desk, part);
  const taken = named?.item;
  const using = taken && draft.steps.find((step) => 'workItem' in step && step.workItem === taken.id);
  // Also where no threat needs one any more, as with a Task that is known; not where somebody said no to the mitigation.
  if (lost && (wish.kind !== 'unwanted' || treatmentsOf(desk, part).length === 0))
    steps.push(adoptStep(desk, part, lost));
  else if (taken && !using) steps.push(takeStep(desk, part, taken));
  else if (wish.kind === 'unwanted') leave(draft, mitigation, wish.because);
  else if (named && using?.mitigation !== mitigation.id) {
    // Somebody said that there is a Task: a second one would be worse than to ask again (S58).
    const because = named.because ?? `#${named.id} is another mitigation’s in this plan.`;
    const about = { mitigation: mitigation.id, title: taskTitle(mitigation), because };
    steps.push({ kind: 'needs-decision', ...about, task: named.id });
  } else if (wish.kind === 'wanted') steps.push(createStep(desk, part, { because: wish.because }));
  else {
    const because = 'Nobody has decided yet whether to implement it.';
    steps.push({ kind: 'needs-approval', mitigation: mitigation.id, title: taskTitle(mitigation), because });
  }
}

/** One that was asked for by name and gets no Task is named with the reason. */
export function leave(draft: Draft, mitigation: Mitigation, because: string): void {
  if (draft.desk.choice.selection === 'all') return;
  draft.left.push({ mitigation: mitigation.id, title: mitigation.title, because });
}
