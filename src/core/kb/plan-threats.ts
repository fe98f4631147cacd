/**
 * Plans what the packages change in a model: threats that come, change, come back, grow stale or rest. The same plan
 * generates, regenerates and upgrades: every field is merged three ways between what was written, what stands there and
 * what the entry says now. A field that a person edited is kept and listed. The plan is the edit: what is shown is what
 * is done, and its inverse takes it back.
 */
import type { Edit } from '../model/edit';
import { mint, threatId } from '../model/ids';
import type { NewId, ThreatId } from '../model/ids';
import type { ModelKnowledge } from '../model/knowledge';
import type { Mitigation, Treatment } from '../model/mitigation';
import type { Model } from '../model/model';
import { indexModel } from '../model/model-index';
import type { ModelIndex } from '../model/model-index';
import type { Origin } from '../model/parts';
import type { Threat } from '../model/threat';
import { compileRule } from './compile-rule';
import { editedFields, isDecided, isMitigationDecided } from './decisions';
import { declinedIn } from './declined';
import type { Declined } from './declined';
import type { Looking } from './depth';
import { includesThreat, lookingAt, treatmentsIn } from './depth';
import type { Hit } from './engine';
import type { KnowledgeEngine } from './knowledge-engine';
import { entryNameOf } from './mitigation-key';
import { stillOwn } from './own-texts';
import { planLinks } from './plan-links';
import { MitigationPlan } from './plan-mitigations';
import type { MitigationUpdate } from './plan-mitigations';
import { Snapshots } from './snapshots';
import { staleReason, tentativeReason } from './stale-reason';
import type { Written } from './threat-draft';
import { comparable, draftThreat, fieldHash, hashesOf, writtenFields } from './threat-draft';
import type { WrittenField } from './threat-draft';

type RuleOrigin = Extract<Origin, { kind: 'rule' }>;

export type ThreatChange =
  | { readonly kind: 'added'; readonly threat: Threat }
  | {
      readonly kind: 'changed';
      readonly threat: Threat;
      readonly fields: readonly string[];
      /** What a person decided otherwise, so it stays. */
      readonly kept: readonly string[];
    }
  | { readonly kind: 'revived'; readonly threat: Threat }
  | { readonly kind: 'stale'; readonly threat: Threat; readonly because: string }
  /** Not of the chosen depth or packages, and nobody decided anything about it: it comes back with them. */
  | { readonly kind: 'rested'; readonly threat: Threat };

export interface ThreatPlan {
  readonly edit: Edit;
  readonly changes: readonly ThreatChange[];
  readonly mitigations: readonly MitigationUpdate[];
  readonly addedMitigations: readonly Mitigation[];
}

export interface PlanRequest {
  /** It must have followed `model`. */
  readonly engine: KnowledgeEngine;
  readonly model: Model;
  /** What the model is to use from now on: which packages, how deep. */
  readonly knowledge: ModelKnowledge;
  /** Whether threats come in that depend on what the model does not say. */
  readonly tentative: 'leave' | 'take';
  readonly newId: NewId;
  readonly label?: string;
  /** Keys of hits that are wanted; absent = all. Those that are not wanted are not added; nothing else changes. */
  readonly only?: ReadonlySet<string>;
}

class ThreatPlanner {
  readonly #index: ModelIndex;
  readonly #looking: Looking;
  readonly #snapshots: Snapshots;
  readonly #mitigations: MitigationPlan;
  readonly #declined: Declined;
  readonly #changes: ThreatChange[] = [];
  readonly #threats = new Map<ThreatId, Threat>();
  readonly #goneThreats = new Set<ThreatId>();
  readonly #treatments: Treatment[] = [];
  readonly #goneTreatments = new Set<Treatment['id']>();

  constructor(private readonly request: PlanRequest) {
    const { model, engine, knowledge, newId } = request;
    this.#index = indexModel(model);
    this.#declined = declinedIn(model);
    this.#looking = lookingAt({ ...model.info, knowledge });
    this.#snapshots = new Snapshots(model, engine.packages, newId);
    this.#mitigations = new MitigationPlan(model, this.#snapshots, newId);
  }

  plan(): ThreatPlan {
    const { engine, model } = this.request;
    const chosen = new Set(this.request.knowledge.packages.map(({ id }) => id));
    const hits = new Map(engine.hits().map((hit) => [hit.key, hit]));
    const met = new Set<string>();
    for (const threat of model.threat.values()) {
      const { origin } = threat;
      // A package that is not here says nothing about its threats: they stay.
      if (origin.kind !== 'rule' || !engine.packages.some(({ id }) => id === origin.package)) continue;
      if (met.has(origin.key)) continue;
      met.add(origin.key);
      if (chosen.has(origin.package)) this.meet(threat, origin, hits.get(origin.key));
      else this.restUnchosen(threat);
    }
    for (const hit of hits.values())
      if (chosen.has(hit.threat.package) && !met.has(hit.key) && this.isWanted(hit)) this.add(hit);
    const updates = this.#mitigations.updates(engine.packages);
    return {
      edit: this.edit(updates),
      changes: this.#changes,
      mitigations: updates,
      addedMitigations: this.#mitigations.added,
    };
  }

  private isWanted(hit: Hit): boolean {
    const { only, tentative } = this.request;
    if (!includesThreat(this.#looking, hit.threat)) return false;
    return only ? only.has(hit.key) : hit.answer === 'yes' || tentative === 'take';
  }

  private draft({ threat, place }: Hit): Written | undefined {
    const { engine, model } = this.request;
    const scene = engine.sceneAt(threat.package, place);
    return scene && draftThreat(threat, { model, place, scene });
  }

  /** The links of the entry at this place: as deep as the model looks, and those beyond. */
  private wanted({ threat, place }: Hit) {
    const scene = this.request.engine.sceneAt(threat.package, place);
    const here = threat.treatments.filter(
      ({ when }) => when === undefined || (scene !== undefined && compileRule(when)(scene) !== 'no'),
    );
    const taken = new Set(treatmentsIn(this.#looking, threat));
    return {
      wanted: here.filter((link) => taken.has(link)),
      beyond: here.filter((link) => !taken.has(link)),
    };
  }

  private links(id: ThreatId, hit: Hit, before: Readonly<Record<string, string>>) {
    const plan = planLinks(id, this.wanted(hit), before, {
      isDeclined: (name) => this.#declined.names.has(name),
      isDecided: (mitigation) => isMitigationDecided(mitigation, this.#index),
      copyOf: (entry) => this.#mitigations.copyOf(entry),
      knownCopy: (name) => this.#mitigations.knownCopy(name),
      treatmentsOf: this.#index.treatmentsOfThreat,
      newId: this.request.newId,
    });
    this.#treatments.push(...plan.put);
    for (const gone of plan.remove) this.#goneTreatments.add(gone);
    return plan;
  }

  private originFor(hit: Hit, written: Readonly<Record<string, string>>): RuleOrigin {
    const { package: from, version, id: entry, hash } = hit.threat;
    this.#snapshots.keep('threat', hit.threat);
    return { kind: 'rule', package: from, version, entry, hash, key: hit.key, written: { ...written } };
  }

  private add(hit: Hit): void {
    const draft = this.draft(hit);
    if (!draft) return;
    const id = mint(threatId, this.request.newId);
    const links = this.links(id, hit, {});
    const threat: Threat = {
      id,
      origin: this.originFor(hit, { ...hashesOf(draft), ...links.written }),
      ...draft,
      place: hit.place,
      status: { kind: 'open' },
      ...(hit.answer === 'unknown' ? { tentative: tentativeReason(this.request.engine, hit) } : {}),
    };
    this.#threats.set(id, threat);
    this.#changes.push({ kind: 'added', threat });
  }

  /** A generated threat of the model meets what the packages say now. */
  private meet(threat: Threat, origin: RuleOrigin, hit: Hit | undefined): void {
    if (!hit) {
      const because = staleReason(this.request.engine, threat, origin);
      if (threat.stale === because) return;
      const stale = { ...threat, stale: because };
      this.#threats.set(threat.id, stale);
      if (threat.stale === undefined) this.#changes.push({ kind: 'stale', threat: stale, because });
      return;
    }
    if (!includesThreat(this.#looking, hit.threat)) this.rest(threat, origin, hit);
    else this.refresh(threat, origin, hit);
  }

  private rest(threat: Threat, origin: RuleOrigin, hit: Hit): void {
    const { model } = this.request;
    if (isDecided(threat, model, this.#index)) this.refresh(threat, origin, hit);
    else this.letRest(threat);
  }

  /** The model does not use its package any more: what somebody decided stays as it is. */
  private restUnchosen(threat: Threat): void {
    if (!isDecided(threat, this.request.model, this.#index)) this.letRest(threat);
  }

  private letRest(threat: Threat): void {
    this.#goneThreats.add(threat.id);
    for (const { id } of this.#index.treatmentsOfThreat(threat.id)) this.#goneTreatments.add(id);
    this.#changes.push({ kind: 'rested', threat });
  }

  private refresh(threat: Threat, origin: RuleOrigin, hit: Hit): void {
    const draft = this.draft(hit);
    if (!draft) return;
    const edited = new Set<WrittenField>(editedFields(threat));
    const hashes = hashesOf(draft);
    const kept: string[] = [...edited].filter((field) => hashes[field] !== origin.written[field]);
    const links = this.links(threat.id, hit, origin.written);
    const { stale: wasStale, tentative: wasTentative, edited: wasEdited, ...rest } = threat;
    const own = [...edited].filter((field) => fieldHash(threat[field]) !== fieldHash(draft[field]));
    const said = stillOwn(wasEdited, own);
    const next: Threat = {
      ...rest,
      ...mergedFields(threat, draft, edited),
      ...(said ? { edited: said } : {}),
      origin: this.originFor(hit, { ...hashes, ...links.written }),
      ...(hit.answer === 'unknown' ? { tentative: tentativeReason(this.request.engine, hit) } : {}),
    };
    const fields = changedFields(threat, next);
    const sameEntry = origin.hash === hit.threat.hash && sameRecord(origin.written, next.origin);
    const settled = (wasTentative === undefined) !== (next.tentative === undefined);
    if (links.put.length + links.remove.length > 0) fields.push('mitigations');
    if (settled) fields.push('tentative');
    if (fields.length === 0 && sameEntry && wasStale === undefined && wasTentative === next.tentative) return;
    this.#threats.set(threat.id, next);
    if (wasStale !== undefined) this.#changes.push({ kind: 'revived', threat: next });
    else if (fields.length + kept.length + links.kept.length > 0)
      this.#changes.push({ kind: 'changed', threat: next, fields, kept: [...kept, ...links.kept] });
  }

  /** Copies that nothing uses any more after this plan, and about which nobody decided anything. */
  private idleMitigations(): readonly Mitigation[] {
    const used = new Set(this.#treatments.map(({ mitigation }) => mitigation));
    return [...this.request.model.mitigation.values()].filter((mitigation) => {
      if (entryNameOf(mitigation) === undefined || used.has(mitigation.id)) return false;
      const treatments = this.#index.treatmentsOfMitigation(mitigation.id);
      if (treatments.length === 0 || isMitigationDecided(mitigation, this.#index)) return false;
      return treatments.every(({ id }) => this.#goneTreatments.has(id));
    });
  }

  private edit(updates: readonly MitigationUpdate[]): Edit {
    const { model, knowledge, label = 'Apply knowledge base' } = this.request;
    const idle = new Set(this.idleMitigations().map(({ id }) => id));
    const sameKnowledge = JSON.stringify(model.info.knowledge) === JSON.stringify(knowledge);
    return {
      label,
      ...(sameKnowledge ? {} : { info: { ...model.info, knowledge } }),
      mitigation: {
        put: [
          ...this.#mitigations.added,
          ...updates.map(({ after }) => after).filter(({ id }) => !idle.has(id)),
        ],
        remove: [...idle],
      },
      threat: { put: [...this.#threats.values()], remove: [...this.#goneThreats] },
      treatment: { put: this.#treatments, remove: [...this.#goneTreatments] },
      knowledge: { put: [...this.#declined.takenAgain, ...this.#snapshots.added] },
    };
  }
}

function mergedFields(threat: Threat, draft: Written, edited: ReadonlySet<WrittenField>): Partial<Written> {
  return Object.fromEntries(
    writtenFields
      .filter((field) => !edited.has(field) && draft[field] !== undefined)
      // The same level with another reason is the same judgement: the text that stands there is not replaced for it.
      .map((field) => [
        field,
        fieldHash(comparable(field, draft[field])) === fieldHash(comparable(field, threat[field]))
          ? threat[field]
          : draft[field],
      ]),
  );
}

function changedFields(before: Threat, after: Threat): string[] {
  return writtenFields.filter((field) => fieldHash(before[field]) !== fieldHash(after[field]));
}

function sameRecord(written: Readonly<Record<string, string>>, origin: Origin): boolean {
  if (origin.kind !== 'rule') return false;
  const [mine, theirs] = [Object.entries(written), origin.written];
  return mine.length === Object.keys(theirs).length && mine.every(([name, hash]) => theirs[name] === hash);
}

/** O(threats + hits + mitigations). */
export function planThreats(request: PlanRequest): ThreatPlan {
  return new ThreatPlanner(request).plan();
}
