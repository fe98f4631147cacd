/** The Task of a mitigation does not stand under a story that it protects, so it is planned apart from it (paper, R36). */
import { storiesOfPart } from '../../../model/model-index';
import { defineRule } from '../../rule';
import { listed, quoted } from '../../wording';

export default defineRule({
  id: 'task-not-under-its-story',
  meta: {
    title: 'The Task of a mitigation is not under a story that it protects',
    severity: 'suggestion',
    readings: ['Should the Task move under the story?', 'Is its place right, and a link to a story missing?'],
    messages: {
      noParent: 'Task #{task} of {mitigation} has no parent, so backlogs hide it; it protects {stories}.',
      otherParent: 'Task #{task} of {mitigation} is under #{parent}, yet it protects {stories}.',
    },
  },
  *check({ models, stories, tasks }) {
    for (const { model, index } of models)
      for (const part of model.realisation.values()) {
        const { mitigation, workItem } = part;
        const task = workItem === null ? undefined : tasks.get(workItem);
        const title = model.mitigation.get(mitigation)?.title;
        const mine = storiesOfPart(index, part).filter((id) => stories.has(id));
        if (!task || title === undefined || mine.length === 0) continue;
        // What is done or removed is not planned any more.
        if (task.category === 'Completed' || task.category === 'Removed') continue;
        if (task.parent !== undefined && mine.includes(task.parent)) continue;
        yield {
          messageId: task.parent === undefined ? 'noParent' : 'otherParent',
          subject: { model: model.info.id, mitigation, task: task.id },
          words: {
            task: task.id,
            mitigation: quoted(title),
            parent: task.parent ?? '',
            stories: listed(mine.map((id) => `#${id}`)),
          },
          because: ['A Task under the story that it protects is planned, moved and shown with it.'],
        };
      }
  },
});
