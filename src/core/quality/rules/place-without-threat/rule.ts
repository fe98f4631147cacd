/** A process or store at which nothing threatens. */
import { inScope, quoted } from '../../wording';
import { defineQuality } from '../../rule';

export default defineQuality({
  id: 'place-without-threat',
  title: 'A process or data store has no threat',
  weight: 'gap',
  why: 'Something that works with data and is threatened by nothing was most likely never looked at.',
  mend: 'Look at it with the knowledge base, or add a threat; if there is none, mark it as out of scope with the reason.',
  fine: 'It is fine where really nothing can happen; mark that as out of scope with the reason.',
  *check({ model }) {
    const threatened = new Set<string>();
    for (const { place } of model.threat.values()) {
      if (place.kind === 'element') threatened.add(place.id);
      const flow = place.kind === 'flow' ? model.flow.get(place.id) : undefined;
      if (flow?.source) threatened.add(flow.source);
      if (flow?.target) threatened.add(flow.target);
    }
    if (model.threat.size === 0) return;
    for (const element of model.element.values()) {
      if (element.kind === 'external' || !inScope(element) || threatened.has(element.id)) continue;
      yield {
        place: { kind: 'element', id: element.id },
        message: `Nothing threatens ${quoted(element.name)}, nor what flows to or from it.`,
      };
    }
  },
});
