/**
 * Threats of a Threat Dragon file that we wrote ourselves. The format has one text for all mitigations of a threat, so
 * the mitigations stand beside as well. As long as text, state and severity are the ones that were written, they count;
 * a threat that somebody changed in Threat Dragon is read as any other.
 */
import { shortHash } from '../../model/canonical-json';
import type { MitigationId } from '../../model/ids';
import { mint, mitigationId, threatId, treatmentId } from '../../model/ids';
import type { Mitigation } from '../../model/mitigation';
import type { Place } from '../../model/threat';
import type { Json } from '../json-value';
import { asList, asText, member } from '../json-value';
import type { ModelDraft } from '../model-draft';
import {
  ownMark,
  readMitigationDetails,
  readThreatDetails,
  readTreatmentDetails,
  withMitigationDetails,
} from '../own-details';

/** What a person can change about a threat in Threat Dragon, in one hash. */
export const writtenHash = (of: {
  readonly mitigation: string;
  readonly status: string;
  readonly severity: string;
  readonly type: string;
}): string => shortHash([of.mitigation, of.status, of.severity, of.type]);

const ownKey = (key: string): string => `without ${key}`;

/** The mitigations of the file, so that threats find them. */
export function readOwnMitigations(draft: ModelDraft, own: Json | undefined): void {
  for (const raw of asList(member(own, 'mitigations'))) {
    const key = asText(member(raw, 'id'));
    if (key === '' || draft.mitigationByText.has(ownKey(key))) continue;
    const mitigation: Mitigation = {
      id: mint(mitigationId, draft.newId),
      origin: draft.origin('mitigation', key),
      title: draft.line(asText(member(raw, 'title'))) || 'Mitigation without a title',
      implement: draft.prose(asText(member(raw, 'implement'))),
      verify: '',
      status: { kind: 'open' },
    };
    draft.mitigations.push(withMitigationDetails(mitigation, readMitigationDetails(raw)));
    draft.mitigationByText.set(ownKey(key), mitigation.id);
  }
}

/** True when the threat was ours, untouched, and is in the draft now. */
export function readOwnThreat(draft: ModelDraft, value: Json, place: Place): boolean {
  const own = member(value, ownMark);
  const details = readThreatDetails(own);
  const text = (name: string) => asText(member(value, name));
  const now = writtenHash({
    mitigation: text('mitigation'),
    status: text('status'),
    severity: text('severity'),
    type: text('type'),
  });
  if (!details || asText(member(own, 'written')) !== now) return false;
  const id = mint(threatId, draft.newId);
  draft.threats.push({
    id,
    origin: draft.origin('threat', text('id')),
    title: draft.line(text('title')) || 'Threat without a title',
    description: draft.prose(text('description')),
    place,
    ...details,
  });
  const seen = new Set<MitigationId>();
  for (const raw of asList(member(own, 'treatments'))) {
    const mitigation = draft.mitigationByText.get(ownKey(asText(member(raw, 'mitigation'))));
    const treatment = readTreatmentDetails(raw);
    if (!mitigation || !treatment || seen.has(mitigation)) continue;
    seen.add(mitigation);
    draft.treatments.push({ id: mint(treatmentId, draft.newId), threat: id, mitigation, ...treatment });
  }
  return true;
}
