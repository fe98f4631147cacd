/** What stays of somebody's own while the knowledge base says something else: both texts, who and why, in words. Pure. */
import type { KnowledgeEngine } from '../../../core/kb/knowledge-engine';
import { ownMitigationTexts } from '../../../core/kb/own-texts';
import { baseTexts } from '../../../core/kb/mitigation-texts';
import type { MitigationTexts } from '../../../core/kb/mitigation-texts';
import type { MitigationUpdate } from '../../../core/kb/plan-mitigations';
import { draftThreat } from '../../../core/kb/threat-draft';
import type { Mitigation } from '../../../core/model/mitigation';
import type { Model } from '../../../core/model/model';
import type { OwnText } from '../../../core/model/parts';
import type { Threat } from '../../../core/model/threat';
import { strengthWords } from '../../../ui/words';
import { threatReaders } from './field-changes';

export interface OwnWord {
  readonly what: string;
  readonly yours: string;
  /** What the package says. */
  readonly theirs: string;
  /** Who rewrote it, when and why; absent for what was decided otherwise than by rewriting. */
  readonly said?: OwnText;
  /** Why it was judged so. */
  readonly because?: string;
}

export const mitigationReaders: readonly (readonly [keyof MitigationTexts, string])[] = [
  ['title', 'Title'],
  ['implement', 'How to implement'],
  ['verify', 'How to verify'],
];

function judgedBecause(threat: Threat, field: string): string | undefined {
  return field === 'probability' || field === 'impact' ? threat[field].reason : undefined;
}

/** The fields of a generated threat among `fields` that do not say what the packages of the engine say. */
export function ownWords(
  at: { readonly engine: KnowledgeEngine; readonly model: Model },
  threat: Threat,
  fields: readonly string[],
): readonly OwnWord[] {
  const { origin, place } = threat;
  if (origin.kind !== 'rule') return [];
  const entry = at.engine.threat(origin.package, origin.entry);
  const scene = entry && at.engine.sceneAt(entry.package, place);
  if (!entry || !scene) return [];
  const theirs = { ...threat, ...draftThreat(entry, { model: at.model, place, scene }) };
  return threatReaders.flatMap(([field, what, read]): readonly OwnWord[] => {
    const [yours, other] = [read(threat), read(theirs)];
    if (!fields.includes(field) || yours === other) return [];
    const said = threat.edited?.[field];
    const because = judgedBecause(threat, field);
    return [{ what, yours, theirs: other, ...(said ? { said } : {}), ...(because ? { because } : {}) }];
  });
}

/** Strengths of mitigations, by their titles, that somebody judged at the threat. */
export function ownStrengths(
  model: Model,
  threat: Threat,
  titles: readonly string[],
): readonly { readonly what: string; readonly because: string }[] {
  return [...model.treatment.values()].flatMap((each) => {
    const title = model.mitigation.get(each.mitigation)?.title;
    if (each.threat !== threat.id || title === undefined || !titles.includes(title)) return [];
    const { level, reason = '' } = each.strength;
    return [{ what: `${title}: ${strengthWords[level].toLowerCase()}`, because: reason }];
  });
}

const ownOf = (
  mitigation: Mitigation,
  theirs: MitigationTexts,
  fields: readonly string[],
): readonly OwnWord[] =>
  mitigationReaders.flatMap(([field, what]): readonly OwnWord[] => {
    if (!fields.includes(field)) return [];
    const said = mitigation.edited?.[field];
    return [{ what, yours: mitigation[field], theirs: theirs[field], ...(said ? { said } : {}) }];
  });

/** What was rewritten in a mitigation of the knowledge base. */
export function ownMitigationWords(model: Model, mitigation: Mitigation): readonly OwnWord[] {
  const base = baseTexts(model, mitigation);
  return base ? ownOf(mitigation, base, ownMitigationTexts(model, mitigation)) : [];
}

/** What stays of somebody's own when a mitigation is brought to the state of a newer package. */
export function keptMitigationWords({ before, theirs, kept }: MitigationUpdate): readonly OwnWord[] {
  return ownOf(before, theirs, kept);
}
