/** A plan as it grows: what every part of the planner adds its steps and questions to. */
import type { Mitigation } from '../model/mitigation';
import type { Desk } from './desk';
import type { Conflict, NoteStep, Oddity, Step } from './plan';
import type { StrangerPlan } from './plan-strangers';
import type { Strangers } from './strangers';

/** Everything that a plan is made of. */
export interface Draft {
  readonly desk: Desk;
  readonly strangers: Strangers;
  readonly claims: StrangerPlan;
  readonly steps: Step[];
  readonly conflicts: Conflict[];
  readonly oddities: Oddity[];
  readonly left: { mitigation: Mitigation['id']; title: string; because: string }[];
  /** What the model may remember along with something else, but is not worth a save of its own. */
  readonly riders: NoteStep[];
}
