/** How a person does by hand what may not or cannot be done for them: as data, so that page and terminal say the same. */
import { flags } from './flag';

export interface ManualSteps {
  readonly title: string;
  readonly why: string;
  readonly steps: readonly string[];
}

const colours = flags.map(
  ({ tag, colours: { background, text } }) => `${tag}: background ${background}, text ${text}`,
);

/** For members of a team who are not its administrators. */
export const boardByHand: ManualSteps = {
  title: 'Colours on the board, by hand',
  why: 'Only an administrator of the team may change how its cards look. Ask one to open this page, or to do this:',
  steps: [
    'Open the board of the team, then its settings (the cog), and choose “Tag colors”.',
    `Add a tag color for each of the flags. ${colours.join('; ')}.`,
    'To colour whole cards as well, choose “Styles” and add a rule with the one condition “Tags Contains security-decide”.',
    'Save. The rules of the team that are there stay as they are.',
  ],
};

/** Azure DevOps lets nobody read the rules of a taskboard, so writing them could lose the team's own. */
export const taskboardByHand: ManualSteps = {
  title: 'Colours on the taskboard of a sprint, by hand',
  why: 'Azure DevOps does not let an extension read the rules of a taskboard, and writing them unread would delete the team’s own. The tags themselves show there without doing anything.',
  steps: [
    'Open the taskboard of a sprint, then its settings (the cog), and choose “Tag colors”.',
    `Add a tag color for each of the flags. ${colours.join('; ')}.`,
    'Save. It holds for every sprint of the team.',
  ],
};

/** What is to be done where card rules could not be taken away. */
export const removeByHand: ManualSteps = {
  title: 'Take the colours away by hand',
  why: 'Only an administrator of the team may change how its cards look.',
  steps: [
    'Open the board of the team, then its settings (the cog).',
    `Under “Tag colors” delete ${flags.map(({ tag }) => tag).join(', ')}.`,
    'Under “Styles” delete the rules whose names begin with “Without:”.',
    'Do the first two on the taskboard of a sprint as well, if somebody set colours there.',
  ],
};
