/** What a duty says, and the page where it is settled. Pure. */
import type { Duty, DutyKind, Subject } from '../../../core/roles/duties';
import { counted, points } from '../../../ui/words';
import type { TabId } from '../tabs';

interface DutyWords {
  /** What is to be done, as the words of a link. */
  readonly task: (count: number) => string;
  /** Why it waits; a sentence. */
  readonly because: string;
  readonly tab: TabId;
}

const mitigations = (count: number) => counted(count, 'mitigation');
const threats = (count: number) => counted(count, 'threat');

const words: Readonly<Record<DutyKind, DutyWords>> = {
  build: {
    task: (count) => `Build ${mitigations(count)}`,
    because: 'With a Task that is not done.',
    tab: 'mitigations',
  },
  plan: {
    task: (count) => `Put ${mitigations(count)} into the backlog`,
    because: 'Decided, and without a Task.',
    tab: 'sync',
  },
  verify: {
    task: (count) => `Verify ${mitigations(count)}`,
    because: 'Implemented, with a check that is written down.',
    tab: 'checks',
  },
  'say-how': {
    task: (count) => `Say how to verify ${mitigations(count)}`,
    because: 'Decided or implemented, and nobody wrote a check.',
    tab: 'mitigations',
  },
  'link-story': {
    task: (count) => `Find a story for ${threats(count)}`,
    because: 'In no story, so in no plan of a team.',
    tab: 'stories',
  },
  realise: {
    task: (count) => `Find work for ${counted(count, 'requirement')}`,
    because: 'Asked for, and not realised by anything.',
    tab: 'requirements',
  },
  'accept-again': {
    task: (count) => `Decide again about ${threats(count)}`,
    because: 'The time for which the risk was accepted is over.',
    tab: 'risk',
  },
  lower: {
    task: (count) => `Bring the risk down by ${points(count)} points`,
    because: 'The risk is over its target.',
    tab: 'risk',
  },
  aim: { task: () => 'Say how much risk may stay', because: 'There is no target yet.', tab: 'risk' },
  review: { task: () => 'Review the model', because: 'Somebody asked for it.', tab: 'review' },
  'review-again': {
    task: (count) => `Review ${counted(count, 'change')} again`,
    because: 'More risk than when the model was approved.',
    tab: 'review',
  },
  decide: {
    task: (count) => `Decide about ${threats(count)}`,
    because: 'No mitigation was agreed on, and nobody accepted the risk.',
    tab: 'threats',
  },
  answer: {
    task: (count) => `Answer ${counted(count, 'comment')}`,
    because: 'Open on the Review page.',
    tab: 'review',
  },
  'choose-event': {
    task: (count) => `Choose among ${counted(count, 'proposed event')}`,
    because: 'What is selected is watched; the rest is not.',
    tab: 'operations',
  },
  watch: {
    task: (count) => `Find an event for ${threats(count)}`,
    because: 'High or critical, and nothing would tell that it happens.',
    tab: 'operations',
  },
};

export interface DutyLine {
  readonly task: string;
  readonly because: string;
  readonly tab: TabId;
}
export const lineOf = ({ kind, count }: Duty): DutyLine => {
  const { task, because, tab } = words[kind];
  return { task: task(count), because, tab };
};

/** Where the duty is settled for one thing: a tester goes to its check, everybody else to the thing itself. */
export function pageOf(duty: DutyKind, { kind, id }: Subject): Readonly<Record<string, string>> {
  if (duty === 'verify') return { tab: 'checks', check: id };
  if (kind === 'event') return { tab: 'operations', event: id };
  if (kind === 'requirement') return { tab: 'requirements', requirement: id };
  return { [kind]: id };
}
