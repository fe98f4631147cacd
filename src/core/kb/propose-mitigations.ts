/** Proposes mitigations for a threat of a model, from what the knowledge base says about threats like it. */
import type { Mitigation, StrengthLevel } from '../model/mitigation';
import { strengthLevels } from '../model/mitigation';
import type { Model } from '../model/model';
import type { Threat } from '../model/threat';
import { isCopyOf } from './mitigation-key';
import type { KnowledgeMitigation, KnowledgePackage, KnowledgeThreat } from './package';
import { rankThreats } from './rank-threats';
import type { Because, Ranked } from './rank-threats';

export interface Proposal {
  readonly mitigation: KnowledgeMitigation;
  readonly strength: StrengthLevel;
  /** Why it is that strong against the threat; may be empty. */
  readonly reason: string;
  /** The knowledge threat that the mitigation is given for. */
  readonly from: KnowledgeThreat;
  /** 0 to 100: how well `from` fits the threat. */
  readonly score: number;
  /** Why `from` fits. */
  readonly because: readonly Because[];
  /** What it is worth little without, as far as the model does not have it. */
  readonly requires: readonly KnowledgeMitigation[];
}

/** Threats further behind the best one are about something else. */
const nearTheBest = 0.6;
const mostThreats = 3;
/** A template is text that people see in their story: it needs a surer likeness than a proposal in a list. */
export const sureEnough = 32;

const sameTitle = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** A mitigation of the model is the entry's when it was copied from it, or somebody wrote the same title by hand. */
const stands = (mitigation: Mitigation, entry: KnowledgeMitigation) =>
  isCopyOf(mitigation, entry) || sameTitle(mitigation.title, entry.name);

function treating(model: Model, threat: Threat): readonly Mitigation[] {
  return [...model.treatment.values()]
    .filter((treatment) => treatment.threat === threat.id)
    .flatMap((treatment) => model.mitigation.get(treatment.mitigation) ?? []);
}

/** Already there, or an alternative to it is: nobody needs both. `alternativeTo` is meant both ways. */
function isCovered(
  entry: KnowledgeMitigation,
  threat: KnowledgeThreat,
  present: readonly Mitigation[],
): boolean {
  if (present.some((mitigation) => stands(mitigation, entry))) return true;
  return threat.treatments.some(
    ({ mitigation: other }) =>
      (entry.alternativeTo.includes(other.id) || other.alternativeTo.includes(entry.id)) &&
      present.some((mitigation) => stands(mitigation, other)),
  );
}

function proposalsFrom(
  { threat: from, score, because }: Ranked,
  known: { readonly entries: readonly KnowledgeMitigation[]; readonly model: Model },
  present: readonly Mitigation[],
): readonly Proposal[] {
  const owned = [...known.model.mitigation.values()];
  return from.treatments
    .filter(({ mitigation }) => !isCovered(mitigation, from, present))
    .map(({ mitigation, strength, reason }) => {
      const requires = known.entries.filter(
        (entry) =>
          entry.package === mitigation.package &&
          mitigation.requires.includes(entry.id) &&
          !owned.some((mine) => stands(mine, entry)),
      );
      return { mitigation, strength, reason, from, score, because, requires };
    });
}

/**
 * Mitigations that do not treat the threat yet: those of the threat that fits best first, the strongest first.
 * Each entry once. Empty when nothing in the packages speaks about such a threat.
 */
export function proposeMitigations(
  packages: readonly KnowledgePackage[],
  model: Model,
  threat: Threat,
): readonly Proposal[] {
  const ranked = rankThreats(packages, threat, model);
  const least = (ranked[0]?.score ?? 0) * nearTheBest;
  const known = { entries: packages.flatMap(({ mitigations }) => mitigations), model };
  const present = treating(model, threat);
  const proposals = new Map<KnowledgeMitigation, Proposal>();
  for (const each of ranked.slice(0, mostThreats).filter(({ score }) => score >= least)) {
    const own = proposalsFrom(each, known, present);
    const byStrength = [...own].sort(
      (a, b) => strengthLevels.indexOf(b.strength) - strengthLevels.indexOf(a.strength),
    );
    for (const proposal of byStrength)
      if (!proposals.has(proposal.mitigation)) proposals.set(proposal.mitigation, proposal);
  }
  return [...proposals.values()];
}

/**
 * The WITHOUT template of the entry that fits best, or undefined when none fits well enough.
 * Holds placeholders such as `{target.name}`: proposeClause fills them.
 */
export function proposeThreatClause(
  packages: readonly KnowledgePackage[],
  threat: Threat,
): string | undefined {
  const [best] = rankThreats(packages, threat);
  return best && best.score >= sureEnough ? best.threat.withoutClause : undefined;
}
