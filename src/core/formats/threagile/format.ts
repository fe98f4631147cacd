/** Threagile: technical assets with their links, trust boundaries that hold them, and risks that somebody wrote down. */
import type { Element } from '../../model/diagram-parts';
import type { ImpactLevel, Place, ProbabilityLevel } from '../../model/threat';
import { htmlToText } from '../html-text';
import type { Format } from '../import-result';
import { Refusal } from '../import-result';
import type { Json } from '../json-value';
import { asList, asObject, asText, member } from '../json-value';
import { ModelDraft } from '../model-draft';
import { SystemDraft } from '../system-draft';
import { parseYaml } from '../yaml-value';

const id = 'threagile';

const kinds: Readonly<Record<string, Element['kind']>> = {
  'external-entity': 'external',
  process: 'process',
  datastore: 'store',
};
const likelihoods: Readonly<Record<string, ProbabilityLevel>> = {
  unlikely: 'unlikely',
  likely: 'possible',
  'very-likely': 'likely',
  frequent: 'almost-certain',
};
const impacts: Readonly<Record<string, ImpactLevel>> = {
  low: 'minor',
  medium: 'moderate',
  high: 'major',
  'very-high': 'severe',
};

const entries = (value: Json | undefined): readonly (readonly [string, Json])[] =>
  Object.entries(asObject(value) ?? {});
const ids = (value: Json | undefined): readonly string[] => asList(value).map(asText);

/** Read elsewhere; every other simple value is a property. */
const notProperties: ReadonlySet<string> = new Set(
  'id description type communication_links out_of_scope justification_out_of_scope technology target'.split(
    ' ',
  ),
);
function propertiesOf(thing: Json): readonly (readonly [string, string])[] {
  return entries(thing).flatMap(([name, value]) => {
    if (notProperties.has(name)) return [];
    if (typeof value === 'boolean') return [[name, value ? 'Yes' : 'No'] as const];
    const text = asText(value) || ids(value).join(', ');
    return text === '' ? [] : [[name, text] as const];
  });
}

class Reader {
  readonly #system: SystemDraft;
  readonly #assets: readonly (readonly [string, Json])[];

  constructor(
    private readonly draft: ModelDraft,
    private readonly root: Json,
  ) {
    this.#system = new SystemDraft(draft);
    this.#assets = entries(member(root, 'technical_assets'));
  }

  read(): void {
    const boundaries = entries(member(this.root, 'trust_boundaries'));
    const outer = (what: 'technical_assets_inside' | 'trust_boundaries_nested') =>
      new Map(
        boundaries.flatMap(([, boundary]) =>
          ids(member(boundary, what)).map((inner) => [inner, asText(member(boundary, 'id'))] as const),
        ),
      );
    const [holders, nests] = [outer('technical_assets_inside'), outer('trust_boundaries_nested')];
    for (const [name, boundary] of boundaries) {
      const key = asText(member(boundary, 'id'));
      this.#system.zone({
        key,
        name,
        zone: nests.get(key),
        notes: this.text(boundary),
        properties: propertiesOf(boundary),
      });
    }
    for (const [name, asset] of this.#assets)
      this.asset(name, asset, holders.get(asText(member(asset, 'id'))));
    for (const [, asset] of this.#assets) this.links(asset);
    this.#system.draw('System');
    for (const [name, category] of entries(member(this.root, 'individual_risk_categories')))
      this.category(name, category);
    this.reportRest();
  }

  private text(thing: Json): string {
    return htmlToText(asText(member(thing, 'description')));
  }

  private asset(name: string, asset: Json, zone: string | undefined): void {
    const out = member(asset, 'out_of_scope') === true;
    this.#system.element({
      key: asText(member(asset, 'id')),
      name,
      kind: kinds[asText(member(asset, 'type'))] ?? 'process',
      type: asText(member(asset, 'technology')),
      zone,
      notes: this.text(asset),
      ...(out ? { outOfScope: asText(member(asset, 'justification_out_of_scope')) } : {}),
      properties: propertiesOf(asset),
    });
  }

  private links(asset: Json): void {
    const source = asText(member(asset, 'id'));
    for (const [name, link] of entries(member(asset, 'communication_links')))
      this.#system.line({
        key: `${source}>${name}`,
        name,
        source,
        target: asText(member(link, 'target')),
        notes: this.text(link),
        properties: propertiesOf(link),
      });
  }

  private category(name: string, category: Json): void {
    const action = asText(member(category, 'action'));
    const mitigation = this.#system.mitigation({
      key: asText(member(category, 'id')) || name,
      title: action || `Mitigate: ${name}`,
      text: htmlToText(asText(member(category, 'mitigation'))),
      verify: htmlToText(asText(member(category, 'check'))),
      status: { kind: 'open' },
    });
    for (const [title, risk] of entries(member(category, 'risks_identified'))) {
      const [likelihood, impact] = [
        asText(member(risk, 'exploitation_likelihood')),
        asText(member(risk, 'exploitation_impact')),
      ];
      const threat = this.#system.threat({
        key: `${name}#${title}`,
        title: htmlToText(title),
        description: [this.text(category), htmlToText(asText(member(category, 'impact')))]
          .join('\n\n')
          .trim(),
        category: asText(member(category, 'stride')).replaceAll('-', ' '),
        place: this.placeOf(risk),
        rating: {
          probability: likelihoods[likelihood],
          impact: impacts[impact],
          reason: `Likelihood ${likelihood || 'not given'}, impact ${impact || 'not given'} in the imported file`,
        },
        status: { kind: 'open' },
      });
      this.#system.treat(threat, mitigation, {
        level: 'average',
        reason: 'The imported file does not rate the strength',
      });
    }
  }

  private placeOf(risk: Json): Place {
    const at = (name: string) => asText(member(risk, name));
    const element = this.#system.place('element', at('most_relevant_technical_asset'));
    if (element.kind !== 'model') return element;
    return this.#system.place('boundary', at('most_relevant_trust_boundary'));
  }

  private reportRest(): void {
    const { report } = this.draft;
    const left: readonly (readonly [string, string, string])[] = [
      ['data_assets', 'data assets', 'elements and flows keep their ids'],
      ['shared_runtimes', 'shared runtimes', 'a model has no such things here'],
      [
        'risk_tracking',
        'tracked risks',
        'they are about threats that the tool computes, and are not in the file',
      ],
      ['questions', 'questions', 'questions come from the knowledge packages here'],
      ['abuse_cases', 'abuse cases', 'they name no place of the system'],
      ['security_requirements', 'security requirements', 'they name nothing that would realise them'],
    ];
    for (const [part, what, why] of left) report.add(what, why, entries(member(this.root, part)).length);
  }
}

export const threagile: Format = {
  id,
  name: 'Threagile',
  recognises: (text) => /^\s*"?threagile_version"?\s*:/m.test(text.slice(0, 4000)),
  read: (text, input) => {
    const root = parseYaml(text, input);
    if (!asObject(member(root, 'technical_assets')))
      throw new Refusal(
        'This looks like a Threagile file, but it holds no technical assets, so there is nothing to read.',
      );
    const draft = new ModelDraft(id, input);
    new Reader(draft, root).read();
    const overview = htmlToText(asText(member(member(root, 'technical_overview'), 'description')));
    return draft.finish({ name: asText(member(root, 'title')), description: overview });
  },
};
