/** An element without a name. */
import { inScope } from '../../wording';
import { defineQuality } from '../../rule';

const words = { process: 'A process', store: 'A data store', external: 'An external entity' } as const;

export default defineQuality({
  id: 'thing-without-name',
  title: 'An element has no name',
  weight: 'hint',
  why: 'Threats and Tasks name the place. “An element” tells a developer nothing.',
  mend: 'Give it the name that the team uses.',
  fine: 'It is never fine for long: what is worth drawing is worth a name.',
  *check({ model }) {
    for (const element of model.element.values()) {
      if (!inScope(element) || element.name.trim() !== '') continue;
      yield {
        place: { kind: 'element', id: element.id },
        message: `${words[element.kind]} has no name.`,
      };
    }
  },
});
