/** A model of which no threat is linked to a story. */
import { defineQuality } from '../../rule';

export default defineQuality({
  id: 'no-stories',
  title: 'No threat is linked to a story',
  weight: 'gap',
  why: 'Teams plan stories. A threat without one is not in the backlog, and nobody promises to be WITHOUT it.',
  mend: 'Link threats to their stories on the Stories page.',
  fine: 'It is fine for a system that no team works on any more.',
  *check({ model }) {
    if (model.threat.size === 0 || model.storyLink.size > 0) return;
    yield { place: { kind: 'stories' }, message: 'None of the threats is linked to a story.' };
  },
});
