/** A data flow of which nobody said how it is protected. */
import { placeName } from '../../../model/model-index';
import { inScope, quoted, states } from '../../wording';
import { defineQuality } from '../../rule';

/** Names of properties and types that say it, in the tools whose files are read. */
const known = /encrypt|protocol|https|tls|ssl|confidentiality|channel|transport/i;

export default defineQuality({
  id: 'flow-without-protection',
  title: 'Nothing is said about the protocol or encryption of a data flow',
  weight: 'gap',
  why: 'Whether others can read or change what flows depends on it; without the fact, threats are guessed or missed.',
  mend: 'Set its protocol, or whether it is encrypted in transit.',
  fine: 'It is fine where no network carries it; say so, and it is no longer reported.',
  *check({ model }) {
    for (const flow of model.flow.values()) {
      if (!inScope(flow) || states(flow, known) || known.test(flow.type?.name ?? '')) continue;
      yield {
        place: { kind: 'flow', id: flow.id },
        message: `Nothing says how ${quoted(placeName(model, { kind: 'flow', id: flow.id }))} is protected.`,
      };
    }
  },
});
