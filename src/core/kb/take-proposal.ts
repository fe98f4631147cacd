/** The edit that takes a proposal: the mitigation comes into the model, or the copy that is there is used again. */
import type { Edit } from '../model/edit';
import { mint, mitigationId, treatmentId } from '../model/ids';
import type { NewId, ThreatId } from '../model/ids';
import type { Mitigation, Treatment } from '../model/mitigation';
import type { Model } from '../model/model';
import { copyOrigin, isCopyOf } from './mitigation-key';
import type { KnowledgeMitigation } from './package';
import type { Proposal } from './propose-mitigations';

const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
const paragraphs = (parts: readonly string[]) => parts.filter((part) => part !== '').join('\n\n');

/** What a tester needs: how to check it, then what must be true at the end. Empty when the entry says neither. */
export function verifyText({
  verify,
  acceptance,
}: Pick<KnowledgeMitigation, 'verify' | 'acceptance'>): string {
  const accepted = acceptance.length > 0 ? `Accepted when:\n${bullets(acceptance)}` : '';
  return paragraphs([bullets(verify), accepted]);
}

/** What a developer needs: what it is, then how to do it. */
export function implementText({
  description,
  implement,
}: Pick<KnowledgeMitigation, 'description' | 'implement'>): string {
  return paragraphs([description, implement]);
}

function copyOf(entry: KnowledgeMitigation, newId: NewId): Mitigation {
  return {
    id: mint(mitigationId, newId),
    origin: copyOrigin(entry),
    title: entry.name,
    implement: implementText(entry),
    verify: verifyText(entry),
    controlType: entry.controlType === 'deterrent' ? 'other' : entry.controlType,
    status: { kind: 'open' },
    ...(entry.status ? { given: entry.status } : {}),
  };
}

/** One edit, so that one undo takes it back. The strength counts as assumed: nobody judged it at this place. */
export function takeProposal(
  model: Model,
  given: { readonly proposal: Proposal; readonly threat: ThreatId; readonly newId: NewId },
): Edit {
  const { proposal, threat, newId } = given;
  const there = [...model.mitigation.values()].find((mine) => isCopyOf(mine, proposal.mitigation));
  const mitigation = there ?? copyOf(proposal.mitigation, newId);
  const label = 'Use proposed mitigation';
  for (const each of model.treatment.values())
    if (each.threat === threat && each.mitigation === mitigation.id) return { label };
  const { strength: level, reason } = proposal;
  const treatment: Treatment = {
    id: mint(treatmentId, newId),
    threat,
    mitigation: mitigation.id,
    strength: { level, basis: 'assumed', ...(reason === '' ? {} : { reason }) },
  };
  return { label, ...(there ? {} : { mitigation: { put: [mitigation] } }), treatment: { put: [treatment] } };
}
