/**
 * Models of Threats Manager Studio: the JSON inside a `.tm` archive, or alone as `.tmj`. Its knowledge (threat types,
 * templates, mitigations that no threat uses) is imported as a knowledge package, not here.
 */
import type { Element } from '../../model/diagram-parts';
import type { ThreatId } from '../../model/ids';
import { controlTypes } from '../../model/mitigation';
import type { Mitigation, Status } from '../../model/mitigation';
import type { Rectangle } from '../../model/parts';
import type { Place } from '../../model/threat';
import type { Format } from '../import-result';
import type { Json } from '../json-value';
import { asNumber, asObject, asText, member, parseJson, topLevelKeys } from '../json-value';
import { ModelDraft } from '../model-draft';
import { impactOfShare, strengthOfShare, SystemDraft } from '../system-draft';
import { listOf } from '../tms-template/vocabulary';

const id = 'threats-manager';
const nobody = /^0{8}-(?:0{4}-){3}0{12}$/;
/** Diagram units: shapes have no size of their own. */
const shape = { width: 140, height: 70 };

/** `$type` names a class of the tool; only its last word is looked at, nothing is made of it. */
const classOf = (thing: Json): string => /([A-Za-z]+),/.exec(asText(member(thing, '$type')))?.[1] ?? '';

const kinds: Readonly<Record<string, Element['kind']>> = {
  ExternalInteractor: 'external',
  Process: 'process',
  DataStore: 'store',
};

function statusOf(word: string): Status | undefined {
  switch (word.toLowerCase()) {
    case 'existing':
      return { kind: 'existing' };
    case 'proposed':
      return { kind: 'proposed' };
    case 'approved':
      return { kind: 'approved' };
    case 'planned':
      return { kind: 'planned' };
    case 'implemented':
      return { kind: 'implemented' };
    default:
      return undefined;
  }
}

/** Versions of the tool give numbers other names. */
const numberIn = (from: Json, ...names: readonly string[]): number | undefined =>
  names.map((name) => asNumber(member(from, name))).find((value) => value !== undefined);

const key = (thing: Json): string => asText(member(thing, 'id'));
const named = (thing: Json, name: string): string => asText(member(thing, name));

class Reader {
  readonly #system: SystemDraft;
  readonly #boxes = new Map<string, Rectangle>();
  readonly #properties = new Map<string, string>();
  readonly #mitigations = new Map<string, Json>();
  readonly #templates = new Map<string, string>();
  readonly #severities = new Map<number, string>();

  constructor(
    private readonly draft: ModelDraft,
    private readonly root: Json,
  ) {
    this.#system = new SystemDraft(draft);
  }

  read(): void {
    this.vocabulary();
    const [groups, entities, flows] = ['groups', 'entities', 'dataFlows'].map((name) =>
      listOf(this.root, name),
    );
    this.positions();
    for (const group of groups ?? []) this.#system.zone(this.part(group));
    for (const entity of entities ?? []) this.entity(entity);
    for (const flow of flows ?? []) this.flow(flow);
    this.#system.draw(named(listOf(this.root, 'diagrams')[0] ?? null, 'name') || 'System');
    for (const [kind, things] of [
      ['boundary', groups],
      ['element', entities],
      ['flow', flows],
    ] as const)
      for (const thing of things ?? []) this.threats(thing, this.#system.place(kind, key(thing)));
    this.threats(this.root, { kind: 'model' });
    listOf(this.root, 'assumptions').forEach((text, at) =>
      this.#system.assume(`assumption ${String(at + 1)}`, asText(text), []),
    );
    this.reportRest();
  }

  private vocabulary(): void {
    for (const schema of listOf(this.root, 'schemas'))
      for (const type of listOf(schema, 'propertyTypes'))
        this.#properties.set(key(type), named(type, 'name'));
    for (const mitigation of listOf(this.root, 'mitigations'))
      this.#mitigations.set(key(mitigation), mitigation);
    for (const list of ['entityTemplates', 'flowTemplates', 'trustBoundaryTemplates'])
      for (const template of listOf(this.root, list))
        this.#templates.set(key(template), named(template, 'name'));
    for (const severity of listOf(this.root, 'severities')) {
      const value = asNumber(member(severity, 'id'));
      if (value !== undefined) this.#severities.set(value, named(severity, 'name'));
    }
  }

  /** A shape says where its middle is; what several diagrams show has its place on the first. */
  private positions(): void {
    for (const diagram of listOf(this.root, 'diagrams')) {
      for (const list of ['entities', 'groups'])
        for (const drawn of listOf(diagram, list)) this.position(drawn);
      this.draft.report.add(
        'ways of lines',
        'they are drawn anew from shape to shape',
        listOf(diagram, 'links').length,
      );
    }
  }

  private position(drawn: Json): void {
    const of = named(drawn, 'associatedId') || key(drawn);
    const at = asObject(member(drawn, 'pos')) ?? asObject(member(drawn, 'position'));
    const [x, y] = [at?.['X'] ?? at?.['x'], at?.['Y'] ?? at?.['y']].map(asNumber);
    const said = /^(\d+(?:\.\d+)?),\s*(\d+(?:\.\d+)?)$/.exec(named(drawn, 'size'));
    const [width, height] = said ? [Number(said[1]), Number(said[2])] : [shape.width, shape.height];
    if (x === undefined || y === undefined || width <= 0 || height <= 0 || this.#boxes.has(of)) return;
    this.#boxes.set(of, { x: x - width / 2, y: y - height / 2, width, height });
  }

  private part(thing: Json) {
    const parent = named(thing, 'parentId');
    return {
      key: key(thing),
      name: named(thing, 'name'),
      notes: named(thing, 'description'),
      box: this.#boxes.get(key(thing)),
      ...(parent === '' || nobody.test(parent) ? {} : { zone: parent }),
      properties: this.propertiesOf(thing),
    };
  }

  private propertiesOf(thing: Json): readonly (readonly [string, string])[] {
    return listOf(thing, 'properties').flatMap((property): [string, string][] => {
      const name = this.#properties.get(named(property, 'propertyTypeId')) ?? '';
      const raw = member(property, 'value');
      const value = typeof raw === 'boolean' ? (raw ? 'Yes' : 'No') : asText(raw);
      return name === '' || value === '' || nobody.test(value) ? [] : [[name, value]];
    });
  }

  private entity(thing: Json): void {
    const kind = kinds[classOf(thing)];
    if (!kind) return this.draft.report.add('entities', 'their kind is unknown');
    const type = this.#templates.get(named(thing, 'template'));
    this.#system.element({ ...this.part(thing), kind, ...(type === undefined ? {} : { type }) });
  }

  private flow(thing: Json): void {
    const type = named(thing, 'flowType');
    this.#system.line({
      key: key(thing),
      name: named(thing, 'name'),
      source: named(thing, 'source') || named(thing, 'sourceId'),
      target: named(thing, 'target') || named(thing, 'targetId'),
      notes: named(thing, 'description'),
      properties: [...(type === '' ? [] : [['Flow type', type] as const]), ...this.propertiesOf(thing)],
    });
  }

  private threats(holder: Json, place: Place): void {
    for (const event of listOf(holder, 'threatEvents')) {
      const severity = numberIn(event, 'severity', 'severityId');
      const word = severity === undefined ? undefined : this.#severities.get(severity);
      const threat = this.#system.threat({
        key: key(event),
        title: named(event, 'name'),
        description: named(event, 'description'),
        category: '',
        place,
        rating: {
          impact: severity === undefined ? undefined : impactOfShare(severity),
          reason:
            severity === undefined
              ? 'The imported file does not rate this threat'
              : `Severity ${word ?? ''} (${severity} of 100) in the imported file`.replace('  ', ' '),
        },
        status: { kind: 'open' },
      });
      for (const link of listOf(event, 'mitigations')) this.treat(threat, link);
      this.draft.report.add(
        'scenarios of threats',
        'a threat has no such thing here',
        listOf(event, 'scenarios').length,
      );
    }
  }

  private treat(threat: ThreatId, link: Json): void {
    const of = named(link, 'mitigationId');
    const found = this.#mitigations.get(of);
    if (!found) return this.draft.report.add('links to mitigations', 'the file does not hold them');
    const mitigation = this.#system.mitigation({
      key: of,
      title: named(found, 'name'),
      text: named(found, 'description'),
      status: { kind: 'open' },
      ...controlTypeOf(named(found, 'controlType')),
    });
    const share = numberIn(link, 'strength', 'strengthId');
    const status = statusOf(named(link, 'status'));
    const directives = named(link, 'directives');
    const rated =
      share === undefined
        ? 'The imported file does not rate the strength'
        : `Strength ${share} of 100 in the imported file`;
    this.#system.treat(threat, mitigation, {
      level: share === undefined ? 'average' : strengthOfShare(share),
      reason: this.draft.prose(directives === '' ? rated : `${rated}. ${directives}`),
      ...(status ? { status } : {}),
    });
  }

  private reportRest(): void {
    const { report } = this.draft;
    const knowledge = 'they are knowledge: the file comes in as a package, too, under Threat knowledge';
    report.add('threat types', knowledge, listOf(this.root, 'threatTypes').length);
    report.add(
      'mitigations that no threat uses',
      knowledge,
      this.#mitigations.size - this.draft.mitigations.length,
    );
    report.add('threat actors', 'a model has no such things here', listOf(this.root, 'actors').length);
    const more = listOf(this.root, 'diagrams').length - 1;
    report.add('diagrams', 'all is drawn on one', more);
    for (const name of ['vulnerabilities', 'weaknesses'])
      report.add(name, 'a model has no such things here', listOf(this.root, name).length);
    if (named(this.root, 'owner') !== '') report.add('owner', 'a model has no such field here');
  }
}

function controlTypeOf(word: string): { readonly controlType?: NonNullable<Mitigation['controlType']> } {
  const found = controlTypes.find((each) => each === word.toLowerCase());
  return found ? { controlType: found } : {};
}

export const threatsManager: Format = {
  id,
  name: 'Threats Manager',
  recognises: (text) => {
    const keys = topLevelKeys(text);
    return (
      keys.has('threatTypes') && keys.has('severities') && (keys.has('entities') || keys.has('dataFlows'))
    );
  },
  read: (text, input) => {
    const root = parseJson(text, input.limits);
    const draft = new ModelDraft(id, input);
    new Reader(draft, root).read();
    return draft.finish({ name: named(root, 'name'), description: named(root, 'description') });
  },
};
