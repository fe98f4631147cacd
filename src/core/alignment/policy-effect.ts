/** What a change of a project's policy would do to its models, before anybody makes it. Pure. */
import type { Threat } from '../model/threat';
import type { SeverityName } from '../risk/severity';
import { checkAlignment } from './check-alignment';
import { judgeFindings } from './dismissals';
import type { AlignmentPicture } from './picture';

export interface Renamed {
  readonly to: SeverityName;
  /** Whose risk now gets the name. */
  readonly threats: readonly Threat[];
}

export interface PolicyEffect {
  /** By the name that the risk now of threats would get, the worst first. */
  readonly renamed: readonly Renamed[];
  /** Points over all models, before and after. */
  readonly inherent: readonly [number, number];
  readonly current: readonly [number, number];
  /** Title of a rule -> how many open findings more (or fewer, below 0). Only rules with a difference. */
  readonly findings: readonly { readonly rule: string; readonly message: string; readonly more: number }[];
}

function total(picture: AlignmentPicture, of: 'inherent' | 'current'): number {
  return picture.models.reduce((sum, { assessment }) => sum + assessment[of], 0);
}

function renamed(before: AlignmentPicture, after: AlignmentPicture): readonly Renamed[] {
  const old = new Map(before.models.map(({ model, assessment }) => [model.info.id, assessment]));
  const groups: Record<SeverityName, Threat[]> = { critical: [], high: [], medium: [], low: [] };
  for (const { model, assessment } of after.models)
    for (const [id, { threat, applies, currentName }] of assessment.threats) {
      const was = old.get(model.info.id)?.threats.get(id);
      if (applies && was && was.currentName !== currentName) groups[currentName].push(threat);
    }
  const names: readonly SeverityName[] = ['critical', 'high', 'medium', 'low'];
  return names.flatMap((to) => (groups[to].length > 0 ? [{ to, threats: groups[to] }] : []));
}

function findings(before: AlignmentPicture, after: AlignmentPicture): PolicyEffect['findings'] {
  const open = (picture: AlignmentPicture) => judgeFindings(checkAlignment(picture), picture).open;
  const [old, next] = [open(before), open(after)];
  const rules = [...new Set([...old, ...next].map(({ ruleId }) => ruleId))];
  return rules.flatMap((rule) => {
    const of = (all: typeof old) => all.filter(({ ruleId }) => ruleId === rule);
    const more = of(next).length - of(old).length;
    const known = new Set(of(old).map(({ key }) => key));
    const first = of(next).find(({ key }) => !known.has(key)) ?? of(old)[0];
    return more === 0 || !first ? [] : [{ rule, message: first.message, more }];
  });
}

/** Both pictures are of the same models; only their policy differs. */
export function policyEffect(before: AlignmentPicture, after: AlignmentPicture): PolicyEffect {
  return {
    renamed: renamed(before, after),
    inherent: [total(before, 'inherent'), total(after, 'inherent')],
    current: [total(before, 'current'), total(after, 'current')],
    findings: findings(before, after),
  };
}

/** True when nothing that people see would change. */
export function isNothing({ renamed: names, inherent, current, findings: more }: PolicyEffect): boolean {
  const same = ([before, after]: readonly [number, number]): boolean => Math.abs(before - after) < 1e-9;
  return names.length === 0 && more.length === 0 && same(inherent) && same(current);
}
