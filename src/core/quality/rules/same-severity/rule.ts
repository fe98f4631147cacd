/** All threats are equally bad. */
import { scaleOf } from '../../../model/project-policy';
import { inherentPoints } from '../../../risk/severity';
import { defineQuality } from '../../rule';

/** Few threats may well be alike. */
const fewest = 5;

export default defineQuality({
  id: 'same-severity',
  title: 'All threats have the same severity',
  weight: 'hint',
  why: 'If everything is equally bad, the numbers order nothing: what is done first is left to chance.',
  mend: 'Compare the threats with each other and set apart the worst and the mildest.',
  fine: 'It is fine in a small model whose threats are really alike.',
  *check({ model }) {
    const applying = [...model.threat.values()].filter(({ status }) => status.kind !== 'not-applicable');
    const [first] = applying;
    if (!first || applying.length < fewest) return;
    const scale = scaleOf(model);
    const points = inherentPoints(first, scale);
    if (!applying.every((threat) => inherentPoints(threat, scale) === points)) return;
    yield {
      place: { kind: 'threats' },
      message: `All ${applying.length} threats have ${points} points.`,
    };
  },
});
