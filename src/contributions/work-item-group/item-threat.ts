/** One threat as the form shows it: how bad it is, where it strikes, and each mitigation with its Tasks and status. */
import type { ItemModel, WorkItemReading } from '../../app/read-work-item';
import type { TaskState } from '../../app/ports';
import type { MitigationId, ModelId, StoryLinkId, ThreatId } from '../../core/model/ids';
import type { StatusKind, StrengthLevel } from '../../core/model/mitigation';
import type { ModelIndex } from '../../core/model/model-index';
import { indexModel } from '../../core/model/model-index';
import type { Threat } from '../../core/model/threat';
import type { Assessment, Factor, ThreatRisk } from '../../core/risk/assess';
import { assess } from '../../core/risk/assess';

export interface TaskRow {
  readonly number: number;
  /** Undefined when the reader may not see it, or it is deleted. */
  readonly seen: TaskState | undefined;
}

export interface MitigationRow {
  readonly id: MitigationId;
  readonly title: string;
  readonly strength: StrengthLevel;
  readonly strengthBasis: 'assumed' | 'judged';
  /** What counts: of the place, else of the Task, else of the mitigation. */
  readonly status: StatusKind;
  readonly effect: Factor['effect'];
  readonly tasks: readonly TaskRow[];
}

export interface ThreatRow {
  readonly model: ModelId;
  readonly modelName: string;
  readonly threat: Threat;
  readonly place: string;
  readonly risk: ThreatRisk;
  readonly mitigations: readonly MitigationRow[];
  /** Of a story only. */
  readonly link: StoryLinkId | undefined;
}

/** A model of the reading with what is computed from it. */
export interface ItemAssessment {
  readonly item: ItemModel;
  readonly index: ModelIndex;
  readonly assessment: Assessment;
}

export function assessItem(item: ItemModel, reading: WorkItemReading): ItemAssessment {
  const index = indexModel(item.model);
  return { item, index, assessment: assess(item.model, reading.tasks, index) };
}

function mitigationRow({ index }: ItemAssessment, factor: Factor, reading: WorkItemReading): MitigationRow {
  const { treatment, mitigation, effective, effect } = factor;
  const tasks = index
    .realisationsOfMitigation(mitigation.id)
    .filter(({ covers }) => covers === 'all' || covers.includes(treatment.id))
    .flatMap(({ workItem }) => workItem ?? []);
  return {
    id: mitigation.id,
    title: mitigation.title,
    strength: treatment.strength.level,
    strengthBasis: treatment.strength.basis,
    status: effective.status.kind,
    effect,
    tasks: [...new Set(tasks)].map((number) => ({ number, seen: reading.tasks.get(number) })),
  };
}

/** Undefined for a link to a threat that the stored view does not hold. */
export function threatRow(
  assessed: ItemAssessment,
  reading: WorkItemReading,
  of: { readonly threat: ThreatId; readonly link?: StoryLinkId },
): ThreatRow | undefined {
  const { item, assessment } = assessed;
  const risk = assessment.threats.get(of.threat);
  if (!risk) return undefined;
  return {
    model: item.id,
    modelName: item.name,
    threat: risk.threat,
    place: item.places.get(of.threat) ?? 'The model',
    risk,
    mitigations: risk.factors.map((factor) => mitigationRow(assessed, factor, reading)),
    link: of.link,
  };
}
