/** Another Task instead of one that is gone or of no use, as somebody answered (S25 to S29, S34). */
import { stoodUnder } from '../model/mitigation';
import type { Realisation } from '../model/mitigation';
import type { Model } from '../model/model';
import type { TaskItem } from './backlog-picture';
import { oddityKey } from './comparison';
import type { Realised } from './comparison';
import type { Desk } from './desk';
import { createStep, lastingDecisions } from './new-task';
import type { NoteStep, Step, SyncChoice } from './plan';
import { unmarkStep } from './plan-strangers';
import { taskTitle } from './task-text';
import { insteadOf, wishOf } from './wish';

/** Of what the model keeps of earlier Tasks. */
const earlierKept = 50;

/** The fates that somebody may answer with a new Task. */
const replacing = ['moved', 'retyped', 'deleted', 'unreadable', 'removed', 'foreign'] as const;

type Old = TaskItem | 'foreign' | undefined;

/** Where the next Task stands if nothing else says it; undefined = somebody took the old one from its place, so ask. */
function placeOfOld({ baseline }: Realisation, old: Old): number | null | undefined {
  if (old === 'foreign') return undefined;
  return old === undefined || (old.parent ?? null) === baseline?.parent ? baseline?.parent : undefined;
}

/**
 * The realisation without its Task: what was agreed and decided was about that one. It is known when it comes back,
 * and the next one stands where it stood; one that is foreign never was ours.
 */
function letGo(realisation: Realisation, old: Old): Realisation {
  const { baseline: _baseline, decided: _decided, earlier = [], workItem, ...rest } = realisation;
  const gone = old === 'foreign' ? [] : (workItem ?? []);
  const known = [...new Set([...earlier, gone].flat())].slice(-earlierKept);
  return {
    ...rest,
    workItem: null,
    ...lastingDecisions(realisation),
    ...(known.length > 0 ? { earlier: known } : {}),
    ...stoodUnder(placeOfOld(realisation, old)),
  };
}

/** What the Tasks stood under that the answers let go of: it has to be read, for the next one goes there. */
export function placesLetGo(
  model: Pick<Model, 'realisation'>,
  answers: SyncChoice['answers'],
): readonly number[] {
  if (!answers || answers.size === 0) return [];
  return [...model.realisation.values()].flatMap(({ id, workItem, baseline }) => {
    const { parent } = baseline ?? {};
    if (!parent || workItem === null) return [];
    return replacing.some((fate) => answers.get(oddityKey(fate, id, workItem)) === 'again') ? parent : [];
  });
}

/**
 * Lets go of the Task and makes another. `old` loses our marks. Where no other can be made yet, or is not wanted any
 * more, the letting go is done all the same: marks that are off a Task which the model still follows would look as if
 * somebody had taken them off.
 */
export function replacementSteps(desk: Desk, part: Realised, old: Old): readonly Step[] {
  const { realisation, mitigation } = part;
  const number = realisation.workItem ?? 0;
  const free = letGo(realisation, old);
  const because = insteadOf(number);
  const next = { ...part, realisation: free };
  const isWanted = wishOf({ ...desk, states: new Map() }, next).kind !== 'unwanted';
  const made = isWanted ? [createStep(desk, next, { because })] : [];
  const unmark =
    old === undefined || old === 'foreign' ? undefined : unmarkStep({ item: old, realisation, because });
  if (made.some(({ kind }) => kind === 'create')) return unmark ? [...made, unmark] : made;
  const edit = { label: `Let go of #${number}`, realisation: { put: [free] } };
  if (unmark) return [...made, { ...unmark, edit }];
  const about = { mitigation: mitigation.id, realisation: realisation.id, workItem: number };
  const note: NoteStep = { kind: 'note', ...about, title: taskTitle(mitigation), edit, because };
  return [...made, note];
}
