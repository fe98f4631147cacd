/** What a use of the packages changes in one threat, field by field, in words: what stands there and what would. Pure. */
import type { ThreatChange } from '../../../core/kb/plan-threats';
import type { Edit } from '../../../core/model/edit';
import type { ThreatId } from '../../../core/model/ids';
import type { Treatment } from '../../../core/model/mitigation';
import type { Model } from '../../../core/model/model';
import type { Threat } from '../../../core/model/threat';
import { impactWords, probabilityWords, strengthWords, strideWords } from '../../../ui/words';

export interface FieldChange {
  /** "Impact", or the name of a mitigation. */
  readonly what: string;
  /** '' = nothing. */
  readonly from: string;
  readonly to: string;
}

/** The fields of a threat that can be told in a line or two, as people read them. */
export const threatReaders: readonly (readonly [string, string, (threat: Threat) => string])[] = [
  ['title', 'Title', ({ title }) => title],
  ['description', 'Description', ({ description }) => description],
  ['stride', 'STRIDE', ({ stride }) => stride.map((each) => strideWords[each]).join(', ')],
  ['category', 'Category', ({ category }) => category ?? ''],
  ['probability', 'Probability', ({ probability }) => probabilityWords[probability.level]],
  ['impact', 'Impact', ({ impact }) => impactWords[impact.level]],
  [
    'tentative',
    'Certainty',
    ({ tentative }) => (tentative === undefined ? 'certain' : 'may be real until a question is answered'),
  ],
];

/** Threat -> what an edit writes and removes among its treatments. */
export type TreatmentEdits = ReadonlyMap<ThreatId, readonly FieldChange[]>;

/** O(treatments that the edit writes or removes). */
export function treatmentEdits(model: Model, edit: Edit): TreatmentEdits {
  const made = new Map((edit.mitigation?.put ?? []).map((each) => [each.id, each.title]));
  const nameOf = ({ mitigation }: Treatment) =>
    made.get(mitigation) ?? model.mitigation.get(mitigation)?.title ?? '';
  const found = new Map<ThreatId, FieldChange[]>();
  const add = (treatment: Treatment, from: string, to: string) => {
    if (from === to) return;
    const list = found.get(treatment.threat) ?? [];
    found.set(treatment.threat, list);
    list.push({ what: nameOf(treatment), from, to });
  };
  const strengthOf = (treatment: Treatment | undefined) =>
    treatment === undefined ? '' : strengthWords[treatment.strength.level];
  for (const each of edit.treatment?.put ?? [])
    add(each, strengthOf(model.treatment.get(each.id)), strengthOf(each));
  for (const id of edit.treatment?.remove ?? []) {
    const gone = model.treatment.get(id);
    if (gone) add(gone, strengthOf(gone), '');
  }
  return found;
}

/** What changes in a threat that is there already; nothing for one that comes or goes. */
export function fieldChanges(
  model: Model,
  change: ThreatChange,
  treatments: TreatmentEdits,
): readonly FieldChange[] {
  const before = model.threat.get(change.threat.id);
  if (change.kind !== 'changed' || !before) return [];
  const fields = threatReaders.flatMap(([field, what, read]): readonly FieldChange[] => {
    const [from, to] = [read(before), read(change.threat)];
    return change.fields.includes(field) && from !== to ? [{ what, from, to }] : [];
  });
  return [...fields, ...(treatments.get(before.id) ?? [])];
}
