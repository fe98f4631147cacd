/** An element that nothing goes to or comes from. */
import { inScope, quoted } from '../../wording';
import { defineQuality } from '../../rule';

export default defineQuality({
  id: 'element-without-flow',
  title: 'An element has no data flow',
  weight: 'gap',
  why: 'Threats travel along data flows. Something without any is either not part of the system, or its flows were forgotten.',
  mend: 'Draw its data flows, or mark it as out of scope.',
  fine: 'It is fine for what is drawn to be named only; mark that as out of scope.',
  *check({ model }) {
    const connected = new Set<string>();
    for (const { source, target } of model.flow.values()) {
      if (source !== null) connected.add(source);
      if (target !== null) connected.add(target);
    }
    for (const element of model.element.values()) {
      if (!inScope(element) || connected.has(element.id)) continue;
      yield {
        place: { kind: 'element', id: element.id },
        message: `${quoted(element.name)} has no data flow.`,
      };
    }
  },
});
