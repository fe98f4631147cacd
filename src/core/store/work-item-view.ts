/** The slice of a model that one work item's form shows: small, derived, and free of any text of a work item. */
import * as v from 'valibot';
import { incident } from '../model/incident';
import type { Incident } from '../model/incident';
import { mitigation, realisation, clause, storyLink, treatment } from '../model/mitigation';
import type { Mitigation, Realisation, Status, Treatment } from '../model/mitigation';
import type { MitigationId, ThreatId, TreatmentId } from '../model/ids';
import type { Model, ModelInfo } from '../model/model';
import { emptyModel } from '../model/model';
import type { ProjectPolicy } from '../model/project-policy';
import type { ModelIndex } from '../model/model-index';
import { placeName } from '../model/model-index';
import { line } from '../model/parts';
import { impactLevels, probabilityLevels, threat } from '../model/threat';
import type { Threat, ThreatStatus } from '../model/threat';

/** Threats of one work item that are kept; nobody reads more in a form, and the hub has all. */
export const maxThreats = 40;
/** Incidents of one work item that are kept, the newest ones. */
const maxIncidents = 10;
/** UTF-16 code units. Titles fill a line or two; how to implement and verify is also in the Task's description. */
const maxTitle = 300;
const maxText = 4000;
/** Bounds for what somebody else may have stored. */
const maxStored = 1000;

// Empty arrays do not survive every way to the store and back (XDM), so they may be absent.
const list = <S extends v.GenericSchema>(schema: S) =>
  v.optional(v.pipe(v.array(schema), v.maxLength(maxStored)), []);

/** Entities in the form of the model, cut to what is shown; `places` names where each threat strikes. */
export const workItemView = v.object({
  threats: list(threat),
  mitigations: list(mitigation),
  treatments: list(treatment),
  realisations: list(realisation),
  clauses: list(clause),
  links: list(storyLink),
  places: v.optional(v.record(v.string(), line), {}),
  /** Those that name the item, newest first; absent where there is none. */
  incidents: v.exactOptional(v.pipe(v.array(incident), v.maxLength(maxStored))),
  /** Threats that are left out: the item has more than a form can show. */
  more: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
});
export type WorkItemView = v.InferOutput<typeof workItemView>;

export interface ViewLimits {
  readonly threats: number;
  /** UTF-16 code units of each of the two texts. */
  readonly text: number;
}
export const usualLimits: ViewLimits = { threats: maxThreats, text: maxText };

const clipped = (text: string, length: number): string => {
  if (text.length <= length) return text;
  return length === 0 ? '' : `${text.slice(0, length - 1)}…`;
};

const rank = ({ probability, impact }: Threat): number =>
  (probabilityLevels.indexOf(probability.level) + 1) * (impactLevels.indexOf(impact.level) + 1);

/** Reasons are for the hub; the closed set of kinds is what a form shows. */
const bareStatus = (status: Status): Status =>
  status.kind === 'rejected' || status.kind === 'not-applicable' ? { ...status, reason: '' } : status;
const bareThreatStatus = ({ kind }: ThreatStatus): ThreatStatus =>
  kind === 'not-applicable' ? { kind, justification: '' } : { kind };

const bareThreat = (full: Threat): Threat => ({
  id: full.id,
  origin: { kind: 'person' },
  title: clipped(full.title, maxTitle),
  description: '',
  stride: full.stride,
  place: { kind: 'model' },
  probability: { level: full.probability.level, basis: full.probability.basis },
  impact: { level: full.impact.level, basis: full.impact.basis },
  status: bareThreatStatus(full.status),
});

const bareMitigation = (full: Mitigation, text: number): Mitigation => ({
  id: full.id,
  origin: { kind: 'person' },
  title: clipped(full.title, maxTitle),
  implement: clipped(full.implement, text),
  verify: clipped(full.verify, text),
  status: bareStatus(full.status),
});

const bareTreatment = (full: Treatment): Treatment => ({
  id: full.id,
  threat: full.threat,
  mitigation: full.mitigation,
  strength: { level: full.strength.level, basis: full.strength.basis },
  ...(full.status ? { status: bareStatus(full.status) } : {}),
});

/** What the form says of it; the alert and the lesson are for the hub. */
const bareIncident = (full: Incident, { item, limits }: { item: number; limits: ViewLimits }): Incident => ({
  id: full.id,
  title: clipped(full.title, maxTitle),
  at: full.at,
  source: full.source,
  alert: clipped(full.alert, maxTitle),
  events: [],
  threats: full.threats.slice(0, limits.threats),
  workItems: [item],
  found: clipped(full.found, Math.min(limits.text, 600)),
  state: full.state,
});

const covers = (realisation: Realisation, treatment: Treatment): boolean =>
  realisation.covers === 'all' || realisation.covers.includes(treatment.id);

/** Never empty where it was not: a Task whose threats are all left out is still the Task of its mitigation. */
function shortened(range: readonly TreatmentId[], kept: ReadonlySet<TreatmentId>): TreatmentId[] {
  const left = range.filter((each) => kept.has(each));
  return left.length > 0 ? left : range.slice(0, 1);
}

interface Slicing {
  readonly model: Model;
  readonly index: ModelIndex;
  readonly limits: ViewLimits;
  /** work item -> its realisations. */
  readonly realised: ReadonlyMap<number, readonly Realisation[]>;
  /** work item -> incidents that name it, newest first. */
  readonly incidents: ReadonlyMap<number, readonly Incident[]>;
}

/**
 * The threats that the item is about, worst first: as a story by its links, as a Task by what it treats, and those of
 * its incidents.
 */
function threatsOf({ model, index, realised, incidents }: Slicing, item: number): readonly Threat[] {
  const ids = new Set<ThreatId>(index.linksOfStory(item).map((link) => link.threat));
  for (const { threats } of incidents.get(item) ?? []) for (const id of threats) ids.add(id);
  for (const own of realised.get(item) ?? [])
    for (const each of index.treatmentsOfMitigation(own.mitigation))
      if (covers(own, each)) ids.add(each.threat);
  const threats = [...ids].flatMap((id) => model.threat.get(id) ?? []);
  // By id among equals: the same model always makes the same view.
  return threats.sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
}

function sliceOf(slicing: Slicing, item: number): WorkItemView {
  const { model, index, limits, realised } = slicing;
  const all = threatsOf(slicing, item);
  const threats = all.slice(0, limits.threats);
  const shown = new Set(threats.map(({ id }) => id));
  const treatments = threats.flatMap(({ id }) => index.treatmentsOfThreat(id));
  const own = new Set<MitigationId>((realised.get(item) ?? []).map((each) => each.mitigation));
  const mitigations = [...new Set([...own, ...treatments.map((each) => each.mitigation)])].flatMap(
    (id) => model.mitigation.get(id) ?? [],
  );
  const links = index.linksOfStory(item).filter((link) => shown.has(link.threat));
  const clauses = new Set(links.flatMap((link) => link.clause ?? []));
  const kept = new Set(treatments.map(({ id }) => id));
  const incidents = (slicing.incidents.get(item) ?? []).slice(0, maxIncidents);
  return {
    threats: threats.map(bareThreat),
    // Only the Task of a mitigation says how to implement and verify it.
    mitigations: mitigations.map((each) => bareMitigation(each, own.has(each.id) ? limits.text : 0)),
    treatments: treatments.map(bareTreatment),
    realisations: mitigations
      .flatMap(({ id }) => index.realisationsOfMitigation(id))
      .filter(({ workItem }) => workItem !== null)
      .map(({ id, mitigation: of, covers: range, workItem }) => ({
        id,
        mitigation: of,
        covers: range === 'all' ? range : shortened(range, kept),
        workItem,
      })),
    clauses: [...clauses].flatMap((id) => model.clause.get(id) ?? []),
    links: [...links],
    places: Object.fromEntries(
      threats.map(({ id, place }) => [id, clipped(placeName(model, place), maxTitle)]),
    ),
    ...(incidents.length > 0
      ? { incidents: incidents.map((each) => bareIncident(each, { item, limits })) }
      : {}),
    more: all.length - threats.length,
  };
}

function incidentsByItem(model: Model): ReadonlyMap<number, readonly Incident[]> {
  const found = new Map<number, Incident[]>();
  const newest = [...model.incident.values()].sort((a, b) =>
    a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1,
  );
  for (const each of newest)
    for (const item of new Set(each.workItems)) found.set(item, [...(found.get(item) ?? []), each]);
  return found;
}

/**
 * What every work item that the model names would show, by work item id: stories by their links, Tasks by their
 * realisations, any item by the incidents that name it. Deterministic, so two views are compared by content.
 */
export function viewsOf(
  model: Model,
  index: ModelIndex,
  limits: ViewLimits = usualLimits,
): ReadonlyMap<number, WorkItemView> {
  const realised = new Map<number, Realisation[]>();
  for (const each of model.realisation.values())
    if (each.workItem !== null) realised.set(each.workItem, [...(realised.get(each.workItem) ?? []), each]);
  const items = new Set<number>(realised.keys());
  for (const link of model.storyLink.values()) items.add(link.story);
  const incidents = incidentsByItem(model);
  for (const item of incidents.keys()) items.add(item);
  const slicing: Slicing = { model, index, limits, realised, incidents };
  return new Map([...items].sort((a, b) => a - b).map((item) => [item, sliceOf(slicing, item)]));
}

const byId = <I, T extends { readonly id: I }>(entities: readonly T[]): ReadonlyMap<I, T> =>
  new Map(entities.map((each) => [each.id, each]));

/** The view as a small model, so that risk, status and matching are computed by the very same code as in the hub. */
export function modelOfView(
  view: WorkItemView,
  info: Pick<ModelInfo, 'id' | 'name'>,
  policy?: ProjectPolicy,
): Model {
  return {
    ...emptyModel({ ...info, description: '', scope: [], created: '1970-01-01T00:00:00.000Z' }),
    ...(policy ? { policy } : {}),
    threat: byId(view.threats),
    mitigation: byId(view.mitigations),
    treatment: byId(view.treatments),
    realisation: byId(view.realisations),
    clause: byId(view.clauses),
    storyLink: byId(view.links),
    incident: byId(view.incidents ?? []),
  };
}
