/** What a model cost and brought (paper, R20 and R21): time, decisions, and risk removed. */
import type { Model } from '../model/model';
import type { Assessment } from './assess';

export interface ModelValue {
  readonly minutes: number;
  /** Things that somebody judged or answered: threats, strengths, statuses, risks, findings, questions. */
  readonly decisions: number;
  /** What the decisions are, in words, each with at least one. */
  readonly made: readonly { readonly what: string; readonly count: number }[];
  readonly inherent: number;
  readonly current: number;
  /** Points that mitigations hold away now. */
  readonly removed: number;
  /** Points per hour; undefined while no time is entered. */
  readonly removedPerHour: number | undefined;
  /** The time as a share of the one day that a model of an average solution should take (paper, R85). */
  readonly shareOfDay: number;
}

/** Minutes of a working day. */
const workingDay = 8 * 60;

function count<T>(all: Iterable<T>, counts: (one: T) => boolean): number {
  let sum = 0;
  for (const each of all) if (counts(each)) sum += 1;
  return sum;
}

function decisionsOf(model: Model): ModelValue['made'] {
  const threats = [...model.threat.values()];
  const made = [
    {
      what: 'threats whose probability or impact was judged',
      count: count(threats, (each) => each.probability.basis === 'judged' || each.impact.basis === 'judged'),
    },
    {
      what: 'threats that do not apply',
      count: count(threats, ({ status }) => status.kind === 'not-applicable'),
    },
    {
      what: 'strengths that were judged',
      count: count(model.treatment.values(), ({ strength }) => strength.basis === 'judged'),
    },
    {
      what: 'mitigations that were decided on',
      count: count(
        model.mitigation.values(),
        ({ status }) => status.kind !== 'open' && status.kind !== 'proposed',
      ),
    },
    {
      what: 'questions that were answered',
      count: count(model.question.values(), ({ answer }) => answer !== undefined),
    },
    { what: 'risks that were accepted', count: model.acceptance.size },
    { what: 'findings that were dismissed', count: model.dismissal.size },
  ];
  return made.filter((each) => each.count > 0);
}

export function valueOf(model: Model, { inherent, current }: Assessment): ModelValue {
  let minutes = 0;
  for (const entry of model.timeEntry.values()) minutes += entry.minutes;
  const made = decisionsOf(model);
  const removed = inherent - current;
  return {
    minutes,
    decisions: made.reduce((sum, each) => sum + each.count, 0),
    made,
    inherent,
    current,
    removed,
    removedPerHour: minutes > 0 ? removed / (minutes / 60) : undefined,
    shareOfDay: minutes / workingDay,
  };
}
