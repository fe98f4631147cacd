/** The story is done, a mitigation that was decided on for one of its threats is not: it may ship unprotected. */
import { defineRule } from '../../rule';
import { awaitedMitigations } from '../../treated-stories';
import { listed, quoted, storyWords } from '../../wording';

export default defineRule({
  id: 'done-story-with-open-mitigation',
  meta: {
    title: 'A story is done while a mitigation of its threats is still open',
    severity: 'warning',
    readings: ['Is the mitigation still to be done?', 'Is it done, and only its status behind?'],
    messages: { stillOpen: '{story} is {state}, yet {mitigation} is not done.' },
  },
  *check(picture) {
    for (const { at, story, mitigation, threats, decided } of awaitedMitigations(picture)) {
      // What nobody decided on yet is no promise; the risk of the model shows it.
      if (story.item.category !== 'Completed' || decided === 'no') continue;
      yield {
        messageId: 'stillOpen',
        subject: { model: at.model.info.id, mitigation: mitigation.id, story: story.item.id },
        words: {
          story: storyWords(story.item),
          state: story.item.state,
          mitigation: quoted(mitigation.title),
        },
        because: [
          `The mitigation works against ${listed(threats.map(({ title }) => quoted(title)))}, linked to the story.`,
          'It was decided on and has no effect yet.',
        ],
      };
    }
  },
});
