/** A template of Threats Manager (.tmt), or the knowledge inside one of its models (.tm), as the file of a package. */
import { cut } from '../clean-text';
import type { Limits } from '../import-result';
import { Refusal } from '../import-result';
import type { Json } from '../json-value';
import { asNumber, asText, member, parseJson } from '../json-value';
import type { Report } from '../report';
import { decodeUtf8 } from '../text';
import { stopWhenLate } from '../time-is-up';
import type { RuleJson } from '../tmt-knowledge/filter';
import { never } from '../tmt-knowledge/filter';
import { Ids } from '../tmt-knowledge/ids';
import { memberOf } from './archive';
import type { TemplateAnchor } from './selection-rule';
import { always, isNever, RuleTranslator, ruleNode, templateAnchors } from './selection-rule';
import { lineIn, listOf, proseIn, TemplateVocabulary } from './vocabulary';
import { unwrapped } from './unwrap';

const members = ['threatmodeltemplate.json', 'threatmodel.json'];

/** Severities and strengths are numbers from 0 to 100; the nearest of ours. */
const impacts = ['negligible', 'minor', 'moderate', 'major', 'severe'] as const;
const strengths = ['negligible', 'weak', 'average', 'strong', 'maximum'] as const;
const nearest = <L>(levels: readonly [L, ...L[]], value: number | undefined): L =>
  levels[Math.max(0, Math.min(levels.length - 1, Math.round((value ?? 50) / 25)))] ?? levels[0];

const controlTypes = ['preventive', 'detective', 'corrective', 'recovery', 'deterrent'] as const;

/** Number fields changed their names between versions of the tool. */
const numberIn = (from: Json | undefined, ...names: readonly string[]): number | undefined =>
  names.map((name) => asNumber(member(from, name))).find((value) => value !== undefined);

const parts: readonly (readonly [string, string])[] = [
  ['actors', 'threat actors'],
  ['weaknesses', 'weaknesses'],
  ['vulnerabilities', 'vulnerabilities'],
];

class TemplateWriter {
  readonly #vocabulary: TemplateVocabulary;
  readonly #translator: RuleTranslator;
  /** Id of a property type -> its name. */
  readonly #propertyNames = new Map<string, string>();
  readonly #mitigationIds = new Ids();
  readonly #mitigations = new Map<string, string>();
  readonly #threatIds = new Ids();
  readonly #questionIds = new Ids();

  constructor(
    private readonly template: Json,
    private readonly report: Report,
    private readonly limits: Limits,
  ) {
    this.#vocabulary = new TemplateVocabulary(template, limits);
    this.#translator = new RuleTranslator(this.#vocabulary, report, limits);
    for (const schema of listOf(template, 'schemas'))
      for (const type of listOf(schema, 'propertyTypes'))
        this.#propertyNames.set(asText(member(type, 'id')), asText(member(type, 'name')));
  }

  write(): RuleJson {
    const mitigations = listOf(this.template, 'mitigations').flatMap((each) => this.mitigation(each));
    const threats = listOf(this.template, 'threatTypes').flatMap((each) => this.threat(each));
    const questions = this.questions();
    for (const [list, what] of parts)
      this.report.add(what, 'a package has none', listOf(this.template, list).length);
    const name = lineIn(this.template, 'name', 200) || 'Template without a name';
    const description = proseIn(this.template, 'description');
    return {
      kbSchema: 1,
      kind: 'package',
      id: `tms.${
        new Ids()
          .make(name)
          .match(/[a-z0-9]+/g)
          ?.join('-') ?? 'template'
      }`,
      version: '1.0.0',
      name,
      ...(description === '' ? {} : { description }),
      licence: 'LicenseRef-imported',
      // The vocabulary grows while rules are read.
      properties: this.#vocabulary.properties(),
      entityTypes: this.#vocabulary.entityTypes(),
      threats,
      mitigations,
      questions,
    };
  }

  /** The value of a property by its name. */
  private value(of: Json | undefined, name: string): Json | undefined {
    const found = listOf(of, 'properties').find(
      (each) => this.#propertyNames.get(asText(member(each, 'propertyTypeId'))) === name,
    );
    const value = member(found, 'value');
    // Some versions keep the object as the text of its JSON.
    return typeof value === 'string' && value.startsWith('{') ? parseJson(value, this.limits) : value;
  }

  private top(of: Json): RuleJson {
    const value = this.value(of, 'Top');
    return value === true || asText(value).toLowerCase() === 'true' ? { top: true } : {};
  }

  private mitigation(from: Json): readonly RuleJson[] {
    stopWhenLate(this.limits);
    const foreign = asText(member(from, 'id'));
    if (foreign === '' || this.#mitigations.has(foreign)) return [];
    const name = lineIn(from, 'name') || foreign;
    const id = this.#mitigationIds.make(name.slice(0, 60));
    const said = asText(member(from, 'controlType')).toLowerCase();
    const controlType = controlTypes.find((each) => each === said);
    if (controlType === undefined)
      this.report.add(
        'control types of mitigations',
        `"${cut(said, 40)}" is none here, so they count as preventive`,
      );
    this.#mitigations.set(foreign, id);
    return [
      {
        id,
        name,
        controlType: controlType ?? 'preventive',
        description: proseIn(from, 'description'),
        tags: ['imported'],
      },
    ];
  }

  /** One threat per kind of place at which its rule can hold. */
  private threat(from: Json): readonly RuleJson[] {
    stopWhenLate(this.limits);
    const foreign = asText(member(from, 'id'));
    const name = lineIn(from, 'name') || 'Threat without a name';
    const node = ruleNode(this.value(from, 'AutoGenRule'));
    const rules = templateAnchors.flatMap((anchor): [TemplateAnchor, RuleJson][] => {
      const when = node ? this.#translator.translate(node, anchor) : never;
      return isNever(when) ? [] : [[anchor, when]];
    });
    if (!node) this.report.add('rules of threats', 'they have none, so they are found nowhere by themselves');
    else if (rules.length === 0) this.report.add('rules of threats', 'nothing here can fulfil them');
    const places = rules.length > 0 ? rules : [['element', never] as const];
    const base = this.#threatIds.make(name.slice(0, 60));
    return places.map(([anchor, when], at) => ({
      id: at === 0 ? base : this.#threatIds.make(`${base}-${anchor}`),
      name,
      stride: [],
      otherCategories: ['Threats Manager'],
      description: proseIn(from, 'description'),
      severity: {
        probability: 'possible',
        impact: nearest(impacts, numberIn(from, 'severity', 'severityId')),
      },
      anchor,
      when,
      mitigations: this.links(from, anchor),
      ...this.top(from),
      tags: ['imported'],
      aliases: { tms: [foreign] },
    }));
  }

  private links(threat: Json, anchor: TemplateAnchor): readonly RuleJson[] {
    const seen = new Set<string>();
    return listOf(threat, 'mitigations').flatMap((link): readonly RuleJson[] => {
      stopWhenLate(this.limits);
      const ref = this.#mitigations.get(asText(member(link, 'mitigationId')));
      if (ref === undefined || seen.has(ref)) {
        this.report.add(
          'links to mitigations',
          ref === undefined ? 'the mitigation is not in the file' : 'they are there twice',
        );
        return [];
      }
      const node = ruleNode(this.value(link, 'AutoGenRule'));
      const when = node ? this.#translator.translate(node, anchor) : always;
      if (isNever(when)) return [];
      seen.add(ref);
      return [
        {
          ref,
          strength: nearest(strengths, numberIn(link, 'strength', 'strengthId')),
          ...(when === always ? {} : { when }),
          ...this.top(link),
        },
      ];
    });
  }

  /** They hang on the model: `{ questions: [{ text, rule, … }] }`. */
  private questions(): readonly RuleJson[] {
    return listOf(unwrapped(this.value(this.template, 'Questions')), 'questions').flatMap((from) => {
      stopWhenLate(this.limits);
      const text = proseIn(from, 'text');
      const node = ruleNode(member(from, 'rule'));
      if (text === '') return [];
      return templateAnchors.flatMap((anchor): readonly RuleJson[] => {
        const when = node ? this.#translator.translate(node, anchor) : anchor === 'model' ? always : never;
        if (isNever(when)) return [];
        const rationale = proseIn(from, 'rationale') || proseIn(from, 'background');
        return [
          {
            id: this.#questionIds.make(text.slice(0, 60)),
            text,
            rationale,
            anchor,
            when,
            ...this.top(from),
          },
        ];
      });
    });
  }
}

/** Whether a ZIP archive is one of Threats Manager's; undefined = it is not. Throws Refusal. */
export function templatePackageFile(bytes: Uint8Array, limits: Limits, report: Report): RuleJson | undefined {
  const packed = memberOf(bytes, members, limits);
  if (!packed) return undefined;
  const template = parseJson(decodeUtf8(packed), limits);
  if (listOf(template, 'threatTypes').length === 0)
    throw new Refusal(
      'This file of Threats Manager holds no threat types, so there is no knowledge to take.',
    );
  return new TemplateWriter(template, report, limits).write();
}
