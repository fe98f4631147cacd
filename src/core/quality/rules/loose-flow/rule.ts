/** A data flow of which an end is connected to nothing. */
import { placeName } from '../../../model/model-index';
import { inScope, quoted } from '../../wording';
import { defineQuality } from '../../rule';

export default defineQuality({
  id: 'loose-flow',
  title: 'A data flow has a loose end',
  weight: 'gap',
  why: 'Rules look at both ends of a flow: with one missing they cannot say which threats there are.',
  mend: 'Connect the end to an element.',
  fine: 'It is fine where the arrow only points at a note: that is not reported.',
  *check({ model }) {
    for (const flow of model.flow.values()) {
      const loose = (end: 'source' | 'target') => flow[end] === null && !flow.endsAtNote?.includes(end);
      if (!inScope(flow) || (!loose('source') && !loose('target'))) continue;
      yield {
        place: { kind: 'flow', id: flow.id },
        message: `${quoted(placeName(model, { kind: 'flow', id: flow.id }))} is connected at one end only.`,
      };
    }
  },
});
