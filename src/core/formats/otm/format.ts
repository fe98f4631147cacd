/** Open Threat Model 0.1 and 0.2, as JSON or YAML: trust zones, components, data flows, and threats with mitigations. */
import type { Element } from '../../model/diagram-parts';
import type { MitigationId, ThreatId } from '../../model/ids';
import type { Status } from '../../model/mitigation';
import type { Rectangle } from '../../model/parts';
import type { Place, ThreatStatus } from '../../model/threat';
import { stateOf } from '../classification';
import { htmlToText } from '../html-text';
import type { Format, ImportInput } from '../import-result';
import { Refusal } from '../import-result';
import type { Json } from '../json-value';
import { asList, asNumber, asObject, asText, member, parseJson, topLevelKeys } from '../json-value';
import { ModelDraft } from '../model-draft';
import {
  noZone,
  ownMark,
  readMitigationDetails,
  readPartDetails,
  readThreatDetails,
  readTreatmentDetails,
} from '../own-details';
import { impactOfShare, probabilityOfShare, strengthOfShare, SystemDraft } from '../system-draft';
import { parseYaml } from '../yaml-value';

const id = 'otm';
const inYaml = /^otmVersion\s*:/m;

/** OTM has no kinds: types and names tell stores and people outside (IriusRisk codes such as CD-V2-AWS-RDS too). */
const storeWords =
  /\b(db|database|databases|sql|postgres\w*|mysql|mongo\w*|redis|s3|blob|storage|bucket|store|datastore|dynamodb|rds|queue|cache|disk|file-?system)\b/i;
const externalWords = /\b(client|browser|user|actor|external|person|human|mobile|customer)\b/i;

function kindOf(type: string, name: string): Element['kind'] {
  const words = type.replace(/[-_]/g, ' ');
  if (storeWords.test(words)) return 'store';
  if (externalWords.test(words)) return 'external';
  if (type === '' || type === 'empty-component') {
    if (storeWords.test(name)) return 'store';
    if (externalWords.test(name)) return 'external';
  }
  return 'process';
}

function boxOf(thing: Json): Rectangle | undefined {
  for (const representation of asList(member(thing, 'representations'))) {
    const [position, size] = [member(representation, 'position'), member(representation, 'size')];
    const [x, y] = [asNumber(member(position, 'x')), asNumber(member(position, 'y'))];
    const [width, height] = [asNumber(member(size, 'width')), asNumber(member(size, 'height'))];
    if (
      x !== undefined &&
      y !== undefined &&
      width !== undefined &&
      height !== undefined &&
      width > 0 &&
      height > 0
    )
      return { x, y, width, height };
  }
  return undefined;
}

const propertiesOf = (thing: Json): readonly (readonly [string, string])[] =>
  ['properties', 'attributes'].flatMap((name) =>
    Object.entries(asObject(member(thing, name)) ?? {}).map(([key, value]) => [key, asText(value)] as const),
  );

const ownOf = (thing: Json | undefined): Json | undefined => member(member(thing, 'attributes'), ownMark);

const said = (thing: Json, name: string): string =>
  propertiesOf(thing).find(([key]) => key.toLowerCase() === name)?.[1] ?? '';

class Reader {
  readonly #system: SystemDraft;
  readonly #parents = new Map<string, string>();
  readonly #boxes = new Map<string, Rectangle>();

  constructor(
    private readonly draft: ModelDraft,
    private readonly root: Json,
  ) {
    this.#system = new SystemDraft(draft);
  }

  read(): void {
    const zones = asList(member(this.root, 'trustZones')).filter(
      (zone) => asText(member(zone, 'id')) !== noZone,
    );
    const components = asList(member(this.root, 'components'));
    for (const thing of [...zones, ...components]) this.remember(thing);
    for (const zone of zones) this.zone(zone);
    for (const component of components) this.component(component);
    for (const flow of asList(member(this.root, 'dataflows'))) this.flow(flow);
    this.#system.draw('System');
    this.threats(components);
  }

  private remember(thing: Json): void {
    const key = asText(member(thing, 'id'));
    const parent = member(thing, 'parent');
    this.#parents.set(key, asText(member(parent, 'component')) || asText(member(parent, 'trustZone')));
    const box = boxOf(thing);
    if (box) this.#boxes.set(key, box);
  }

  /** Positions are relative to the parent; a chain that comes back to itself ends. */
  private boxOnSheet(key: string): Rectangle | undefined {
    const own = this.#boxes.get(key);
    if (!own) return undefined;
    let [x, y] = [own.x, own.y];
    const seen = new Set([key]);
    for (
      let at = this.#parents.get(key) ?? '';
      at !== '' && !seen.has(at);
      at = this.#parents.get(at) ?? ''
    ) {
      seen.add(at);
      const outer = this.#boxes.get(at);
      if (!outer) break;
      [x, y] = [x + outer.x, y + outer.y];
    }
    return { ...own, x, y };
  }

  /** The nearest trust zone around a component, over components that hold it. */
  private zoneOf(key: string): string | undefined {
    const zones = new Set(asList(member(this.root, 'trustZones')).map((zone) => asText(member(zone, 'id'))));
    const seen = new Set([key]);
    for (
      let at = this.#parents.get(key) ?? '';
      at !== '' && !seen.has(at);
      at = this.#parents.get(at) ?? ''
    ) {
      seen.add(at);
      if (zones.has(at)) return at;
    }
    return undefined;
  }

  private part(thing: Json) {
    const key = asText(member(thing, 'id'));
    const out = /^true$/i.test(said(thing, 'out of scope'));
    return {
      key,
      name: asText(member(thing, 'name')),
      zone: this.zoneOf(key),
      box: this.boxOnSheet(key),
      notes: asText(member(thing, 'description')),
      ...(out ? { outOfScope: said(thing, 'reason for out of scope') } : {}),
      properties: propertiesOf(thing),
      own: readPartDetails(ownOf(thing)),
    };
  }

  private zone(thing: Json): void {
    const rating = asText(member(member(thing, 'risk'), 'trustRating'));
    const part = this.part(thing);
    const properties =
      rating === '' ? part.properties : [...part.properties, ['Trust rating', rating] as const];
    this.#system.zone({ ...part, properties });
  }

  private component(thing: Json): void {
    const type = asText(member(thing, 'type'));
    const part = this.part(thing);
    const kind = part.own?.kind ?? kindOf(type, part.name);
    this.#system.element({ ...part, kind, ...(type === 'empty-component' ? {} : { type }) });
  }

  private flow(thing: Json): void {
    const both = member(thing, 'bidirectional') === true;
    const data = this.assets(member(thing, 'assets'));
    this.#system.line({
      key: asText(member(thing, 'id')),
      name: asText(member(thing, 'name')),
      source: asText(member(thing, 'source')),
      target: asText(member(thing, 'destination')),
      notes: asText(member(thing, 'description')),
      properties: [
        ...propertiesOf(thing),
        ...(both ? [['isBidirectional', 'true'] as const] : []),
        ...(data === '' ? [] : [['Assets', data] as const]),
      ],
      own: readPartDetails(ownOf(thing)),
    });
  }

  private assets(value: Json | undefined): string {
    const all = asList(member(this.root, 'assets'));
    const names = new Map(all.map((asset) => [asText(member(asset, 'id')), asText(member(asset, 'name'))]));
    return asList(value)
      .map((key) => names.get(asText(key)) ?? asText(key))
      .filter((name) => name !== '')
      .join(', ');
  }

  private threats(components: readonly Json[]): void {
    const declared = new Map(
      asList(member(this.root, 'threats')).map((each) => [asText(member(each, 'id')), each]),
    );
    const used = new Set<string>();
    const holders = [
      ...components.map((thing) => ['element', thing] as const),
      ...asList(member(this.root, 'dataflows')).map((thing) => ['flow', thing] as const),
      ...asList(member(this.root, 'trustZones')).map((thing) => ['boundary', thing] as const),
      // Ours: those of the whole system, which OTM has no place for.
      ['model', ownOf(member(this.root, 'project')) ?? null] as const,
    ];
    for (const [kind, thing] of holders) {
      const place: Place =
        kind === 'model' ? { kind } : this.#system.place(kind, asText(member(thing, 'id')));
      for (const instance of asList(member(thing, 'threats'))) {
        const key = asText(member(instance, 'threat'));
        used.add(key);
        if (!declared.has(key))
          this.draft.report.add('names of threats', 'the file refers to threats that it does not hold');
        this.instance(instance, declared.get(key) ?? null, {
          place,
          key: `${asText(member(thing, 'id'))}#${key}`,
        });
      }
    }
    for (const mitigation of asList(member(this.root, 'mitigations')))
      if (ownOf(mitigation) !== undefined) this.mitigation(mitigation);
    for (const [key, threat] of declared)
      if (!used.has(key)) this.instance(null, threat, { place: { kind: 'model' }, key });
    this.draft.report.add(
      'assets',
      'data flows keep their names',
      asList(member(this.root, 'assets')).length,
    );
  }

  private instance(instance: Json, threat: Json, at: { readonly place: Place; readonly key: string }): void {
    const risk = member(threat, 'risk');
    const [likelihood, impact] = [asNumber(member(risk, 'likelihood')), asNumber(member(risk, 'impact'))];
    const own = readThreatDetails(ownOf(threat));
    const plain = own ? (text: string) => text : htmlToText;
    const name = asText(member(threat, 'name')) || `Threat ${asText(member(instance, 'threat'))}`;
    const threatId = this.#system.threat({
      key: at.key,
      title: plain(name),
      description: plain(asText(member(threat, 'description'))),
      category: asList(member(threat, 'categories')).map(asText).join(', '),
      place: at.place,
      rating: {
        probability: likelihood === undefined ? undefined : probabilityOfShare(likelihood),
        impact: impact === undefined ? undefined : impactOfShare(impact),
        reason: `Likelihood ${likelihood ?? 'not given'}, impact ${impact ?? 'not given'} of 100 in the imported file`,
      },
      status: this.statusOf(asText(member(instance, 'state'))),
      own,
    });
    for (const each of asList(member(instance, 'mitigations'))) this.treat(threatId, each);
  }

  private statusOf(state: string): ThreatStatus {
    const found = stateOf(state);
    if (found === 'not-applicable') return { kind: 'not-applicable', justification: '' };
    return found === 'needs-investigation' ? { kind: 'needs-investigation' } : { kind: 'open' };
  }

  private mitigation(found: Json | undefined, key = asText(member(found, 'id'))): MitigationId {
    const own = readMitigationDetails(ownOf(found));
    const plain = own ? (text: string) => text : htmlToText;
    return this.#system.mitigation({
      key,
      title: plain(asText(member(found, 'name'))) || `Mitigation ${key}`,
      text: plain(asText(member(found, 'description'))),
      status: { kind: 'open' },
      own,
    });
  }

  private treat(threat: ThreatId, instance: Json): void {
    const key = asText(member(instance, 'mitigation'));
    const found = asList(member(this.root, 'mitigations')).find((each) => asText(member(each, 'id')) === key);
    const share = asNumber(member(found, 'riskReduction'));
    const mitigation = this.mitigation(found, key);
    const state = asText(member(instance, 'state'));
    this.#system.treat(threat, mitigation, {
      level: share === undefined ? 'average' : strengthOfShare(share),
      reason:
        share === undefined
          ? 'The imported file does not rate the strength'
          : `Risk reduction ${share} of 100 in the imported file`,
      ...statusOfMitigation(state),
      // Another state than the one that was written: somebody changed it in the other tool.
      ...(asText(member(ownOf(instance), 'state')) === state
        ? { own: readTreatmentDetails(ownOf(instance)) }
        : {}),
    });
  }
}

function statusOfMitigation(state: string): { readonly status?: Status } {
  if (/^implemented$/i.test(state)) return { status: { kind: 'existing' } };
  if (/^(rejected|notapplied)$/i.test(state))
    return { status: { kind: 'rejected', reason: 'Rejected in the imported file' } };
  return {};
}

function rootOf(text: string, input: ImportInput): Json {
  const value = /^\s*[[{]/.test(text) ? parseJson(text, input.limits) : parseYaml(text, input);
  const [first] = asList(value);
  return first ?? value;
}

export const otm: Format = {
  id,
  name: 'Open Threat Model',
  recognises: (text) =>
    /^\s*\{/.test(text) ? topLevelKeys(text).has('otmVersion') : inYaml.test(text.slice(0, 4000)),
  read: (text, input) => {
    const root = rootOf(text, input);
    const project = asObject(member(root, 'project'));
    if (!project)
      throw new Refusal(
        'This looks like an OTM file, but its part "project" is missing, so it cannot be read.',
      );
    const draft = new ModelDraft(id, input);
    new Reader(draft, root).read();
    return draft.finish({
      name: asText(member(project, 'name')),
      description: asText(member(project, 'description')),
    });
  },
};
