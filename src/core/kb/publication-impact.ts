/** What a change of the knowledge would do to a model that uses it: the plan of its upgrade, counted. */
import type { Model } from '../model/model';
import { applyEdit } from '../model/edit';
import type { NewId } from '../model/ids';
import type { ModelKnowledge } from '../model/knowledge';
import { KnowledgeEngine } from './knowledge-engine';
import type { KnowledgePackage } from './package';
import { planThreats } from './plan-threats';
import type { ThreatPlan } from './plan-threats';

export interface Impact {
  /** Threats that come, or come back. */
  readonly added: number;
  /** Threats that are not given any more: they grow stale and stay, or rest when nobody decided about them. */
  readonly retired: number;
  readonly changed: number;
  /** Mitigations whose texts change. */
  readonly mitigations: number;
}
export const noImpact: Impact = { added: 0, retired: 0, changed: 0, mitigations: 0 };

export const addImpacts = (a: Impact, b: Impact): Impact => ({
  added: a.added + b.added,
  retired: a.retired + b.retired,
  changed: a.changed + b.changed,
  mitigations: a.mitigations + b.mitigations,
});
export const isNoImpact = ({ added, retired, changed, mitigations }: Impact): boolean =>
  added + retired + changed + mitigations === 0;

export function impactOf({ changes, mitigations }: Pick<ThreatPlan, 'changes' | 'mitigations'>): Impact {
  const count = (...kinds: readonly string[]) => changes.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    added: count('added', 'revived'),
    retired: count('stale', 'rested'),
    changed: count('changed'),
    mitigations: mitigations.filter(({ changed }) => changed.length > 0).length,
  };
}

/** The packages of the model as they are among `available`, and their pins. Those that are gone say nothing. */
export function packagesOf(
  knowledge: ModelKnowledge,
  available: readonly KnowledgePackage[],
): { readonly packages: readonly KnowledgePackage[]; readonly knowledge: ModelKnowledge } {
  const packages = knowledge.packages.flatMap((pin) => available.find(({ id }) => id === pin.id) ?? []);
  const pins = knowledge.packages.map((pin) => {
    const found = packages.find(({ id }) => id === pin.id);
    return found ? { id: found.id, version: found.version, hash: found.hash } : pin;
  });
  return { packages, knowledge: { ...knowledge, packages: pins } };
}

/** A model that holds tentative threats takes more of them; one that nobody decided for yet leaves them. */
export function tentativeOf(model: Model): 'leave' | 'take' {
  for (const { tentative } of model.threat.values()) if (tentative !== undefined) return 'take';
  return 'leave';
}

/** The model's upgrade to the packages as they are among `available`. */
export function planUpgrade(
  model: Model,
  available: readonly KnowledgePackage[],
  newId: NewId,
): ThreatPlan | undefined {
  const chosen = model.info.knowledge;
  if (!chosen) return undefined;
  const { packages, knowledge } = packagesOf(chosen, available);
  const engine = new KnowledgeEngine(packages, model);
  const label = 'Upgrade knowledge base';
  const plan = (tentative: 'leave' | 'take') =>
    planThreats({ engine, model, knowledge, tentative, newId, label });
  const asked = tentativeOf(model);
  const planned = plan(asked);
  // A newer rule may ask for more than the old one: then the model holds tentative threats from now on, and whoever
  // upgraded again would get the others.
  const turns = planned.changes.some(
    ({ kind, threat }) => kind !== 'rested' && threat.tentative !== undefined,
  );
  return asked === 'leave' && turns ? plan('take') : planned;
}

/**
 * What a publication that turns `before` into `after` adds to what an upgrade would do anyway. Undefined = the model
 * uses no package that changes.
 */
export function publicationImpact(
  model: Model,
  change: { readonly before: readonly KnowledgePackage[]; readonly after: readonly KnowledgePackage[] },
  newId: NewId,
): Impact | undefined {
  const used = new Set((model.info.knowledge?.packages ?? []).map(({ id }) => id));
  const hashes = new Map(change.before.map(({ id, hash }) => [id, hash]));
  const differs = change.after.some(({ id, hash }) => used.has(id) && hashes.get(id) !== hash);
  const before = differs ? planUpgrade(model, change.before, newId) : undefined;
  if (!before) return undefined;
  const upgraded = applyEdit(model, before.edit);
  const after = planUpgrade(upgraded, change.after, newId);
  return after && impactOf(after);
}
