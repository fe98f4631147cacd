/** A mitigation that does not say what to do. */
import { quoted } from '../../wording';
import { defineQuality } from '../../rule';

export default defineQuality({
  id: 'mitigation-without-instructions',
  title: 'A mitigation does not say how to implement or verify it',
  weight: 'hint',
  why: 'The Task takes its text from here. A developer and a tester who find nothing there ask, or guess.',
  mend: 'Write how to implement and how to verify it.',
  fine: 'It is fine for what is long implemented; how to verify it is still worth a line.',
  *check({ model }) {
    for (const mitigation of model.mitigation.values()) {
      const { title, implement, verify, status } = mitigation;
      if (status.kind === 'rejected' || status.kind === 'not-applicable') continue;
      const lacks = [implement.trim() ? '' : 'to implement', verify.trim() ? '' : 'to verify'].filter(
        Boolean,
      );
      if (lacks.length === 0) continue;
      yield {
        place: { kind: 'mitigation', id: mitigation.id },
        message: `${quoted(title)} does not say how ${lacks.join(' and how ')} it.`,
      };
    }
  },
});
