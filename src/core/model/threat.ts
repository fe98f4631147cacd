/** A threat: one threat at one place, how bad it is and why we think so. */
import * as v from 'valibot';
import { boundaryId, elementId, flowId, threatId } from './ids';
import { instant, line, origin, ownTexts, prose } from './parts';

export const probabilityLevels = ['rare', 'unlikely', 'possible', 'likely', 'almost-certain'] as const;
export const impactLevels = ['negligible', 'minor', 'moderate', 'major', 'severe'] as const;
export const strideCategories = [
  'spoofing',
  'tampering',
  'repudiation',
  'information-disclosure',
  'denial-of-service',
  'elevation-of-privilege',
] as const;
export type ProbabilityLevel = (typeof probabilityLevels)[number];
export type ImpactLevel = (typeof impactLevels)[number];
export type StrideCategory = (typeof strideCategories)[number];

/** `assumed` = nobody judged it yet; it is shown as such wherever the number appears (paper, R9 and R10). */
export const basis = v.picklist(['assumed', 'judged']);
export type Basis = v.InferOutput<typeof basis>;

export const probability = v.object({
  level: v.picklist(probabilityLevels),
  basis,
  reason: v.exactOptional(prose),
});
export const impact = v.object({ level: v.picklist(impactLevels), basis, reason: v.exactOptional(prose) });
export type Probability = v.InferOutput<typeof probability>;
export type Impact = v.InferOutput<typeof impact>;

/** Where the threat strikes. */
export const place = v.variant('kind', [
  v.object({ kind: v.literal('element'), id: elementId }),
  v.object({ kind: v.literal('flow'), id: flowId }),
  v.object({ kind: v.literal('boundary'), id: boundaryId }),
  v.object({ kind: v.literal('model') }),
]);
export type Place = v.InferOutput<typeof place>;

export const threatStatus = v.variant('kind', [
  v.object({ kind: v.literal('open') }),
  /** Open, and flagged: somebody asked for a closer look. */
  v.object({ kind: v.literal('needs-investigation'), note: v.exactOptional(prose) }),
  v.object({ kind: v.literal('not-applicable'), justification: prose }),
]);
export type ThreatStatus = v.InferOutput<typeof threatStatus>;

export const threat = v.object({
  id: threatId,
  origin,
  title: line,
  description: prose,
  stride: v.pipe(v.array(v.picklist(strideCategories)), v.maxLength(6)),
  /** The source's own category, kept as it was written. */
  category: v.exactOptional(line),
  place,
  probability,
  impact,
  status: threatStatus,
  /** What the source said about the decision, when it is not the not-applicable justification. */
  notes: v.exactOptional(prose),
  /** Present while the model does not say enough to be sure: what would settle it. */
  tentative: v.exactOptional(prose),
  /** Present when its rule or its source does not give it any more: why. Decisions stay. */
  stale: v.exactOptional(prose),
  /** Texts that came from the knowledge base and were rewritten here. */
  edited: v.exactOptional(ownTexts),
  /** When it came into the model; absent = with the model itself. The trend tells new knowledge from new risk by it. */
  found: v.exactOptional(instant),
});
export type Threat = v.InferOutput<typeof threat>;
