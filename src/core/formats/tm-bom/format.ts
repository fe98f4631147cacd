/** TM-BOM of the OWASP Threat Model Library: actors, components and stores in trust zones, flows, threats and controls. */
import * as v from 'valibot';
import type { Element } from '../../model/diagram-parts';
import type { ThreatId } from '../../model/ids';
import type { Status } from '../../model/mitigation';
import { rectangle } from '../../model/parts';
import type { Rectangle } from '../../model/parts';
import type { ImpactLevel, Place, ProbabilityLevel } from '../../model/threat';
import { impactLevels, probabilityLevels } from '../../model/threat';
import type { Format } from '../import-result';
import type { Json } from '../json-value';
import { asList, asText, member, parseJson, topLevelKeys } from '../json-value';
import { ModelDraft } from '../model-draft';
import {
  anybody,
  noZone,
  ownExtension,
  readMitigationDetails,
  readPartDetails,
  readThreatDetails,
  readTreatmentDetails,
} from '../own-details';
import { SystemDraft } from '../system-draft';

const id = 'tm-bom';

/** The statuses of its schema. */
function statusOf(status: string): Status {
  switch (status) {
    case 'active':
    case 'assumed':
      return { kind: 'existing' };
    case 'approved':
      return { kind: 'approved' };
    case 'scheduled':
      return { kind: 'planned' };
    case 'wont_do':
    case 'retired':
      return { kind: 'rejected', reason: `Status "${status}" in the imported file` };
    case 'suggested':
    case 'under_review':
      return { kind: 'proposed' };
    default:
      return { kind: 'open' };
  }
}

const kinds = [
  ['actors', 'external'],
  ['components', 'process'],
  ['data_stores', 'store'],
] as const satisfies readonly (readonly [string, Element['kind']])[];

const key = (thing: Json): string => asText(member(thing, 'symbolic_name'));
const title = (thing: Json): string => asText(member(thing, 'title'));
const description = (thing: Json): string => asText(member(thing, 'description'));
const oneOf = <L extends string>(levels: readonly L[], word: string): L | undefined =>
  levels.find((level) => level === word.replace('_', '-'));
/** Its highest likelihood is called "certain". */
const likelihoodOf = (word: string) => oneOf(probabilityLevels, word === 'certain' ? 'almost-certain' : word);

const validities: ReadonlyMap<string, 'confirmed' | 'wrong'> = new Map([
  ['confirmed', 'confirmed'],
  ['rejected', 'wrong'],
]);

const boxOf = (raw: Json | undefined): Rectangle | undefined => {
  const parsed = v.safeParse(rectangle, raw);
  return parsed.success ? parsed.output : undefined;
};

class Reader {
  readonly #system: SystemDraft;
  readonly #threats = new Map<string, ThreatId>();

  constructor(
    private readonly draft: ModelDraft,
    private readonly root: Json,
  ) {
    this.#system = new SystemDraft(draft);
  }

  /** What an export of ours wrote beside, of one thing by its key. */
  private own(kind: string, of: string): Json | undefined {
    return member(member(member(member(this.root, 'extensions'), ownExtension), kind), of);
  }

  private list(name: string): readonly Json[] {
    return asList(member(this.root, name));
  }

  read(): void {
    for (const zone of this.list('trust_zones').filter((each) => key(each) !== noZone))
      this.#system.zone({
        key: key(zone),
        name: title(zone),
        notes: description(zone),
        ...this.ownPart(zone),
        ...(asText(member(zone, 'parent')) === '' ? {} : { zone: asText(member(zone, 'parent')) }),
      });
    for (const [name, kind] of kinds) for (const thing of this.list(name)) this.element(thing, kind);
    for (const flow of this.list('data_flows')) this.flow(flow);
    this.#system.draw(title(this.list('diagrams')[0] ?? null) || 'System');
    for (const threat of this.list('threats')) this.threat(threat);
    for (const control of this.list('controls')) this.control(control);
    for (const assumption of this.list('assumptions'))
      this.#system.assume(
        description(assumption).slice(0, 200),
        description(assumption),
        [],
        validities.get(asText(member(assumption, 'validity'))) ?? 'open',
      );
    this.reportRest();
  }

  private reportRest(): void {
    const { report } = this.draft;
    report.add('diagrams', 'their sources are texts of other drawing tools', this.list('diagrams').length);
    report.add(
      'trust boundaries',
      'they are pairs of trust zones, which are drawn',
      this.list('trust_boundaries').length,
    );
    const personas = this.list('threat_personas').filter((each) => key(each) !== anybody);
    report.add('threat personas', 'a model has no such things here', personas.length);
    report.add('data sets', 'data stores keep their names', this.list('data_sets').length);
  }

  private ownPart(thing: Json) {
    const own = this.own('parts', key(thing));
    return { own: readPartDetails(own), box: boxOf(member(own, 'box')) };
  }

  private element(thing: Json, kind: Element['kind']): void {
    const zone = asText(member(thing, 'trust_zone'));
    const type = asText(member(thing, 'type'));
    const named = ['vendor', 'product', 'permissions', 'repo_link'].map(
      (name) => [name, asText(member(thing, name))] as const,
    );
    const data = this.list('data_sets')
      .filter((set) =>
        asList(member(set, 'placements')).some((at) => asText(member(at, 'data_store')) === key(thing)),
      )
      .map(title);
    this.#system.element({
      key: key(thing),
      name: title(thing),
      kind,
      ...(zone === '' ? {} : { zone }),
      ...(type === '' ? {} : { type }),
      notes: description(thing),
      ...this.ownPart(thing),
      properties: [...named, ...(data.length === 0 ? [] : [['Data sets', data.join(', ')] as const])],
    });
  }

  private flow(flow: Json): void {
    const yes = (name: string) => {
      const value = member(flow, name);
      return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : '';
    };
    this.#system.line({
      key: key(flow),
      name: title(flow),
      source: asText(member(member(flow, 'source'), 'object')),
      target: asText(member(member(flow, 'destination'), 'object')),
      notes: description(flow),
      properties: [
        ['Encrypted', yes('encrypted')],
        ['Sensitive data', yes('has_sensitive_data')],
      ],
      own: readPartDetails(this.own('parts', key(flow))),
    });
  }

  /** The worst risk that names the threat rates it. */
  private ratingOf(threat: string): { probability?: ProbabilityLevel; impact?: ImpactLevel; reason: string } {
    const risks = this.list('risks').filter((risk) =>
      asList(member(risk, 'threats')).map(asText).includes(threat),
    );
    const [risk] = risks;
    if (risk === undefined) return { reason: 'No risk of the imported file names this threat' };
    const [likelihood, impact] = [asText(member(risk, 'likelihood')), asText(member(risk, 'impact'))];
    const probability = likelihoodOf(likelihood);
    const level = oneOf(impactLevels, impact);
    return {
      ...(probability ? { probability } : {}),
      ...(level ? { impact: level } : {}),
      reason: `Risk “${title(risk)}” of the imported file: likelihood ${likelihood}, impact ${impact}`,
    };
  }

  private threat(threat: Json): void {
    const [component] = asList(member(threat, 'components_affected')).map(
      (each) => asText(each) || asText(member(each, 'object')),
    );
    const own = this.own('threats', key(threat));
    const details = readThreatDetails(own);
    const weaknesses = asList(member(threat, 'weaknesses')).map(
      (each) => `CWE-${asText(member(each, 'cwe_id'))} ${asText(member(each, 'cwe_title'))}`,
    );
    const event = asText(member(threat, 'event'));
    const parts = [description(threat), event === '' ? '' : `Event: ${event}`, weaknesses.join('\n')];
    this.#threats.set(
      key(threat),
      this.#system.threat({
        key: key(threat),
        title: title(threat),
        description: parts.filter((text) => text !== '').join('\n\n'),
        // The format has none: ours stand beside.
        category: (details?.stride ?? []).join(', '),
        place: component === undefined ? this.ownPlace(own) : this.#system.place('element', component),
        rating: this.ratingOf(key(threat)),
        // The format has no states of threats, so nobody can have changed one.
        status: details?.status ?? { kind: 'open' },
        own: details,
      }),
    );
  }

  /** It names components only; where a data flow or a boundary is threatened stands beside. */
  private ownPlace(own: Json | undefined): Place {
    const [kind, id] = [asText(member(own, 'placeKind')), asText(member(own, 'place'))];
    return kind === 'flow' || kind === 'boundary' ? this.#system.place(kind, id) : { kind: 'model' };
  }

  private control(control: Json): void {
    const own = this.own('controls', key(control));
    const status = asText(member(control, 'status'));
    const details = readMitigationDetails(own);
    const untouched = details && asText(member(own, 'word')) === status;
    const mitigation = this.#system.mitigation({
      key: key(control),
      title: title(control),
      text: description(control),
      status: statusOf(status),
      own: details && { ...details, status: untouched ? details.status : statusOf(status) },
    });
    for (const name of asList(member(control, 'threats')).map(asText)) {
      const threat = this.#threats.get(name);
      if (threat)
        this.#system.treat(threat, mitigation, {
          level: 'average',
          reason: 'The imported file does not rate the strength',
          own: this.ownTreatment(`${name} ${key(control)}`, untouched === true),
        });
      else this.draft.report.add('threats of controls', 'the file does not hold them');
    }
  }

  private ownTreatment(pair: string, statusHolds: boolean) {
    const details = readTreatmentDetails(this.own('treatments', pair));
    if (!details || statusHolds) return details;
    return { strength: details.strength };
  }
}

export const tmBom: Format = {
  id,
  name: 'TM-BOM',
  recognises: (text) => {
    const keys = topLevelKeys(text);
    return keys.has('scope') && keys.has('trust_zones');
  },
  read: (text, input) => {
    const root = parseJson(text, input.limits);
    const draft = new ModelDraft(id, input);
    new Reader(draft, root).read();
    const scope = member(root, 'scope');
    return draft.finish({
      name: asText(member(scope, 'title')),
      description: asText(member(scope, 'description')),
    });
  },
};
