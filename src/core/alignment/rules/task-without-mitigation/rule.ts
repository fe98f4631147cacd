/** A work item carries the mark of mitigations, and no model knows it: its work lowers no risk that anybody sees. */
import { defineRule } from '../../rule';
import { covers } from '../../scope';
import { storyWords } from '../../wording';

export default defineRule({
  id: 'task-without-mitigation',
  meta: {
    title: 'A Task is marked as a mitigation that no model knows',
    severity: 'warning',
    readings: ['Is its mitigation missing in a model?', 'Is it no mitigation at all?'],
    messages: { unknown: '{task} is marked as a mitigation, yet no threat model knows it.' },
  },
  *check({ models, marked = [] }) {
    const known = new Set(
      models.flatMap(({ model }) =>
        [...model.realisation.values()].flatMap(({ workItem, decided = [] }) => [
          ...(workItem === null ? [] : [workItem]),
          // A copy of which somebody said on the Sync page that it is none of ours.
          ...decided.flatMap((each) => (each.about === 'copy' ? each.item : [])),
        ]),
      ),
    );
    for (const task of marked) {
      if (known.has(task.id) || task.category === 'Removed') continue;
      if (!models.some(({ model }) => covers(model, task.areaPath))) continue;
      yield {
        messageId: 'unknown',
        subject: { task: task.id },
        words: { task: storyWords(task) },
        because: [`It is ${task.state.toLowerCase()} and carries the tag of mitigations.`],
      };
    }
  },
});
