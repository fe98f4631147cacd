/** The WITHOUT sentences that the knowledge base has for the threats of a model. */
import type { ThreatId } from '../model/ids';
import type { Model } from '../model/model';
import { asRecord } from './json-record';
import type { KnowledgePackage } from './package';
import { proposeThreatClause } from './propose-mitigations';

/** Finding the entry of a threat that no rule gave takes about a millisecond: more would be felt. */
const mostSearched = 200;

function sentenceIn(content: string): string | undefined {
  try {
    const said = asRecord(JSON.parse(content))?.['withoutClause'];
    return typeof said === 'string' ? said : undefined;
  } catch {
    return undefined;
  }
}

/**
 * By threat: the sentence of the entry that gave it, as the model keeps it; for threats that somebody wrote and that no
 * story speaks of yet, the sentence of the entry that fits best. With their placeholders, such as `{target.name}`.
 */
export function clauseTemplates(
  model: Model,
  packages: readonly KnowledgePackage[],
): ReadonlyMap<ThreatId, string> {
  const kept = new Map(
    [...model.knowledge.values()].flatMap(({ type, hash, content }) => {
      const sentence = type === 'threat' ? sentenceIn(content) : undefined;
      return sentence === undefined ? [] : [[hash, sentence] as const];
    }),
  );
  const linked = new Set([...model.storyLink.values()].map(({ threat }) => threat));
  const templates = new Map<ThreatId, string>();
  let searched = 0;
  for (const threat of model.threat.values()) {
    const own = threat.origin.kind === 'rule' ? kept.get(threat.origin.hash) : undefined;
    if (own !== undefined) templates.set(threat.id, own);
    else if (!linked.has(threat.id) && packages.length > 0 && (searched += 1) <= mostSearched) {
      const found = proposeThreatClause(packages, threat);
      if (found !== undefined) templates.set(threat.id, found);
    }
  }
  return templates;
}
