/** Says in a sentence why the knowledge base proposes something for a threat. */
import { fillPlaceholders } from '../../../core/kb/fill-placeholders';
import type { Proposal } from '../../../core/kb/propose-mitigations';
import type { Because } from '../../../core/kb/rank-threats';
import type { Model } from '../../../core/model/model';
import type { Threat } from '../../../core/model/threat';
import { strideWords } from '../../../ui/words';

function reasonWords(because: Because): string {
  switch (because.kind) {
    case 'origin':
      return 'this threat comes from it';
    case 'words':
      return `both speak of ${because.words.join(', ')}`;
    case 'stride':
      return `both are ${because.categories.map((category) => strideWords[category].toLowerCase()).join(', ')}`;
    case 'weakness':
      return `both name ${because.cwe.map((number) => `CWE-${number}`).join(', ')}`;
    case 'rule':
      return because.answer === 'yes' ? 'its rule holds at this place' : 'its rule may hold at this place';
  }
}

/** “Input becomes part of a query …”: both speak of sql, query; both are tampering. */
export function whyProposed({ from, because }: Proposal, model: Model, threat: Threat): string {
  const name = fillPlaceholders(from.name, model, threat.place);
  return `Known against “${name}”: ${because.map(reasonWords).join('; ')}.`;
}
