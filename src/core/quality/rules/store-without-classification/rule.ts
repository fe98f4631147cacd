/** A data store of which nobody said what it holds. */
import { inScope, quoted, states } from '../../wording';
import { defineQuality } from '../../rule';

/** Names of properties that say it, in the tools whose files are read. */
const known = /^data$|classif|sensitiv|confidential|personal|pii|credential|stored ?data/i;

export default defineQuality({
  id: 'store-without-classification',
  title: 'A data store has no classification',
  weight: 'gap',
  why: 'How bad a leak is depends on what is stored. Without it every impact is a guess.',
  mend: 'Set the classification of the data that it holds.',
  fine: 'It is fine where nothing of value is stored; then classify it as public.',
  *check({ model }) {
    for (const element of model.element.values()) {
      if (element.kind !== 'store' || !inScope(element) || states(element, known)) continue;
      yield {
        place: { kind: 'element', id: element.id },
        message: `Nothing says how sensitive the data in ${quoted(element.name)} are.`,
      };
    }
  },
});
