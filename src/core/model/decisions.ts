/** What people state or decide beside the threats: requirements, assumptions, accepted risks, dismissals, time spent. */
import * as v from 'valibot';
import {
  acceptanceId,
  assumptionId,
  dismissalId,
  mitigationId,
  requirementId,
  threatId,
  timeEntryId,
} from './ids';
import { controlTypes } from './mitigation';
import { instant, line, origin, prose, workItemId } from './parts';

const some = <T extends v.GenericSchema>(schema: T) => v.pipe(v.array(schema), v.maxLength(1000));

/**
 * Something that the solution must fulfil: of a customer, a regulation or a policy (paper, R49 to R52). Its links are
 * wishes: one to a thing that is gone is passed over, so that deleting a threat never deletes a requirement.
 */
export const requirement = v.object({
  id: requirementId,
  origin,
  title: line,
  text: prose,
  /** Who asks for it: a law, a standard with its paragraph, a customer. */
  source: v.exactOptional(line),
  stories: some(workItemId),
  threats: some(threatId),
  mitigations: some(mitigationId),
  /** Work items that realise it without being a mitigation's Task. */
  workItems: some(workItemId),
  /** A family of mitigations whose members follow, such as all detective ones (R51). */
  family: v.exactOptional(
    v.variant('kind', [
      v.object({ kind: v.literal('control-type'), controlType: v.picklist(controlTypes) }),
      v.object({ kind: v.literal('tag'), tag: line }),
    ]),
  ),
});
export type Requirement = v.InferOutput<typeof requirement>;

/** What the model takes for granted. When it proves wrong, these threats are to be judged anew. */
export const assumption = v.object({
  id: assumptionId,
  origin,
  text: prose,
  threats: some(threatId),
  stories: some(workItemId),
  state: v.picklist(['open', 'confirmed', 'wrong']),
});
export type Assumption = v.InferOutput<typeof assumption>;

/**
 * Somebody answers for the risk of a threat as it is, for a time. Extension data has no permissions, so the statement
 * is believed only with evidence: a comment on a work item, whose author the server records (design: storage).
 */
export const acceptance = v.object({
  id: acceptanceId,
  threat: threatId,
  by: line,
  reason: prose,
  at: instant,
  until: instant,
  evidence: v.exactOptional(
    v.object({ workItem: workItemId, comment: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  ),
});
export type Acceptance = v.InferOutput<typeof acceptance>;

/** A finding of alignment that somebody looked at and leaves as it is, for a reason and, if they like, for a time. */
export const dismissal = v.object({
  id: dismissalId,
  /** The stable key of the finding. */
  finding: line,
  by: line,
  reason: prose,
  at: instant,
  until: v.exactOptional(instant),
});
export type Dismissal = v.InferOutput<typeof dismissal>;

export const timeActivities = ['modeling', 'deciding', 'reviewing', 'meeting', 'other'] as const;

/** Time that a person spent on the model (paper, R20). */
export const timeEntry = v.object({
  id: timeEntryId,
  by: line,
  /** At most a week: more is a mistake of typing. */
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_080)),
  at: instant,
  activity: v.picklist(timeActivities),
});
export type TimeEntry = v.InferOutput<typeof timeEntry>;
