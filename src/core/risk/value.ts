/** What a model cost and brought (paper, R20 and R21): time, decisions, and risk removed. */
import type { Model } from '../model/model';
import type { Assessment } from './assess';

export interface ModelValue {
  readonly minutes: number;
  /** Things that somebody judged or answered: threats, strengths, statuses, risks, findings, questions. */
  readonly decisions: number;
  /** Points that mitigations hold away now. */
  readonly removed: number;
  /** Points per hour; undefined while no time is entered. */
  readonly removedPerHour: number | undefined;
  /** The time as a share of the one day that a model of an average solution should take (paper, R85). */
  readonly shareOfDay: number;
}

/** Minutes of a working day. */
const workingDay = 8 * 60;

export function valueOf(model: Model, { inherent, current }: Assessment): ModelValue {
  let minutes = 0;
  for (const entry of model.timeEntry.values()) minutes += entry.minutes;
  let decisions = model.acceptance.size + model.dismissal.size;
  for (const { probability, impact, status } of model.threat.values()) {
    if (probability.basis === 'judged' || impact.basis === 'judged') decisions += 1;
    if (status.kind === 'not-applicable') decisions += 1;
  }
  for (const { strength } of model.treatment.values()) if (strength.basis === 'judged') decisions += 1;
  for (const { status } of model.mitigation.values())
    if (status.kind !== 'open' && status.kind !== 'proposed') decisions += 1;
  for (const { answer } of model.question.values()) if (answer !== undefined) decisions += 1;
  const removed = inherent - current;
  return {
    minutes,
    decisions,
    removed,
    removedPerHour: minutes > 0 ? removed / (minutes / 60) : undefined,
    shareOfDay: minutes / workingDay,
  };
}
