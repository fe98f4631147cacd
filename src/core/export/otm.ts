/** Open Threat Model 0.2.0 as JSON, as IriusRisk and Threat Dragon read it. */
import { isBothWays } from '../diagram/picture';
import {
  mitigationDetails,
  noZone,
  ownMark,
  partDetails,
  threatDetails,
  treatmentDetails,
} from '../formats/own-details';
import type { Report } from '../formats/report';
import { newReport } from '../formats/report';
import type { Boundary, Element, Flow } from '../model/diagram-parts';
import type { MitigationId } from '../model/ids';
import type { Mitigation, StatusKind, StrengthLevel } from '../model/mitigation';
import { indexModel } from '../model/model-index';
import type { Place, ThreatStatus } from '../model/threat';
import { impactLevels, probabilityLevels } from '../model/threat';
import type { ThreatRisk } from '../risk/assess';
import { shareOf } from '../risk/severity';
import type { ExportedText, ExportFormat, ExportInput } from './export-result';
import { reportDiagrams, reportKinds } from './losses';
import { strideWord } from './stride-words';
import { isMitigated, treatedThreats } from './treated-threats';
import { boxOf, zoneFinder } from './zones';
import type { ZoneOf } from './zones';

/** The words that IriusRisk writes. */
const stateWords: Readonly<Record<StatusKind, string>> = {
  open: 'RECOMMENDED',
  proposed: 'RECOMMENDED',
  approved: 'REQUIRED',
  planned: 'REQUIRED',
  'in-progress': 'REQUIRED',
  existing: 'IMPLEMENTED',
  implemented: 'IMPLEMENTED',
  rejected: 'REJECTED',
  'not-applicable': 'REJECTED',
};

function threatState(status: ThreatStatus, mitigated: boolean): string {
  if (status.kind === 'not-applicable') return 'not-applicable';
  if (status.kind === 'needs-investigation') return 'needs-investigation';
  return mitigated ? 'mitigated' : 'exposed';
}

const percent = (level: StrengthLevel): number => Math.round(shareOf(level) * 100);
/** Properties for every reader, and what only we read beside them. */
const own = (details: object, properties: Readonly<Record<string, string>> = {}) => ({
  attributes: { ...properties, [ownMark]: details },
});
const middleRating = 50;
/** From 1 to 100; undefined where the model has no such number. */
function trustRating({ properties }: Boundary): number | undefined {
  const rating = Number(properties['Trust rating']);
  return rating >= 1 && rating <= 100 ? rating : undefined;
}
const described = (text: string | undefined) =>
  text === undefined || text === '' ? {} : { description: text };

class OtmWriter {
  readonly #zoneOf: ZoneOf;
  readonly #instances = new Map<string, object[]>();

  constructor(
    private readonly input: ExportInput,
    private readonly report: Report,
  ) {
    this.#zoneOf = zoneFinder(input.model);
  }

  root(): object {
    const { model } = this.input;
    const { info } = model;
    const risks = treatedThreats(this.input);
    const threats = risks.map((risk) => this.threat(risk));
    const components = [...model.element.values()].map((each) => this.component(each));
    const loose = components.some(({ parent }) => parent.trustZone === noZone);
    const zones = [...model.boundary.values()].map((each) => this.zone(each));
    this.losses(risks);
    return {
      otmVersion: '0.2.0',
      project: {
        id: info.id,
        name: info.name,
        ...described(info.description),
        ...own({ threats: this.#instances.get('model') ?? [] }),
      },
      representations: this.representations(),
      trustZones: loose
        ? [...zones, { id: noZone, name: 'No trust zone', risk: { trustRating: middleRating } }]
        : zones,
      components,
      dataflows: [...model.flow.values()].map((each) => this.dataflow(each)),
      threats,
      mitigations: this.mitigations(),
    };
  }

  private representations(): readonly object[] {
    return [...this.input.model.diagram.values()].map(({ id, name }) => ({
      id,
      name,
      type: 'diagram',
      size: { width: 2000, height: 2000 },
    }));
  }

  /** Positions are told from the corner of the zone around. */
  private drawn(id: string, drawing: ReturnType<typeof boxOf>) {
    const zone = this.#zoneOf({ id, drawing });
    if (!drawing) return { zone, representations: {} };
    const { x, y, width, height } = drawing.box;
    const position = { x: x - (zone?.box.x ?? 0), y: y - (zone?.box.y ?? 0) };
    const one = { representation: drawing.diagram, id: `${id}-drawn`, position, size: { width, height } };
    return { zone, representations: { representations: [one] } };
  }

  private zone(boundary: Boundary): object {
    const { zone, representations } = this.drawn(boundary.id, boxOf(boundary));
    return {
      id: boundary.id,
      name: boundary.name,
      ...described(boundary.notes),
      risk: { trustRating: trustRating(boundary) ?? middleRating },
      ...(zone ? { parent: { trustZone: zone.id } } : {}),
      ...representations,
      ...this.threatsAt(boundary.id),
      ...own(partDetails(boundary), boundary.properties),
    };
  }

  private component(element: Element) {
    const { zone, representations } = this.drawn(element.id, element.drawing);
    return {
      id: element.id,
      name: element.name,
      type: element.type?.id ?? element.kind,
      ...described(element.notes),
      parent: { trustZone: zone?.id ?? noZone },
      ...representations,
      ...this.threatsAt(element.id),
      ...own(partDetails(element), element.properties),
    };
  }

  private dataflow(flow: Flow): object {
    return {
      id: flow.id,
      name: flow.name,
      ...described(flow.notes),
      bidirectional: isBothWays(flow),
      source: flow.source ?? '',
      destination: flow.target ?? '',
      ...this.threatsAt(flow.id),
      ...own(partDetails(flow), flow.properties),
    };
  }

  private threatsAt(id: string) {
    const threats = this.#instances.get(id);
    return threats ? { threats } : {};
  }

  private threat(risk: ThreatRisk): object {
    const { threat } = risk;
    this.place(threat.place, {
      threat: threat.id,
      state: threatState(threat.status, isMitigated(risk)),
      mitigations: risk.factors.map(({ mitigation, treatment, effective }) => ({
        mitigation: mitigation.id,
        state: stateWords[effective.status.kind],
        ...own({ ...treatmentDetails(treatment), state: stateWords[effective.status.kind] }),
      })),
    });
    const comment = threat.probability.reason;
    return {
      id: threat.id,
      name: threat.title,
      ...described(threat.description),
      categories: threat.stride.map(strideWord),
      risk: {
        likelihood: (probabilityLevels.indexOf(threat.probability.level) + 1) * 20,
        ...(comment === undefined ? {} : { likelihoodComment: comment }),
        impact: (impactLevels.indexOf(threat.impact.level) + 1) * 20,
        impactComment: threat.impact.reason ?? '',
      },
      ...own(threatDetails(threat)),
    };
  }

  private place(place: Place, instance: object): void {
    const key = place.kind === 'model' ? 'model' : place.id;
    this.#instances.set(key, [...(this.#instances.get(key) ?? []), instance]);
  }

  private mitigations(): readonly object[] {
    const { treatmentsOfMitigation } = indexModel(this.input.model);
    const strongest = (id: MitigationId) =>
      Math.max(0, ...treatmentsOfMitigation(id).map(({ strength }) => percent(strength.level)));
    return [...this.input.model.mitigation.values()].map((mitigation: Mitigation) => ({
      id: mitigation.id,
      name: mitigation.title,
      ...described(mitigation.implement),
      riskReduction: strongest(mitigation.id),
      ...own(mitigationDetails(mitigation)),
    }));
  }

  private losses(risks: readonly ThreatRisk[]): void {
    const { model } = this.input;
    const strengths = new Set<string>();
    for (const { factors } of risks)
      for (const { mitigation, treatment } of factors)
        strengths.add(`${mitigation.id} ${treatment.strength.level}`);
    const { report } = this;
    const apart = strengths.size - new Set([...strengths].map((each) => each.slice(0, 36))).size;
    report.add(
      'strengths at single places',
      'OTM has one risk reduction for each mitigation: the strongest is written, the others only as attributes of ours',
      apart,
    );
    report.add(
      'trust ratings',
      'OTM demands one from 1 to 100 for each zone: where the model has none, the middle is written',
      [...model.boundary.values()].filter((each) => trustRating(each) === undefined).length,
    );
    report.add(
      'ways of lines',
      'OTM draws boxes only',
      [...model.flow.values()].filter(({ drawing }) => drawing !== undefined).length +
        [...model.boundary.values()].filter(({ drawing }) => drawing.shape === 'line').length,
    );
    report.add(
      'open ends of data flows',
      'OTM joins components only',
      [...model.flow.values()].flatMap(({ source, target }) => [source, target]).filter((end) => end === null)
        .length,
    );
    report.add(
      'threats of the whole system',
      'OTM has threats of components and data flows: other tools see them listed, without their mitigations',
      (this.#instances.get('model') ?? []).length,
    );
    reportDiagrams(
      report,
      model,
      'each is a representation in the file, and importing it here draws one for all',
    );
    reportKinds(report, model, 'OTM');
  }
}

export const otmExport: ExportFormat = {
  id: 'otm',
  name: 'Open Threat Model',
  about:
    'OTM 0.2.0, for IriusRisk, Threat Dragon 2.7 and others: the system with its drawing, threats and mitigations.',
  ending: 'otm.json',
  mediaType: 'application/json',
  write: (input): ExportedText => {
    const report = newReport();
    const root = new OtmWriter(input, report).root();
    return { text: `${JSON.stringify(root, null, 2)}\n`, lost: report.rows() };
  },
};
