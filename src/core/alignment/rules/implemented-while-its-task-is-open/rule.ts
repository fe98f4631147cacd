/** The model says that a mitigation is implemented, while its Task says that people still work on it. */
import { defineRule } from '../../rule';
import { quoted } from '../../wording';

export default defineRule({
  id: 'implemented-while-its-task-is-open',
  meta: {
    title: 'A mitigation is marked as implemented, its Task is still open',
    severity: 'warning',
    readings: ['Is the work done, and only the Task behind?', 'Is the work not done yet?'],
    messages: { stillOpen: '{mitigation} is marked as implemented, yet Task #{task} is {state}.' },
  },
  *check({ models, tasks }) {
    for (const { model } of models)
      for (const { mitigation, workItem } of model.realisation.values()) {
        const task = workItem === null ? undefined : tasks.get(workItem);
        const own = model.mitigation.get(mitigation);
        if (!task || own?.status.kind !== 'implemented') continue;
        if (task.category === 'Completed' || task.category === 'Removed') continue;
        yield {
          messageId: 'stillOpen',
          subject: { model: model.info.id, mitigation, task: task.id },
          words: { mitigation: quoted(own.title), task: task.id, state: task.state },
          because: ['The risk follows the Task: it counts as open until the Task is closed.'],
        };
      }
  },
});
