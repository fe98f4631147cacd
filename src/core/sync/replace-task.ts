/** Another Task instead of one that is gone or of no use, as somebody answered (S25 to S29, S34). */
import type { Realisation } from '../model/mitigation';
import type { TaskItem } from './backlog-picture';
import type { Realised } from './comparison';
import type { Desk } from './desk';
import { createStep, lastingDecisions } from './new-task';
import type { NoteStep, Step } from './plan';
import { unmarkStep } from './plan-strangers';
import { taskTitle } from './task-text';
import { insteadOf, wishOf } from './wish';

/** Of what the model keeps of earlier Tasks. */
const earlierKept = 50;

/**
 * The realisation without its Task: what was agreed and decided was about that one. `gone` is known when it comes back; undefined = it never was ours.
 */
function letGo(realisation: Realisation, gone: number | undefined): Realisation {
  const { baseline: _baseline, decided: _decided, earlier = [], ...rest } = realisation;
  const known = gone === undefined ? earlier : [...new Set([...earlier, gone])].slice(-earlierKept);
  return {
    ...rest,
    workItem: null,
    ...lastingDecisions(realisation),
    ...(known.length > 0 ? { earlier: known } : {}),
  };
}

/**
 * Lets go of the Task and makes another. `old` loses our marks. Where no other can be made yet, or is not wanted any
 * more, the letting go is done all the same: marks that are off a Task which the model still follows would look as if
 * somebody had taken them off.
 */
export function replacementSteps(
  desk: Desk,
  part: Realised,
  old: TaskItem | 'foreign' | undefined,
): readonly Step[] {
  const { realisation, mitigation } = part;
  const number = realisation.workItem ?? 0;
  const free = letGo(realisation, old === 'foreign' ? undefined : number);
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
