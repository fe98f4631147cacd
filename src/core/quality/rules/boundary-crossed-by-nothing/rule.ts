/** A trust boundary that no flow crosses. */
import { crossingsOf, drawnFlow } from '../../../kb/crossings';
import { inScope, quoted } from '../../wording';
import { defineQuality } from '../../rule';

export default defineQuality({
  id: 'boundary-crossed-by-nothing',
  title: 'A trust boundary is crossed by nothing',
  weight: 'gap',
  why: 'A boundary marks where trust changes. If nothing crosses it, a flow is missing, or the boundary stands in the wrong place.',
  mend: 'Draw the flow that crosses it, move it, or remove it.',
  fine: 'It is fine around what is really cut off; mark that as out of scope.',
  *check({ model }) {
    const crossed = new Set<string>();
    for (const flow of model.flow.values()) {
      const drawn = drawnFlow(flow, model.element);
      if (!drawn) continue;
      for (const { boundary } of crossingsOf(drawn, model.boundary.values())) crossed.add(boundary.id);
    }
    for (const boundary of model.boundary.values()) {
      if (!inScope(boundary) || crossed.has(boundary.id)) continue;
      yield {
        place: { kind: 'boundary', id: boundary.id },
        message: `No data flow crosses ${quoted(boundary.name || 'a boundary without a name')}.`,
      };
    }
  },
});
