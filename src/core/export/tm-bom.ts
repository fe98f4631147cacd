/** TM-BOM 1.0.2 of the OWASP Threat Model Library: joined by names, without a drawing. */
import { drawPicture, noWorry } from '../diagram/picture';
import { pictureSvg } from '../diagram/svg';
import {
  anybody,
  mitigationDetails,
  nowhere,
  noZone,
  ownExtension,
  partDetails,
  threatDetails,
  treatmentDetails,
} from '../formats/own-details';
import type { Report } from '../formats/report';
import { newReport } from '../formats/report';
import type { Boundary, Element, Flow } from '../model/diagram-parts';
import type { ElementId, MitigationId } from '../model/ids';
import type { Mitigation, StatusKind } from '../model/mitigation';
import type { Threat } from '../model/threat';
import type { Factor, ThreatRisk } from '../risk/assess';
import { pointsPerStep } from '../model/project-policy';
import { severityNames } from '../risk/severity';
import type { ExportFormat, ExportInput } from './export-result';
import { reportDiagrams, reportKinds } from './losses';
import { treatedThreats } from './treated-threats';
import { boxOf, zoneFinder } from './zones';
import type { ZoneOf } from './zones';

const statusWords: Readonly<Record<StatusKind, string>> = {
  open: 'suggested',
  proposed: 'under_review',
  approved: 'approved',
  planned: 'scheduled',
  'in-progress': 'scheduled',
  existing: 'active',
  implemented: 'active',
  rejected: 'wont_do',
  'not-applicable': 'wont_do',
};
const sections = { external: 'actor', process: 'component', store: 'data_store' } as const;
const validities = { open: 'unconfirmed', confirmed: 'confirmed', wrong: 'rejected' } as const;
/** What a control protects from, worst first. */
const priorities = { low: 'low', medium: 'medium', high: 'high', critical: 'critical' } as const;

const yes = (value: string | undefined): boolean => /^(yes|true)$/i.test(value?.trim() ?? '');
const named = (id: string, title: string, description: string | undefined) => ({
  symbolic_name: id,
  title,
  description: description ?? '',
});

class TmBomWriter {
  readonly #zoneOf: ZoneOf;
  readonly #risks: readonly ThreatRisk[];
  readonly #factors = new Map<MitigationId, { readonly factor: Factor; readonly risk: ThreatRisk }[]>();
  #loose = false;

  constructor(
    private readonly input: ExportInput,
    private readonly report: Report,
  ) {
    this.#zoneOf = zoneFinder(input.model);
    this.#risks = treatedThreats(input);
    for (const risk of this.#risks)
      for (const factor of risk.factors) {
        const { id } = factor.mitigation;
        this.#factors.set(id, [...(this.#factors.get(id) ?? []), { factor, risk }]);
      }
  }

  root(): object {
    const { model } = this.input;
    const elements = [...model.element.values()];
    const ofKind = (kind: Element['kind']) => elements.filter((each) => each.kind === kind);
    const actors = ofKind('external').map((each) => ({ ...this.part(each), type: 'user' }));
    const components = ofKind('process').map((each) => this.part(each));
    const stores = ofKind('store').map((each) => ({ ...this.part(each), type: 'document' }));
    const zones = [...model.boundary.values()].map(({ id, name, notes }) => named(id, name, notes));
    this.losses();
    return {
      version: '1.0',
      scope: this.scope(),
      diagrams: this.diagrams(),
      trust_zones: this.#loose ? [...zones, named(noZone, 'No trust zone', '')] : zones,
      trust_boundaries: this.crossings(),
      actors,
      components,
      data_stores: stores,
      data_sets: [],
      data_flows: [...model.flow.values()].map((flow) => this.flow(flow)),
      assumptions: [...model.assumption.values()].map(({ text, state }) => ({
        description: text,
        validity: validities[state],
      })),
      threat_personas: this.#risks.length === 0 ? [] : [this.persona()],
      threats: this.#risks.map(({ threat }) => this.threat(threat)),
      controls: [...model.mitigation.values()].map((each) => this.control(each)),
      risks: this.#risks.filter(({ applies }) => applies).map((risk) => this.risk(risk)),
      extensions: { [ownExtension]: this.details() },
    };
  }

  private scope(): object {
    const { name, description } = this.input.model.info;
    return {
      title: name,
      description,
      business_criticality: 'moderate',
      data_sensitivity: [],
      exposure: 'external',
      tier: 'important',
    };
  }

  private diagrams(): readonly object[] {
    const { model } = this.input;
    return [...model.diagram.values()].map(({ id, name }) => ({
      title: name,
      type: 'svg',
      source: pictureSvg(
        drawPicture(model, id, () => noWorry),
        { title: name },
      ),
    }));
  }

  private zoneId(element: Element): string {
    const zone = this.#zoneOf(element);
    if (!zone) this.#loose = true;
    return zone?.id ?? noZone;
  }

  private part(element: Element) {
    return { ...named(element.id, element.name, element.notes), trust_zone: this.zoneId(element) };
  }

  /** Between which zones data flows; each pair once. */
  private crossings(): readonly object[] {
    const pairs = new Map<string, object>();
    const zone = (id: ElementId | null) => {
      const element = id === null ? undefined : this.input.model.element.get(id);
      return element && this.zoneId(element);
    };
    for (const { source, target } of this.input.model.flow.values()) {
      const [a, b] = [zone(source), zone(target)].sort();
      if (a !== undefined && b !== undefined && a !== b)
        pairs.set(`${a} ${b}`, { trust_zone_a: a, trust_zone_b: b });
    }
    return [...pairs.values()];
  }

  private flow(flow: Flow): object {
    const end = (id: ElementId | null) => {
      const kind = id === null ? undefined : this.input.model.element.get(id)?.kind;
      return { type: kind ? sections[kind] : 'component', object: id ?? nowhere };
    };
    return {
      ...named(flow.id, flow.name, flow.notes),
      source: end(flow.source),
      destination: end(flow.target),
      has_sensitive_data: yes(flow.properties['Sensitive data']),
      encrypted: yes(flow.properties['Encrypted'] ?? flow.properties['isEncrypted']),
    };
  }

  private persona(): object {
    return {
      ...named(anybody, 'Anybody', 'Whoever attacks: the model does not tell attackers apart.'),
      is_person: true,
      skill_level: 'engineer',
      access_level: 'user',
      malicious_intent: true,
      applicability_to_org: 'moderate',
    };
  }

  private threat(threat: Threat): object {
    const { place } = threat;
    return {
      ...named(threat.id, threat.title, threat.description),
      ...(place.kind === 'element' ? { components_affected: [place.id] } : {}),
      threat_persona: anybody,
      event: '',
      sources: ['adversary'],
    };
  }

  private word(mitigation: Mitigation): string {
    const words = new Set(
      (this.#factors.get(mitigation.id) ?? []).map(({ factor }) => statusWords[factor.effective.status.kind]),
    );
    const [only] = words;
    return only !== undefined && words.size === 1 ? only : statusWords[mitigation.status.kind];
  }

  private control(mitigation: Mitigation): object {
    const against = this.#factors.get(mitigation.id) ?? [];
    const worst = Math.max(-1, ...against.map(({ risk }) => severityNames.indexOf(risk.severity)));
    const name = severityNames[worst];
    return {
      ...named(mitigation.id, mitigation.title, mitigation.implement),
      threats: against.map(({ factor }) => factor.treatment.threat),
      status: this.word(mitigation),
      priority: name === undefined ? 'none' : priorities[name],
    };
  }

  private risk({ threat, inherent, applies, severity }: ThreatRisk): object {
    const { level } = threat.probability;
    return {
      ...named(`risk-${threat.id}`, threat.title, threat.probability.reason),
      threats: [threat.id],
      likelihood: level === 'almost-certain' ? 'certain' : level,
      impact: threat.impact.level,
      impact_description: threat.impact.reason ?? '',
      score: Math.round(inherent / pointsPerStep),
      level: applies ? severity : 'low',
    };
  }

  /** For whoever reads it back with us; every other tool passes over it. */
  private details(): object {
    const { model } = this.input;
    const part = (each: Element | Flow | Boundary, box: object | undefined) =>
      [each.id, { ...partDetails(each), ...(box ? { box } : {}) }] as const;
    return {
      parts: Object.fromEntries([
        ...[...model.element.values()].map((each) => part(each, each.drawing?.box)),
        ...[...model.boundary.values()].map((each) => part(each, boxOf(each)?.box)),
        ...[...model.flow.values()].map((each) => part(each, undefined)),
      ]),
      threats: Object.fromEntries(
        [...model.threat.values()].map((threat) => [
          threat.id,
          { ...threatDetails(threat), ...placeOf(threat) },
        ]),
      ),
      controls: Object.fromEntries(
        [...model.mitigation.values()].map((each) => [
          each.id,
          { ...mitigationDetails(each), word: this.word(each) },
        ]),
      ),
      treatments: Object.fromEntries(
        [...model.treatment.values()].map((each) => [
          `${each.threat} ${each.mitigation}`,
          treatmentDetails(each),
        ]),
      ),
    };
  }

  private losses(): void {
    const { model } = this.input;
    const { report } = this;
    const beside = 'it stands only in our extension of the file, which other tools pass over';
    report.add('strengths', `TM-BOM does not rate what a control is worth; ${beside}`, model.treatment.size);
    report.add(
      'categories of threats',
      `TM-BOM has none; ${beside}`,
      [...model.threat.values()].filter(({ stride }) => stride.length > 0).length,
    );
    report.add(
      'places of threats',
      `TM-BOM knows threatened components only, no data flows and boundaries; ${beside}`,
      [...model.threat.values()].filter(({ place: { kind } }) => kind === 'flow' || kind === 'boundary')
        .length,
    );
    report.add(
      'states of threats',
      `TM-BOM has none; ${beside}`,
      [...model.threat.values()].filter(({ status }) => status.kind !== 'open').length,
    );
    report.add(
      'types and properties of parts',
      `TM-BOM has a few fixed ones; ${beside}`,
      [...model.element.values(), ...model.flow.values(), ...model.boundary.values()].filter(
        ({ type, properties }) => type !== undefined || Object.keys(properties).length > 0,
      ).length,
    );
    report.add('places on the drawing', `TM-BOM has pictures only, as SVG; ${beside}`, model.element.size);
    report.add(
      'ways of lines',
      'TM-BOM has no drawing',
      [...model.flow.values()].filter(({ drawing }) => drawing !== undefined).length +
        [...model.boundary.values()].filter(({ drawing }) => drawing.shape === 'line').length,
    );
    report.add(
      'zones inside zones',
      'TM-BOM does not nest them',
      [...model.boundary.values()].filter((each) => this.#zoneOf({ id: each.id, drawing: boxOf(each) }))
        .length,
    );
    report.add(
      'open ends of data flows',
      'TM-BOM joins parts only',
      [...model.flow.values()].flatMap(({ source, target }) => [source, target]).filter((end) => end === null)
        .length,
    );
    report.add(
      'ratings of threats that do not apply',
      'TM-BOM rates risks, and these are none',
      this.#risks.filter(({ applies }) => !applies).length,
    );
    reportDiagrams(report, model, 'each is a picture in the file, and importing it here draws one for all');
    report.add(
      'facts about the system',
      'TM-BOM demands a criticality, an exposure and a tier, and a persona for each threat; the model has none, so a middle value is written',
    );
    reportKinds(report, model, 'TM-BOM', ['assumption']);
  }
}

function placeOf({ place }: Threat): object {
  return place.kind === 'flow' || place.kind === 'boundary' ? { placeKind: place.kind, place: place.id } : {};
}

export const tmBomExport: ExportFormat = {
  id: 'tm-bom',
  name: 'TM-BOM',
  about: 'The bill of materials of a threat model, for the OWASP Threat Model Library and Threat Dragon 2.7.',
  ending: 'tmbom.json',
  mediaType: 'application/json',
  write: (input) => {
    const report = newReport();
    const root = new TmBomWriter(input, report).root();
    return { text: `${JSON.stringify(root, null, 2)}\n`, lost: report.rows() };
  },
};
