/**
 * Takes the last use of the knowledge base back, also days later: whatever nobody touched since becomes what it was.
 * What somebody changed, or built on, stays together with its threat, and the plan names it.
 */
import * as v from 'valibot';
import type { Edit } from '../model/edit';
import { mitigation, treatment } from '../model/mitigation';
import { knowledgeEntry } from '../model/knowledge';
import type { Entity, Model, ModelInfo } from '../model/model';
import { sameValue } from '../model/same-value';
import { threat } from '../model/threat';
import { Staying } from './staying';
import type { Stay, StepOf } from './staying';
import { fingerprint, readRecord } from './upgrade-record';
import type { UpgradedKind, UpgradeRecord } from './upgrade-record';

/** Of threats, or of mitigations. */
export interface TakeBackCounts {
  readonly removed: number;
  readonly restored: number;
  readonly changed: number;
}
export type TakeBack =
  | { readonly kind: 'none' }
  | { readonly kind: 'impossible'; readonly at: string; readonly because: string }
  | {
      readonly kind: 'possible';
      readonly at: string;
      readonly edit: Edit;
      readonly threats: TakeBackCounts;
      readonly mitigations: TakeBackCounts;
      readonly stays: readonly Stay[];
    };

type Kept = Extract<UpgradeRecord, { kind: 'kept' }>;

/** The steps of one kind whose earlier entity holds; one that does not is left as it is now. */
function stepsOf<E extends Entity>(
  { steps }: Kept,
  kind: UpgradedKind,
  world: { readonly map: ReadonlyMap<string, E>; readonly schema: v.GenericSchema<unknown, E> },
): readonly StepOf<E>[] {
  return steps.flatMap((step): readonly StepOf<E>[] => {
    if (step.kind !== kind) return [];
    const parsed = v.safeParse(world.schema, step.before);
    const before = parsed.success ? parsed.output : undefined;
    if (step.before !== null && before?.id !== step.id) return [];
    const now = world.map.get(step.id);
    const id = (now ?? before)?.id;
    // Neither was nor is there: somebody removed what had come.
    return id === undefined ? [] : [{ id, before, now, touched: fingerprint(now) !== step.after }];
  });
}

type Ids = { readonly has: (id: string) => boolean };

function partOf<E extends Entity>(steps: readonly StepOf<E>[], staying: Ids) {
  const free = steps.filter(({ id }) => !staying.has(id));
  return {
    put: free.flatMap(({ before }) => before ?? []),
    remove: free.flatMap(({ before, now }): E['id'][] => (before || !now ? [] : [now.id])),
  };
}

function countsOf(steps: readonly StepOf<Entity>[], staying: Ids): TakeBackCounts {
  const free = steps.filter(({ id }) => !staying.has(id));
  return {
    removed: free.filter(({ before, now }) => !before && now).length,
    restored: free.filter(({ before, now }) => before && !now).length,
    changed: free.filter(({ before, now }) => before && now).length,
  };
}

function infoBefore({ info }: Model, { before }: Kept): ModelInfo {
  const { knowledge: _now, ...rest } = info;
  return before ? { ...rest, knowledge: before } : rest;
}

function planFrom(model: Model, record: Kept): TakeBack {
  const threats = stepsOf(record, 'threat', { map: model.threat, schema: threat });
  const mitigations = stepsOf(record, 'mitigation', { map: model.mitigation, schema: mitigation });
  const treatments = stepsOf(record, 'treatment', { map: model.treatment, schema: treatment });
  const staying = new Staying(model, { threats, mitigations, treatments });
  const stays = staying.named();
  if (stays.length > 0 && stays.length === threats.length + mitigations.length)
    return { kind: 'impossible', at: record.at, because: 'All that it changed was changed again since.' };
  // What stays was written from these entries: its next upgrade merges from them.
  const entries =
    stays.length > 0 ? [] : stepsOf(record, 'knowledge', { map: model.knowledge, schema: knowledgeEntry });
  const touched = new Set<string>(entries.filter((each) => each.touched).map(({ id }) => id));
  return {
    kind: 'possible',
    at: record.at,
    threats: countsOf(threats, staying.threats),
    mitigations: countsOf(mitigations, staying.mitigations),
    stays,
    edit: {
      label: 'Take back the knowledge base',
      ...(sameValue(record.before, record.after) ? {} : { info: infoBefore(model, record) }),
      mitigation: partOf(mitigations, staying.mitigations),
      threat: partOf(threats, staying.threats),
      treatment: partOf(treatments, staying.treatments),
      knowledge: partOf(entries, touched),
      upgrade: { remove: [...model.upgrade.keys()] },
    },
  };
}

/** O(what the last use changed + the model). */
export function planTakeBack(model: Model): TakeBack {
  const record = readRecord(model);
  if (record.kind === 'none') return record;
  if (record.kind === 'unusable') return { kind: 'impossible', at: record.at, because: record.because };
  if (!sameValue(record.after, model.info.knowledge))
    return {
      kind: 'impossible',
      at: record.at,
      because: 'Other packages or another depth were chosen since.',
    };
  return planFrom(model, record);
}
