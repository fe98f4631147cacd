/** Edits by which people build a model by hand: threats, mitigations, treatments, links to stories. */
import type { Edit } from '../edit';
import { mint, mitigationId, storyLinkId, threatId, treatmentId } from '../ids';
import type { MitigationId, NewId, RealisationId, StoryLinkId, ThreatId, TreatmentId } from '../ids';
import { stoodUnder } from '../mitigation';
import type { Mitigation, Treatment } from '../mitigation';
import type { Model } from '../model';
import type { ImpactLevel, Place, ProbabilityLevel, StrideCategory, Threat } from '../threat';

export interface ThreatDraft {
  readonly title: string;
  readonly description: string;
  readonly stride: readonly StrideCategory[];
  readonly place: Place;
  readonly probability: ProbabilityLevel;
  readonly impact: ImpactLevel;
}

/** A threat by hand: somebody chose its probability and impact, so both count as judged. */
export function addThreat(draft: ThreatDraft, newId: NewId): Edit & { readonly added: Threat } {
  const added: Threat = {
    id: mint(threatId, newId),
    origin: { kind: 'person' },
    title: draft.title.trim(),
    description: draft.description.trim(),
    stride: [...draft.stride],
    place: draft.place,
    probability: { level: draft.probability, basis: 'judged' },
    impact: { level: draft.impact, basis: 'judged' },
    status: { kind: 'open' },
  };
  return { label: 'Add threat', threat: { put: [added] }, added };
}

export interface MitigationDraft {
  readonly title: string;
  readonly implement: string;
  readonly verify: string;
}

/** Treatments for the threats that the mitigation does not treat yet; strength average until somebody judges. */
export function newTreatments(
  model: Model,
  given: { readonly mitigation: MitigationId; readonly threats: readonly ThreatId[]; readonly newId: NewId },
): Treatment[] {
  const treated = new Set<ThreatId>();
  for (const t of model.treatment.values()) if (t.mitigation === given.mitigation) treated.add(t.threat);
  return given.threats
    .filter((threat) => model.threat.has(threat) && !treated.has(threat))
    .map((threat) => ({
      id: mint(treatmentId, given.newId),
      threat,
      mitigation: given.mitigation,
      strength: { level: 'average', basis: 'assumed' },
    }));
}

/** One new mitigation, for any number of threats at once. */
export function addMitigation(
  model: Model,
  given: { readonly draft: MitigationDraft; readonly threats: readonly ThreatId[]; readonly newId: NewId },
): Edit & { readonly added: Mitigation } {
  const added: Mitigation = {
    id: mint(mitigationId, given.newId),
    origin: { kind: 'person' },
    title: given.draft.title.trim(),
    implement: given.draft.implement.trim(),
    verify: given.draft.verify.trim(),
    status: { kind: 'open' },
  };
  const treatments = newTreatments(model, {
    mitigation: added.id,
    threats: given.threats,
    newId: given.newId,
  });
  return { label: 'Add mitigation', mitigation: { put: [added] }, treatment: { put: treatments }, added };
}

/** Lets a mitigation that is there treat more threats. */
export function treatThreats(
  model: Model,
  given: { readonly mitigation: MitigationId; readonly threats: readonly ThreatId[]; readonly newId: NewId },
): Edit {
  return { label: 'Use mitigation for threats', treatment: { put: newTreatments(model, given) } };
}

/** Takes a mitigation away from threats; the mitigation stays. Its part in split work items goes with it. */
export function removeTreatments(model: Model, ids: readonly TreatmentId[]): Edit {
  const gone = new Set(ids);
  const put = [...model.realisation.values()].flatMap((realisation) => {
    if (realisation.covers === 'all' || !realisation.covers.some((id) => gone.has(id))) return [];
    return [{ ...realisation, covers: realisation.covers.filter((id) => !gone.has(id)) }];
  });
  return { label: 'Remove mitigation from threat', treatment: { remove: ids }, realisation: { put } };
}

/** Rewrites what a mitigation says. */
export function rewriteMitigation(model: Model, id: MitigationId, draft: MitigationDraft): Edit {
  const mitigation = model.mitigation.get(id);
  return { label: 'Edit mitigation', mitigation: { put: mitigation ? [{ ...mitigation, ...draft }] : [] } };
}

/** Rewrites what a threat says; its judgement stays. */
export function rewriteThreat(
  model: Model,
  id: ThreatId,
  draft: Pick<ThreatDraft, 'title' | 'description' | 'stride' | 'place'>,
): Edit {
  const threat = model.threat.get(id);
  const put = threat ? [{ ...threat, ...draft, stride: [...draft.stride] }] : [];
  return { label: 'Edit threat', threat: { put } };
}

/** Links threats to a story; links that are there stay as they are. */
export function linkStory(
  model: Model,
  given: { readonly threats: readonly ThreatId[]; readonly story: number; readonly newId: NewId },
): Edit {
  const linked = new Set<ThreatId>();
  for (const link of model.storyLink.values()) if (link.story === given.story) linked.add(link.threat);
  const put = given.threats
    .filter((threat) => !linked.has(threat))
    .map((threat) => ({ id: mint(storyLinkId, given.newId), threat, story: given.story }));
  return { label: `Link story #${given.story}`, storyLink: { put } };
}

/** Takes links to stories away. */
export function unlinkStories(ids: readonly StoryLinkId[]): Edit {
  return { label: 'Unlink story', storyLink: { remove: ids } };
}

/** Removes threats with their treatments, story links and acceptances. Mitigations stay: others may need them. */
export function removeThreats(model: Model, ids: readonly ThreatId[]): Edit {
  const gone = new Set(ids);
  const treatments = [...model.treatment.values()].filter((t) => gone.has(t.threat)).map((t) => t.id);
  const links = [...model.storyLink.values()].filter((l) => gone.has(l.threat)).map((l) => l.id);
  const accepted = [...model.acceptance.values()].filter((a) => gone.has(a.threat)).map((a) => a.id);
  const shrunk = removeTreatments(model, treatments);
  return {
    ...shrunk,
    label: 'Delete threats',
    threat: { remove: ids },
    storyLink: { remove: links },
    acceptance: { remove: accepted },
  };
}

/** Removes mitigations with their treatments and realisations. Work items are not touched: they are the backlog's. */
export function removeMitigations(model: Model, ids: readonly MitigationId[]): Edit {
  const gone = new Set(ids);
  const treatments = [...model.treatment.values()].filter((t) => gone.has(t.mitigation)).map((t) => t.id);
  const realisations = [...model.realisation.values()].filter((r) => gone.has(r.mitigation)).map((r) => r.id);
  return {
    label: 'Delete mitigations',
    mitigation: { remove: ids },
    treatment: { remove: treatments },
    realisation: { remove: realisations },
  };
}

/**
 * Lets go of a Task that is gone, so that another can be planned. The realisation stays, and with it what it covers;
 * the baseline goes, since it compares with the old Task, but for where that one stood, since the next one goes there.
 * The work item itself is not touched.
 */
export function forgetTask(model: Model, id: RealisationId): Edit {
  const realisation = model.realisation.get(id);
  if (!realisation) return { label: 'Forget Task', realisation: { put: [] } };
  const { baseline, ...plain } = realisation;
  const free = { ...plain, workItem: null, ...stoodUnder(baseline?.parent) };
  return { label: 'Forget Task', realisation: { put: [free] } };
}
