/** Branded ids: UUIDs made once by a person's edit or an import, never derived from text. */
import * as v from 'valibot';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const uuid = v.pipe(v.string(), v.regex(uuidPattern, 'must be a lower-case UUID'));

export const modelId = v.pipe(uuid, v.brand('ModelId'));
export const diagramId = v.pipe(uuid, v.brand('DiagramId'));
export const elementId = v.pipe(uuid, v.brand('ElementId'));
export const flowId = v.pipe(uuid, v.brand('FlowId'));
export const boundaryId = v.pipe(uuid, v.brand('BoundaryId'));
export const threatId = v.pipe(uuid, v.brand('ThreatId'));
export const mitigationId = v.pipe(uuid, v.brand('MitigationId'));
export const treatmentId = v.pipe(uuid, v.brand('TreatmentId'));
export const realisationId = v.pipe(uuid, v.brand('RealisationId'));
export const clauseId = v.pipe(uuid, v.brand('ClauseId'));
export const storyLinkId = v.pipe(uuid, v.brand('StoryLinkId'));
export const knowledgeEntryId = v.pipe(uuid, v.brand('KnowledgeEntryId'));
export const questionId = v.pipe(uuid, v.brand('QuestionId'));
export const requirementId = v.pipe(uuid, v.brand('RequirementId'));
export const assumptionId = v.pipe(uuid, v.brand('AssumptionId'));
export const acceptanceId = v.pipe(uuid, v.brand('AcceptanceId'));
export const dismissalId = v.pipe(uuid, v.brand('DismissalId'));
export const timeEntryId = v.pipe(uuid, v.brand('TimeEntryId'));
export const eventId = v.pipe(uuid, v.brand('EventId'));
export const incidentId = v.pipe(uuid, v.brand('IncidentId'));
export const evidenceId = v.pipe(uuid, v.brand('EvidenceId'));
export const commentId = v.pipe(uuid, v.brand('CommentId'));
export const reviewId = v.pipe(uuid, v.brand('ReviewId'));
export const upgradeId = v.pipe(uuid, v.brand('UpgradeId'));

export type ModelId = v.InferOutput<typeof modelId>;
export type DiagramId = v.InferOutput<typeof diagramId>;
export type ElementId = v.InferOutput<typeof elementId>;
export type FlowId = v.InferOutput<typeof flowId>;
export type BoundaryId = v.InferOutput<typeof boundaryId>;
export type ThreatId = v.InferOutput<typeof threatId>;
export type MitigationId = v.InferOutput<typeof mitigationId>;
export type TreatmentId = v.InferOutput<typeof treatmentId>;
export type RealisationId = v.InferOutput<typeof realisationId>;
export type ClauseId = v.InferOutput<typeof clauseId>;
export type StoryLinkId = v.InferOutput<typeof storyLinkId>;
export type KnowledgeEntryId = v.InferOutput<typeof knowledgeEntryId>;
export type QuestionId = v.InferOutput<typeof questionId>;
export type RequirementId = v.InferOutput<typeof requirementId>;
export type AssumptionId = v.InferOutput<typeof assumptionId>;
export type AcceptanceId = v.InferOutput<typeof acceptanceId>;
export type DismissalId = v.InferOutput<typeof dismissalId>;
export type TimeEntryId = v.InferOutput<typeof timeEntryId>;
export type EventId = v.InferOutput<typeof eventId>;
export type IncidentId = v.InferOutput<typeof incidentId>;
export type EvidenceId = v.InferOutput<typeof evidenceId>;
export type CommentId = v.InferOutput<typeof commentId>;
export type ReviewId = v.InferOutput<typeof reviewId>;
export type UpgradeId = v.InferOutput<typeof upgradeId>;

/** A maker of fresh lower-case UUIDs. The core has no randomness, so callers hand one in. */
export type NewId = () => string;

/** Brands a fresh UUID with the given id schema. Throws when the maker breaks its promise. */
export function mint<S extends v.GenericSchema<string, string>>(schema: S, newId: NewId): v.InferOutput<S> {
  return v.parse(schema, newId());
}

/** The id when the text is one (deep links and files are hostile), else undefined. */
export function asId<S extends v.GenericSchema<string, string>>(
  schema: S,
  text: string,
): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, text);
  return result.success ? result.output : undefined;
}
