/** A mitigation of which nobody judged how much it helps. */
import { quoted } from '../../wording';
import { defineQuality } from '../../rule';

export default defineQuality({
  id: 'strength-assumed',
  title: 'A mitigation has no judged strength',
  weight: 'hint',
  why: 'The risk that is left rests on a strength that nobody looked at: it may be far better or worse than that.',
  mend: 'Judge how strongly it works at each of its threats.',
  fine: 'It is fine while nobody has decided on the mitigation.',
  *check({ model, index }) {
    for (const mitigation of model.mitigation.values()) {
      const treatments = index.treatmentsOfMitigation(mitigation.id);
      const assumed = treatments.filter(({ strength }) => strength.basis === 'assumed').length;
      if (assumed === 0) continue;
      yield {
        place: { kind: 'mitigation', id: mitigation.id },
        message: `Nobody judged the strength of ${quoted(mitigation.title)} at ${assumed} of ${treatments.length} ${treatments.length === 1 ? 'threat' : 'threats'}.`,
      };
    }
  },
});
