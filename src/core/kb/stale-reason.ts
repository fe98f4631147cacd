/** Why a generated threat is not given any more, and what a tentative one waits for, each as one sentence. */
import type { Origin } from '../model/parts';
import type { Threat } from '../model/threat';
import type { Hit } from './engine';
import type { KnowledgeEngine } from './knowledge-engine';

const sentence = (facts: readonly { readonly sentence: string }[], joint: string): string => {
  const text = facts
    .slice(0, 4)
    .map((fact) => fact.sentence)
    .join(`${joint} `);
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

export function staleReason(
  engine: KnowledgeEngine,
  threat: Threat,
  origin: Extract<Origin, { kind: 'rule' }>,
): string {
  const entry = engine.threat(origin.package, origin.entry);
  if (!entry) {
    const known = engine.packages.find(({ id }) => id === origin.package);
    const disabled = known?.localChanges?.find(
      ({ op, type, id }) => op === 'disable' && type === 'threat' && id === origin.entry,
    );
    if (disabled)
      return `Your organisation disabled it${disabled.because && `: ${disabled.because.replace(/\.$/, '')}`}.`;
    return `The knowledge package ${origin.package} ${known?.version ?? ''} does not have this threat any more.`;
  }
  const explanation = engine.explain(entry, threat.place);
  if (!explanation) return 'The place is out of scope or not connected any more.';
  return sentence(explanation.because, ',') || 'Its rule does not hold here any more.';
}

export function tentativeReason(engine: KnowledgeEngine, { threat, place }: Hit): string {
  const because = engine.explain(threat, place)?.because ?? [];
  return sentence(because, ';') || 'The model does not say enough to be sure.';
}
