/** What a model keeps of the knowledge base: the packages it uses, snapshots of used entries, questions asked. */
import * as v from 'valibot';
import { knowledgeEntryId, questionId, upgradeId } from './ids';
import { instant, line, prose, workItemId } from './parts';
import { place } from './threat';

export const systemSizes = ['small', 'medium', 'large'] as const;
export const dataSensitivities = ['public', 'internal', 'confidential', 'secret'] as const;
export type SystemSize = (typeof systemSizes)[number];
export type DataSensitivity = (typeof dataSensitivities)[number];

/** `light`: only what the package marks as TOP. `full`: everything up to the level that the context asks for. */
export const depths = ['light', 'full'] as const;
export type Depth = (typeof depths)[number];

/** A package as the model saw it: another content under the same version is noticed by its hash. */
export const packagePin = v.object({ id: line, version: line, hash: line });
export type PackagePin = v.InferOutput<typeof packagePin>;

export const modelKnowledge = v.object({
  packages: v.pipe(v.array(packagePin), v.maxLength(100)),
  depth: v.picklist(depths),
});
export type ModelKnowledge = v.InferOutput<typeof modelKnowledge>;

export const entryTypes = ['threat', 'mitigation', 'question'] as const;

/** An entry as it was when the model used it. The model opens without the package, and upgrades merge from here. */
export const knowledgeEntry = v.object({
  id: knowledgeEntryId,
  type: v.picklist(entryTypes),
  package: line,
  version: line,
  entry: line,
  hash: line,
  /** The entry's JSON as text. */
  content: prose,
  /** Somebody deleted the mitigation that was copied from it: it is not brought back until somebody takes it. */
  declined: v.exactOptional(v.literal(true)),
});
export type KnowledgeEntry = v.InferOutput<typeof knowledgeEntry>;

/** What became of a question of the knowledge base at one place. */
export const question = v.object({
  id: questionId,
  package: line,
  entry: line,
  place,
  /** The label of the chosen answer; absent while it is open. */
  answer: v.exactOptional(line),
  /** What the person said besides. */
  note: v.exactOptional(prose),
  answeredAt: v.exactOptional(instant),
  /** The work item by which somebody was asked. */
  workItem: v.exactOptional(workItemId),
});
export type Question = v.InferOutput<typeof question>;

/**
 * What the last use of the knowledge base changed, so that it can be taken back later, in parts that fit into a
 * document. A record without text says that there was too much to keep.
 */
export const upgrade = v.object({
  id: upgradeId,
  /** The same for all parts of one record. */
  record: line,
  at: instant,
  part: v.pipe(v.number(), v.integer(), v.minValue(1)),
  parts: v.pipe(v.number(), v.integer(), v.minValue(1)),
  text: prose,
});
export type Upgrade = v.InferOutput<typeof upgrade>;
