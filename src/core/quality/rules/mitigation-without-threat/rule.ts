/** A mitigation that treats nothing. */
import { quoted } from '../../wording';
import { defineQuality } from '../../rule';

export default defineQuality({
  id: 'mitigation-without-threat',
  title: 'A mitigation treats no threat',
  weight: 'hint',
  why: 'Work that protects against nothing known costs time, or the threat it is for was never written.',
  mend: 'Add it at the threats that it treats, or delete it.',
  fine: 'It is fine for what a law or a customer asks for; link that to a requirement.',
  *check({ model, index }) {
    for (const mitigation of model.mitigation.values()) {
      if (index.treatmentsOfMitigation(mitigation.id).length > 0) continue;
      yield {
        place: { kind: 'mitigation', id: mitigation.id },
        message: `${quoted(mitigation.title)} treats no threat.`,
      };
    }
  },
});
