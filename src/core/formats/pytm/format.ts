/** pytm as JSON, written for it or by it: elements of its classes, boundaries and flows that refer to one another by name. */
import type { Element } from '../../model/diagram-parts';
import { impactOf } from '../classification';
import type { Format } from '../import-result';
import type { Json } from '../json-value';
import { asList, asObject, asText, member, parseJson, topLevelKeys } from '../json-value';
import { ModelDraft } from '../model-draft';
import { SystemDraft } from '../system-draft';

const id = 'pytm';

function kindOf(className: string): Element['kind'] {
  if (/datastore/i.test(className)) return 'store';
  return /actor|external/i.test(className) ? 'external' : 'process';
}

/** Read elsewhere, or what pytm computes. */
const notProperties: ReadonlySet<string> = new Set(
  '__class__ name description inBoundary inScope source sink data findings inputs outputs levels overrides order note response responseTo sourceFiles assumptions maxClassification'.split(
    ' ',
  ),
);

/** Yes and no of its controls and fields; what is not set says nothing. */
function propertiesOf(thing: Json): readonly (readonly [string, string])[] {
  const fields = [
    ...Object.entries(asObject(thing) ?? {}),
    ...Object.entries(asObject(member(thing, 'controls')) ?? {}),
  ];
  return fields.flatMap(([name, value]) => {
    if (notProperties.has(name)) return [];
    if (value === true) return [[name, 'Yes'] as const];
    const text = asText(value).replace(/^[A-Z]\w+\.(?=[A-Z])/, '');
    return text === '' || text === 'UNKNOWN' || text === 'NONE' || text === '-1'
      ? []
      : [[name, text] as const];
  });
}

class Reader {
  readonly #system: SystemDraft;

  constructor(
    draft: ModelDraft,
    private readonly root: Json,
  ) {
    this.#system = new SystemDraft(draft);
  }

  private list(name: string): readonly Json[] {
    return asList(member(this.root, name));
  }

  private part(thing: Json) {
    const zone = asText(member(thing, 'inBoundary'));
    return {
      key: asText(member(thing, 'name')),
      name: asText(member(thing, 'name')),
      ...(zone === '' ? {} : { zone }),
      notes: asText(member(thing, 'description')),
      ...(member(thing, 'inScope') === false ? { outOfScope: '' } : {}),
      properties: propertiesOf(thing),
    };
  }

  read(): void {
    for (const boundary of this.list('boundaries')) this.#system.zone(this.part(boundary));
    for (const element of this.list('elements')) {
      const type = asText(member(element, '__class__'));
      this.#system.element({ ...this.part(element), kind: kindOf(type), type });
    }
    for (const flow of this.list('flows')) this.flow(flow);
    this.#system.draw('System');
    for (const element of this.list('elements')) this.findings(element, 'element');
    for (const flow of this.list('flows')) this.findings(flow, 'flow');
  }

  private flow(flow: Json): void {
    const data = this.dataOf(flow);
    this.#system.line({
      key: asText(member(flow, 'name')),
      name: asText(member(flow, 'name')),
      source: asText(member(flow, 'source')),
      target: asText(member(flow, 'sink')),
      notes: [asText(member(flow, 'description')), asText(member(flow, 'note'))]
        .filter((text) => text !== '')
        .join('\n'),
      properties: [...propertiesOf(flow), ...(data === '' ? [] : [['Data', data] as const])],
    });
  }

  /** Names of the data with its classification, which rules read: "Password, secret". */
  private dataOf(flow: Json): string {
    const known = this.list('data');
    return asList(member(flow, 'data'))
      .flatMap((name) => {
        const data = known.find((each) => asText(member(each, 'name')) === asText(name));
        const word = asText(member(data, 'classification'))
          .replace(/^Classification\./, '')
          .toLowerCase();
        return [asText(name), ...(word === '' || word === 'unknown' ? [] : [word])];
      })
      .join(', ');
  }

  /** What pytm found when it wrote the file. */
  private findings(thing: Json, kind: 'element' | 'flow'): void {
    const name = asText(member(thing, 'name'));
    for (const finding of asList(member(thing, 'findings'))) {
      const key = asText(member(finding, 'threat_id')) || asText(member(finding, 'id'));
      const severity = asText(member(finding, 'severity'));
      const threat = this.#system.threat({
        key: `${name}#${key}`,
        title: asText(member(finding, 'description')),
        description: asText(member(finding, 'details')) || asText(member(finding, 'description')),
        category: '',
        place: this.#system.place(kind, name),
        rating: {
          impact: severity === '' ? undefined : impactOf(severity),
          reason:
            severity === ''
              ? 'No severity in the imported file'
              : `Severity ${severity} in the imported file`,
        },
        status: { kind: 'open' },
      });
      const text = asText(member(finding, 'mitigations'));
      if (text === '') continue;
      const mitigation = this.#system.mitigation({
        key,
        title: text.slice(0, 120),
        text,
        status: { kind: 'open' },
      });
      this.#system.treat(threat, mitigation, {
        level: 'average',
        reason: 'The imported file does not rate the strength',
      });
    }
  }
}

export const pytm: Format = {
  id,
  name: 'pytm',
  recognises: (text) => {
    const keys = topLevelKeys(text);
    return keys.has('threatsFile') || (keys.has('isOrdered') && keys.has('onDuplicates'));
  },
  read: (text, input) => {
    const root = parseJson(text, input.limits);
    const draft = new ModelDraft(id, input);
    new Reader(draft, root).read();
    return draft.finish({
      name: asText(member(root, 'name')),
      description: asText(member(root, 'description')),
    });
  },
};
