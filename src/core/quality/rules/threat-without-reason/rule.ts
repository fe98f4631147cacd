/** A threat that somebody judged without saying why. */
import { scaleOf } from '../../../model/project-policy';
import { inherentPoints, severityName } from '../../../risk/severity';
import { quoted } from '../../wording';
import { defineQuality } from '../../rule';

export default defineQuality({
  id: 'threat-without-reason',
  title: 'A threat is judged without a reason',
  weight: 'hint',
  why: 'Nobody can check or repeat a judgement whose reason is not written; the next review begins from nothing.',
  mend: 'Write why it is so likely, or why it would be so bad.',
  fine: 'It is fine for mild threats that nothing rests on; begin with the worst.',
  *check({ model }) {
    const scale = scaleOf(model);
    for (const threat of model.threat.values()) {
      const { probability, impact, status } = threat;
      if (status.kind === 'not-applicable' || probability.basis !== 'judged' || impact.basis !== 'judged')
        continue;
      if (probability.reason || impact.reason) continue;
      yield {
        place: { kind: 'threat', id: threat.id },
        message: `${quoted(threat.title)} is ${severityName(inherentPoints(threat, scale), scale)}, and nobody said why.`,
      };
    }
  },
});
