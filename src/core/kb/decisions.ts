/** Whether somebody decided anything about a threat, a treatment or a mitigation: then it is theirs, and stays. */
import type { Mitigation, Treatment } from '../model/mitigation';
import type { Model } from '../model/model';
import type { ModelIndex } from '../model/model-index';
import type { Threat } from '../model/threat';
import { entryNameOf, linkPrefix } from './mitigation-key';
import { comparable, fieldHash, writtenFields } from './threat-draft';
import type { WrittenField } from './threat-draft';

/** Fields whose value is no longer what the entry wrote. */
export function editedFields(threat: Threat): readonly WrittenField[] {
  const { origin } = threat;
  if (origin.kind !== 'rule') return [];
  return writtenFields.filter((field) => {
    const written = origin.written[field];
    return written !== undefined && written !== fieldHash(comparable(field, threat[field]));
  });
}

export const isJudged = ({ strength, status }: Treatment): boolean =>
  strength.basis === 'judged' || status !== undefined;

/** The mitigation stands for more than the entry that it came from. */
export function isMitigationDecided(mitigation: Mitigation, index: ModelIndex): boolean {
  return (
    mitigation.origin.kind === 'person' ||
    mitigation.status.kind !== 'open' ||
    index.realisationsOfMitigation(mitigation.id).length > 0
  );
}

/** Whether a person took a mitigation away from the threat that the model still has. */
function hasLostLink({ id, origin }: Threat, model: Model, index: ModelIndex): boolean {
  if (origin.kind !== 'rule') return false;
  const lost = new Set(Object.keys(origin.written).filter((name) => name.startsWith(linkPrefix)));
  const nameOf = (mitigation: Mitigation | undefined) =>
    linkPrefix + ((mitigation && entryNameOf(mitigation)) ?? '');
  for (const { mitigation } of index.treatmentsOfThreat(id))
    lost.delete(nameOf(model.mitigation.get(mitigation)));
  return lost.size > 0 && [...model.mitigation.values()].some((mitigation) => lost.has(nameOf(mitigation)));
}

/** Judged, decided, accepted, linked to a story, or treated by something that is more than a proposal. */
export function isDecided(threat: Threat, model: Model, index: ModelIndex): boolean {
  return (
    threat.origin.kind !== 'rule' ||
    threat.status.kind !== 'open' ||
    threat.notes !== undefined ||
    editedFields(threat).length > 0 ||
    hasLostLink(threat, model, index) ||
    index.linksOfThreat(threat.id).length > 0 ||
    [...model.acceptance.values()].some((acceptance) => acceptance.threat === threat.id) ||
    index.treatmentsOfThreat(threat.id).some((treatment) => {
      const mitigation = model.mitigation.get(treatment.mitigation);
      return isJudged(treatment) || (mitigation !== undefined && isMitigationDecided(mitigation, index));
    })
  );
}
