/** Threats whose probability and impact nobody judged. */
import { defineQuality } from '../../rule';

export default defineQuality({
  id: 'severity-assumed',
  title: 'Severities are only assumed',
  weight: 'hint',
  why: 'An assumed severity is that of a file or a package, not of this system: what is done first should not rest on it.',
  mend: 'Judge the worst of them first, or confirm what is assumed.',
  fine: 'It is fine in a model’s first days, and for the mildest at any time.',
  *check({ model }) {
    const assumed = [...model.threat.values()].filter(
      ({ probability, impact, status }) =>
        status.kind !== 'not-applicable' && probability.basis === 'assumed' && impact.basis === 'assumed',
    );
    if (assumed.length === 0) return;
    yield {
      place: { kind: 'threats' },
      message: `Nobody judged ${assumed.length} of ${model.threat.size} ${model.threat.size === 1 ? 'threat' : 'threats'}.`,
    };
  },
});
