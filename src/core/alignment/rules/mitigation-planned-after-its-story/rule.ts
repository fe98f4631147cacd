/** The work for a mitigation is planned in an iteration that begins after the one of the story that it protects. */
import type { Treatment } from '../../../model/mitigation';
import { lateTask } from '../../late-task';
import { defineRule } from '../../rule';
import { awaitedMitigations } from '../../treated-stories';
import { listed, quoted, storyWords } from '../../wording';

export default defineRule({
  id: 'mitigation-planned-after-its-story',
  meta: {
    title: 'A mitigation is planned after the story that it protects',
    severity: 'warning',
    readings: ['Should the mitigation come earlier?', 'May the story go without it until then?'],
    messages: {
      after: '{story} is planned in {sprint}, and Task #{task} of {mitigation} only afterwards, in {later}.',
    },
  },
  *check(picture) {
    for (const { at, story, mitigation, treatments, threats } of awaitedMitigations(picture)) {
      if (story.item.category === 'Completed') continue;
      const isWanted = (treatment: Treatment) => treatments.includes(treatment);
      const late = lateTask(picture, at, { story, mitigation: mitigation.id, isWanted });
      if (!late) continue;
      yield {
        messageId: 'after',
        subject: {
          model: at.model.info.id,
          mitigation: mitigation.id,
          story: story.item.id,
          task: late.task.id,
        },
        words: {
          story: storyWords(story.item),
          sprint: quoted(story.item.iterationPath),
          task: late.task.id,
          mitigation: quoted(mitigation.title),
          later: quoted(late.sprint.path),
        },
        because: [
          `The mitigation works against ${listed(threats.map(({ title }) => quoted(title)))}, linked to the story.`,
          `${quoted(late.sprint.path)} begins after ${quoted(story.item.iterationPath)} has ended.`,
        ],
      };
    }
  },
});
