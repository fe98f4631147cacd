/** A threat as the file tells it becomes a threat, at most one mitigation, and the treatment that joins them. */
import type { MitigationId, ThreatId } from '../model/ids';
import { mint, mitigationId, threatId, treatmentId } from '../model/ids';
import type { Place, Threat, ThreatStatus } from '../model/threat';
import type { FoundState } from './classification';
import { impactOf, stateOf, strideOf } from './classification';
import { mitigationKey, normalised, titleOf } from './mitigation-text';
import type { ModelDraft } from './model-draft';

/** What a file says about a threat; every text is plain already and may be ''. */
export interface FoundThreat {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly state: string;
  readonly justification: string;
  readonly mitigation: string;
  /** The word that gives the impact, and what the tool calls it ("Priority", "Severity"). */
  readonly rating: { readonly called: string; readonly word: string };
  readonly place: Place;
}

/** Adds the threat, its mitigation (shared by all threats with the same text) and its treatment to the draft. */
export function addThreat(draft: ModelDraft, found: FoundThreat): void {
  const state = stateOf(found.state);
  if (state === 'unknown')
    draft.report.add('threat states', 'they are unknown here, so the threats are open');
  const threat = threatOf(draft, found, state);
  draft.threats.push(threat);
  const existing = state === 'mitigated';
  const text = mitigationTextOf(found, existing);
  if (text !== '') addTreatment(draft, { threat: threat.id, text, existing });
  else if (existing) {
    draft.report.add('"mitigated" states', 'the file says neither how nor why, so the threats are open');
  }
}

/** The mitigation text; for a mitigated threat without one, the justification says what was done. */
function mitigationTextOf(found: FoundThreat, existing: boolean): string {
  if (normalised(found.mitigation) !== '') return found.mitigation;
  return existing && normalised(found.justification) !== '' ? found.justification : '';
}

function threatOf(draft: ModelDraft, found: FoundThreat, state: FoundState): Threat {
  const category = draft.line(found.category);
  const justification = draft.prose(found.justification);
  const told = state === 'not-applicable' || state === 'needs-investigation';
  return {
    id: mint(threatId, draft.newId),
    origin: draft.origin('threat', found.key),
    title: draft.line(found.title) || titleOf(found.description) || category || 'Threat without a title',
    description: draft.prose(found.description),
    stride: strideOf(category),
    ...(category === '' ? {} : { category }),
    place: found.place,
    probability: {
      level: 'possible',
      basis: 'assumed',
      reason: 'The imported file does not rate the probability',
    },
    impact: {
      level: impactOf(found.rating.word),
      basis: 'assumed',
      reason: ratingReason(draft, found.rating),
    },
    status: statusOf(state, justification),
    ...(told || justification === '' ? {} : { notes: justification }),
  };
}

function ratingReason(draft: ModelDraft, rating: FoundThreat['rating']): string {
  const word = draft.line(rating.word);
  const { called } = rating;
  return word === ''
    ? `No ${called.toLowerCase()} in the imported file`
    : `${called} ${word} in the imported file`;
}

function statusOf(state: FoundState, justification: string): ThreatStatus {
  if (state === 'not-applicable') return { kind: 'not-applicable', justification };
  if (state !== 'needs-investigation') return { kind: 'open' };
  return { kind: 'needs-investigation', ...(justification === '' ? {} : { note: justification }) };
}

interface Treated {
  readonly threat: ThreatId;
  readonly text: string;
  readonly existing: boolean;
}

function addTreatment(draft: ModelDraft, { threat, text, existing }: Treated): void {
  draft.treatments.push({
    id: mint(treatmentId, draft.newId),
    threat,
    mitigation: mitigationFor(draft, text),
    strength: { level: 'average', basis: 'assumed', reason: 'The imported file does not rate the strength' },
    ...(existing ? { status: { kind: 'existing' } } : {}),
  });
}

function mitigationFor(draft: ModelDraft, text: string): MitigationId {
  const same = normalised(text);
  const known = draft.mitigationByText.get(same);
  if (known) return known;
  const id = mint(mitigationId, draft.newId);
  draft.mitigationByText.set(same, id);
  draft.mitigations.push({
    id,
    origin: draft.origin('mitigation', mitigationKey(same)),
    title: draft.line(titleOf(text)),
    implement: draft.prose(text),
    verify: '',
    status: { kind: 'open' },
  });
  return id;
}
