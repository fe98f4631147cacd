/** The system of a file as zones, parts and lines that refer to one another by the file's own keys. */
import type { Boundary, Element, Flow } from '../model/diagram-parts';
import {
  assumptionId,
  boundaryId,
  elementId,
  flowId,
  mint,
  mitigationId,
  threatId,
  treatmentId,
} from '../model/ids';
import type { BoundaryId, ElementId, FlowId, MitigationId, ThreatId } from '../model/ids';
import type { Mitigation, Status, StrengthLevel } from '../model/mitigation';
import { strengthLevels } from '../model/mitigation';
import type { Rectangle } from '../model/parts';
import type { ImpactLevel, Place, ProbabilityLevel, Threat, ThreatStatus } from '../model/threat';
import { impactLevels, probabilityLevels } from '../model/threat';
import { arrange } from './arrange';
import { strideOf } from './classification';
import type { ModelDraft } from './model-draft';
import { withMitigationDetails, withPartDetails, withThreatDetails } from './own-details';
import type { MitigationDetails, PartDetails, ThreatDetails, TreatmentDetails } from './own-details';

export interface FoundPart {
  readonly key: string;
  readonly name: string;
  /** The zone that holds it. */
  readonly zone?: string | undefined;
  /** Where the file draws it, in coordinates of the whole sheet. */
  readonly box?: Rectangle | undefined;
  readonly notes?: string;
  readonly outOfScope?: string | undefined;
  readonly properties?: readonly (readonly [string, string])[];
  /** What an export of ours wrote beside. */
  readonly own?: PartDetails | undefined;
}
export interface FoundElement extends FoundPart {
  readonly kind: Element['kind'];
  /** What the file calls its kind. */
  readonly type?: string;
}
export interface FoundLine {
  readonly key: string;
  readonly name: string;
  readonly source: string;
  readonly target: string;
  readonly notes?: string;
  readonly properties?: readonly (readonly [string, string])[];
  readonly own?: PartDetails | undefined;
}
export interface FoundRating {
  readonly probability?: ProbabilityLevel | undefined;
  readonly impact?: ImpactLevel | undefined;
  /** What the file says about it, as a sentence. */
  readonly reason: string;
}
export interface FoundThreatEntry {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly place: Place;
  readonly rating: FoundRating;
  readonly status: ThreatStatus;
  readonly own?: ThreatDetails | undefined;
}
export interface FoundMitigation {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly verify?: string;
  readonly status: Status;
  readonly controlType?: Mitigation['controlType'];
  readonly own?: MitigationDetails | undefined;
}

/** A share of 0 to 100 as a level of five. */
const fifth = <L>(levels: readonly L[], share: number): L | undefined =>
  levels[Math.max(0, Math.min(levels.length - 1, Math.ceil(share / (100 / levels.length)) - 1))];
export const probabilityOfShare = (share: number): ProbabilityLevel | undefined =>
  fifth(probabilityLevels, share);
export const impactOfShare = (share: number): ImpactLevel | undefined => fifth(impactLevels, share);
export const strengthOfShare = (share: number): StrengthLevel => fifth(strengthLevels, share) ?? 'average';

export class SystemDraft {
  readonly #zones: FoundPart[] = [];
  readonly #elements: FoundElement[] = [];
  readonly #lines: FoundLine[] = [];
  readonly #elementIds = new Map<string, ElementId>();
  readonly #zoneIds = new Map<string, BoundaryId>();
  readonly #lineIds = new Map<string, FlowId>();
  readonly #mitigations = new Map<string, MitigationId>();

  constructor(private readonly draft: ModelDraft) {}

  zone(zone: FoundPart): void {
    this.#zones.push(zone);
  }
  element(element: FoundElement): void {
    this.#elements.push(element);
  }
  line(line: FoundLine): void {
    this.#lines.push(line);
  }

  /** Draws everything that was found; afterwards places can be asked. */
  draw(diagramName: string): void {
    if (this.#zones.length + this.#elements.length + this.#lines.length === 0) return;
    const diagram = this.draft.addDiagram('system', diagramName).id;
    const boxes = this.boxes();
    const boxOf = (key: string) => boxes.get(key) ?? { x: 0, y: 0, width: 140, height: 70 };
    for (const zone of this.#zones) {
      const id = mint(boundaryId, this.draft.newId);
      if (!this.#zoneIds.has(zone.key)) this.#zoneIds.set(zone.key, id);
      const boundary: Boundary = {
        id,
        origin: this.draft.origin('boundary', zone.key),
        ...this.common(zone, 'trust boundary'),
        drawing: { shape: 'box', diagram, box: boxOf(`zone ${zone.key}`) },
      };
      this.draft.boundaries.push(withPartDetails(boundary, zone.own));
    }
    for (const element of this.#elements) {
      const id = mint(elementId, this.draft.newId);
      if (!this.#elementIds.has(element.key)) this.#elementIds.set(element.key, id);
      const type = this.draft.line(element.type ?? '');
      const drawn: Element = {
        id,
        origin: this.draft.origin('element', element.key),
        kind: element.kind,
        ...this.common(element, element.kind),
        ...(type === '' ? {} : { type: { id: type, name: type } }),
        drawing: { diagram, box: boxOf(`part ${element.key}`) },
      };
      this.draft.elements.push(withPartDetails(drawn, element.own));
    }
    for (const line of this.#lines) this.drawLine(line);
  }

  /** As the file draws them, when it draws all of them; else arranged. */
  private boxes(): ReadonlyMap<string, Rectangle> {
    const all = [
      ...this.#zones.map((zone) => [`zone ${zone.key}`, zone, 'zone'] as const),
      ...this.#elements.map((element) => [`part ${element.key}`, element, 'part'] as const),
    ];
    if (all.every(([, { box }]) => box !== undefined))
      return new Map(all.flatMap(([key, { box }]) => (box ? [[key, box] as const] : [])));
    const parentOf = (zone: string | undefined) => (zone === undefined ? undefined : `zone ${zone}`);
    return arrange(all.map(([key, part, kind]) => ({ key, kind, parent: parentOf(part.zone) })));
  }

  private common(part: Pick<FoundPart, 'name' | 'notes' | 'outOfScope' | 'properties'>, kindName: string) {
    const notes = this.draft.prose(part.notes ?? '');
    return {
      name: this.draft.line(part.name) || `Unnamed ${kindName}`,
      ...(notes === '' ? {} : { notes }),
      ...(part.outOfScope === undefined ? {} : { outOfScope: this.draft.prose(part.outOfScope) }),
      properties: this.draft.properties(part.properties ?? []),
    };
  }

  private drawLine(line: FoundLine): void {
    const end = (key: string) => {
      const id = this.#elementIds.get(key) ?? null;
      if (id === null) this.draft.report.add('flow ends', 'they are not connected to an element');
      return id;
    };
    const id = mint(flowId, this.draft.newId);
    if (!this.#lineIds.has(line.key)) this.#lineIds.set(line.key, id);
    const flow: Flow = {
      id,
      origin: this.draft.origin('flow', line.key),
      ...this.common(line, 'data flow'),
      source: end(line.source),
      target: end(line.target),
    };
    this.draft.flows.push(withPartDetails(flow, line.own));
  }

  /** The whole model where the file names nothing that was drawn. */
  place(kind: 'element' | 'flow' | 'boundary', key: string): Place {
    const element = kind === 'element' ? this.#elementIds.get(key) : undefined;
    if (element) return { kind: 'element', id: element };
    const flow = kind === 'flow' ? this.#lineIds.get(key) : undefined;
    if (flow) return { kind: 'flow', id: flow };
    const boundary = kind === 'boundary' ? this.#zoneIds.get(key) : undefined;
    return boundary ? { kind: 'boundary', id: boundary } : { kind: 'model' };
  }

  threat(found: FoundThreatEntry): ThreatId {
    const id = mint(threatId, this.draft.newId);
    const category = this.draft.line(found.category);
    const { probability, impact } = found.rating;
    const reason = this.draft.prose(found.rating.reason);
    const threat: Threat = {
      id,
      origin: this.draft.origin('threat', found.key),
      title: this.draft.line(found.title) || category || 'Threat without a title',
      description: this.draft.prose(found.description),
      stride: strideOf(category),
      ...(category === '' ? {} : { category }),
      place: found.place,
      // Another tool's rating is taken over as assumed: nobody judged it on this scale.
      probability: { level: probability ?? 'possible', basis: 'assumed', reason },
      impact: { level: impact ?? 'moderate', basis: 'assumed', reason },
      status: found.status,
    };
    this.draft.threats.push(withThreatDetails(threat, found.own));
    return id;
  }

  /** One mitigation for each key; the first with a key wins. */
  mitigation(found: FoundMitigation): MitigationId {
    const there = this.#mitigations.get(found.key);
    if (there) return there;
    const id = mint(mitigationId, this.draft.newId);
    this.#mitigations.set(found.key, id);
    const mitigation: Mitigation = {
      id,
      origin: this.draft.origin('mitigation', found.key),
      title: this.draft.line(found.title) || 'Mitigation without a title',
      implement: this.draft.prose(found.text),
      verify: this.draft.prose(found.verify ?? ''),
      ...(found.controlType ? { controlType: found.controlType } : {}),
      status: found.status,
    };
    this.draft.mitigations.push(withMitigationDetails(mitigation, found.own));
    return id;
  }

  mitigationOf(key: string): MitigationId | undefined {
    return this.#mitigations.get(key);
  }

  treat(
    threat: ThreatId,
    mitigation: MitigationId,
    given: {
      readonly level: StrengthLevel;
      readonly reason: string;
      readonly status?: Status;
      readonly own?: TreatmentDetails | undefined;
    },
  ): void {
    if (this.draft.treatments.some((each) => each.threat === threat && each.mitigation === mitigation))
      return;
    this.draft.treatments.push({
      id: mint(treatmentId, this.draft.newId),
      threat,
      mitigation,
      ...(given.own ?? {
        strength: { level: given.level, basis: 'assumed', reason: given.reason },
        ...(given.status ? { status: given.status } : {}),
      }),
    });
  }

  assume(
    key: string,
    text: string,
    threats: readonly ThreatId[],
    state: 'open' | 'confirmed' | 'wrong' = 'open',
  ): void {
    this.draft.assumptions.push({
      id: mint(assumptionId, this.draft.newId),
      origin: this.draft.origin('assumption', key),
      text: this.draft.prose(text),
      threats: threats.slice(0, 1000),
      stories: [],
      state,
    });
  }
}
