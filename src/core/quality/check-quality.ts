/** What is weak in a model (paper, R71): runs the rules and makes findings of what they report. Pure. */
import type { Place, QualityPicture, QualityRule, Weakness } from './rule';
import { qualityRules } from './rules';

export interface QualityFinding extends Weakness {
  /** Stable over runs: rule and place. */
  readonly key: string;
}
export interface QualityGroup {
  readonly rule: QualityRule;
  readonly findings: readonly QualityFinding[];
}

const placeKey = (place: Place): string => ('id' in place ? `${place.kind}/${place.id}` : place.kind);

/** Rules that found something, gaps before hints, each in the order of the registry. */
export function checkQuality(picture: QualityPicture): readonly QualityGroup[] {
  const groups = qualityRules.map((rule) => ({
    rule,
    findings: [...rule.check(picture)].map((found, at) => ({
      ...found,
      key: `${rule.id}@${placeKey(found.place)}#${at}`,
    })),
  }));
  const found = groups.filter(({ findings }) => findings.length > 0);
  return [
    ...found.filter(({ rule }) => rule.weight === 'gap'),
    ...found.filter(({ rule }) => rule.weight === 'hint'),
  ];
}
