/** Which mitigations work for a requirement: those that it names, and the members of its family (paper, R51). */
import type { Requirement } from './decisions';
import type { Mitigation } from './mitigation';
import type { Model } from './model';

/** A family is a wish, not a list: a mitigation that gets the tag or the control type later belongs to it from then on. */
export function isMember(
  { family }: Pick<Requirement, 'family'>,
  { controlType, tags }: Mitigation,
): boolean {
  if (!family) return false;
  return family.kind === 'control-type'
    ? controlType === family.controlType
    : (tags ?? []).some((tag) => tag.toLowerCase() === family.tag.toLowerCase());
}

const isRuledOut = ({ status }: Mitigation): boolean =>
  status.kind === 'rejected' || status.kind === 'not-applicable';

/** Named ones and members that are not ruled out, in the order of the model. */
export function workingFor(
  model: Pick<Model, 'mitigation'>,
  requirement: Requirement,
): readonly Mitigation[] {
  const named = new Set(requirement.mitigations);
  return [...model.mitigation.values()].filter(
    (each) => (named.has(each.id) || isMember(requirement, each)) && !isRuledOut(each),
  );
}
