/** What can befall a Task behind the model's back, and what we propose then (S21 to S34). */
import type { Proposal } from './plan';

const propose = (answer: string, says: string, does: string): Proposal => ({ answer, says, does });

const waitForIt = propose(
  'wait',
  'Leave it for now',
  'Nothing is written, and it is listed again next time.',
);
const makeAgain = propose(
  'again',
  'Make a new Task',
  'The mitigation lets go of the old number and gets a new Task; should the old one come back, it is recognised.',
);
const makeAnew = propose(
  'again',
  'Make a new Task',
  'The mitigation lets go of that number and gets a Task of its own; nothing is written into the other one.',
);
const tellApart = propose(
  'unmark',
  'Make it an ordinary Task',
  'The tag, the link and the text of the mitigation are taken off it; everything else of it stays.',
);
const notOurs = propose('not-ours', 'Leave it as it is', 'Nothing is written, and it is not listed again.');

/** Fate -> proposals, the one we would choose first. */
export const proposals = {
  renamed: [
    propose('keep', 'Keep the new title', 'It belongs to the team from now on; no sync changes it.'),
    propose('take', 'Rename the mitigation, too', 'The mitigation in the threat model takes the new title.'),
    propose('ours', 'Change it back', 'The Task gets the title from the threat model again.'),
  ],
  'section-edited': [
    propose('keep', 'Keep the new wording', 'It stays until this text changes in the threat model.'),
    propose(
      'ours',
      'Change it back',
      'The text from the threat model is written again; what stands beside it stays.',
    ),
  ],
  'section-lost': [
    propose('ours', 'Put it back', 'The text from the threat model is written above what is there now.'),
    propose('keep', 'Leave it out', 'It stays away until this text changes in the threat model.'),
  ],
  'tag-removed': [
    propose('ours', 'Put the tag back', 'The Task is found by its tag again.'),
    propose('keep', 'Leave it without', 'The mitigation still knows the Task by its number.'),
  ],
  'link-removed': [
    propose('ours', 'Put the link back', 'The link leads from the Task to the mitigation again.'),
    propose('keep', 'Leave it without', 'The mitigation still knows the Task by its number.'),
  ],
  moved: [
    propose('keep', 'Follow it there', 'It stays the Task of this mitigation, in its new project.'),
    makeAgain,
  ],
  retyped: [
    propose('keep', 'Keep it', 'It stays the work item of this mitigation, whatever its type.'),
    makeAgain,
  ],
  foreign: [
    makeAnew,
    propose(
      'keep',
      'It is the one',
      'It stays the Task of this mitigation, and is compared with it from then on.',
    ),
    waitForIt,
  ],
  deleted: [
    propose('restore', 'Restore it', 'The Task comes back out of the recycle bin as it was.'),
    makeAgain,
    waitForIt,
  ],
  unreadable: [waitForIt, makeAgain],
  removed: [
    propose('keep', 'Keep the mitigation as it is', 'The removed Task counts for nothing any more.'),
    propose(
      'reject',
      'Reject the mitigation, too',
      'It is marked as rejected, with the removed Task as the reason; its threats need another answer.',
    ),
    makeAgain,
  ],
  'state-unknown': [
    propose('InProgress', 'Being done', 'Its state counts as work under way.'),
    propose('Proposed', 'To be done', 'Its state counts as not begun.'),
    propose(
      'Resolved',
      'Done, to be verified',
      'Its state counts as resolved: still under way for the risk.',
    ),
    propose('Completed', 'Done', 'Its state counts as done: the risk falls.'),
    propose('Removed', 'Will not be done', 'Its state counts as removed: you are asked what that means.'),
  ],
  copied: [tellApart, notOurs],
  split: [
    propose(
      'both',
      'Both carry the mitigation',
      'Each of the two covers the places of the stories that it is for.',
    ),
    tellApart,
    notOurs,
  ],
  restored: [
    tellApart,
    propose(
      'use',
      'Use this one again',
      'The mitigation follows it again; the other becomes an ordinary Task.',
    ),
    notOurs,
  ],
  'left-over': [tellApart, notOurs],
} as const satisfies Readonly<Record<string, readonly [Proposal, ...Proposal[]]>>;

export type Fate = keyof typeof proposals;
export const fates = Object.keys(proposals).filter((name): name is Fate => name in proposals);

/** The choices of a conflict between the two sides. */
export const conflictProposals: readonly Proposal[] = [
  propose('model', 'Take it from the model', 'The Task gets what the threat model says.'),
  propose('backlog', 'Keep it as on the backlog', 'The Task stays as people made it.'),
];
