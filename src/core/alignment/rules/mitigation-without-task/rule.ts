/** A mitigation was decided on and nobody made its Task: the backlog does not know of it. */
import { defineRule } from '../../rule';
import { awaitedMitigations } from '../../treated-stories';
import { listed, quoted } from '../../wording';

export default defineRule({
  id: 'mitigation-without-task',
  meta: {
    title: 'A mitigation that was decided on has no Task',
    severity: 'warning',
    readings: ['Is its Task still to be made?', 'Is it done, and only its status behind?'],
    messages: { noTask: '{mitigation} is {status} and has no Task.' },
  },
  *check(picture) {
    // Where a planned story waits for it, the finding of that story says so already.
    const awaited = new Set<string>();
    for (const { at, story, mitigation } of awaitedMitigations(picture))
      if (story.item.iterationPath.includes('\\') && story.item.category !== 'Completed')
        awaited.add(`${at.model.info.id}/${mitigation.id}`);
    for (const { model, index, assessment } of picture.models)
      for (const { id, title } of model.mitigation.values()) {
        const hasTask = index.realisationsOfMitigation(id).some(({ workItem }) => workItem !== null);
        if (hasTask || awaited.has(`${model.info.id}/${id}`)) continue;
        const decided = index.treatmentsOfMitigation(id).flatMap((treatment) => {
          const risk = assessment.threats.get(treatment.threat);
          const factor = risk?.factors.find((each) => each.treatment === treatment);
          const status = factor?.effective.status.kind;
          const isDecided = status === 'approved' || status === 'planned' || status === 'in-progress';
          return risk?.applies && isDecided ? [{ status, threat: risk.threat.title }] : [];
        });
        const first = decided[0];
        if (!first) continue;
        yield {
          messageId: 'noTask',
          subject: { model: model.info.id, mitigation: id },
          words: { mitigation: quoted(title), status: first.status.replace('-', ' ') },
          because: [`It works against ${listed(decided.map(({ threat }) => quoted(threat)))}.`],
        };
      }
  },
});
