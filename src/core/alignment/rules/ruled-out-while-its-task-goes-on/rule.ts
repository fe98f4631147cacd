/** The model says that a mitigation is not to be done, while its Task says that people are going to, or do. */
import type { ModelIndex } from '../../../model/model-index';
import type { Mitigation, Realisation, Status } from '../../../model/mitigation';
import { defineRule } from '../../rule';
import { quoted } from '../../wording';

const isRuledOut = (status: Status | undefined): boolean =>
  status?.kind === 'rejected' || status?.kind === 'not-applicable';

/** As a whole, or at each place that its Task covers. */
function howRuledOut(
  index: ModelIndex,
  { covers }: Realisation,
  { id, status }: Mitigation,
): 'mitigation' | 'places' | undefined {
  if (isRuledOut(status)) return 'mitigation';
  const places = index
    .treatmentsOfMitigation(id)
    .filter((treatment) => covers === 'all' || covers.includes(treatment.id));
  return places.length > 0 && places.every((place) => isRuledOut(place.status)) ? 'places' : undefined;
}

export default defineRule({
  id: 'ruled-out-while-its-task-goes-on',
  meta: {
    title: 'A mitigation was ruled out, its Task goes on',
    severity: 'warning',
    readings: ['Is the work not wanted any more?', 'Is it wanted after all?'],
    messages: {
      mitigation: '{mitigation} is rejected or does not apply, yet Task #{task} is {state}.',
      places:
        'All that Task #{task} covers of {mitigation} is rejected or does not apply, yet it is {state}.',
    },
  },
  *check({ models, tasks }) {
    for (const { model, index } of models)
      for (const realisation of model.realisation.values()) {
        const task = realisation.workItem === null ? undefined : tasks.get(realisation.workItem);
        const own = model.mitigation.get(realisation.mitigation);
        if (!task || !own || task.category === 'Completed' || task.category === 'Removed') continue;
        const how = howRuledOut(index, realisation, own);
        if (!how) continue;
        yield {
          messageId: how,
          subject: { model: model.info.id, mitigation: own.id, task: task.id },
          words: { mitigation: quoted(own.title), task: task.id, state: task.state },
          because: [
            how === 'mitigation'
              ? 'Where no place says otherwise the risk follows the Task: it counts as work that is planned.'
              : 'The risk follows the places: what is done in the Task takes nothing away.',
          ],
        };
      }
  },
});
