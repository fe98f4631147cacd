/** How the figures of risk come about, in sentences that every page says alike. */
import { standardScale } from '../core/model/project-policy';
import type { Scale } from '../core/model/project-policy';

export const inherentRule = (scale: Scale): string =>
  scale === standardScale
    ? 'Probability × impact × 4 of every threat that applies, as if nothing were in place.'
    : 'The points that the project’s matrix has for probability and impact of every threat that applies, as if nothing were in place.';
export const currentRule =
  'What existing and implemented mitigations leave of each threat: the product of what each leaves, of alternatives the strongest.';
export const plannedRule =
  'As the risk now, with approved and planned mitigations and those in progress as if they were done.';

export const intervalRule =
  'Nine times in ten: the figure is drawn many times, each judgement a little off: a judged level by up to half a step, an assumed one by up to one and a half, a strength by half a step or a whole one. Half of each error is shared by all threats. Of the draws the middle nine tenths are the interval.';

/** "From 60 points it is critical, from 44 high, from 28 medium, below that low." */
export const namesRule = ({ from }: Scale): string =>
  `From ${from.critical} points it is critical, from ${from.high} high, from ${from.medium} medium, below that low.`;
