/** A TMT knowledge base (a template, or the copy inside a model) as the file of a knowledge package. */
import { impactOf, strideOf } from '../classification';
import { cleanLine, cleanProse, cut } from '../clean-text';
import { htmlToText } from '../html-text';
import { normalised, titleOf } from '../mitigation-text';
import type { Limits } from '../import-result';
import type { Report } from '../report';
import { stopWhenLate } from '../time-is-up';
import type { XmlElement } from '../xml-tree';
import { child, childText, childrenOf } from '../xml-tree';
import type { RuleJson } from './filter';
import { FilterError, never, parseFilter } from './filter';
import { Ids } from './ids';
import { Vocabulary } from './vocabulary';

const letterOf = {
  spoofing: 'S',
  tampering: 'T',
  repudiation: 'R',
  'information-disclosure': 'I',
  'denial-of-service': 'D',
  'elevation-of-privilege': 'E',
} as const;

/** "1.0.0.33" -> "1.0.0-33": a package has three numbers, and the fourth still tells versions apart. */
function versionOf(text: string): string {
  const [major = 0, minor = 0, patch = 0, build] = (text.match(/\d+/g) ?? []).map((part) => Number(part));
  return `${major}.${minor}.${patch}${build === undefined ? '' : `-${build}`}`;
}

/** Templates put the manifest into attributes; the copy inside a model has elements. */
function manifestOf(kb: XmlElement): (name: string) => string {
  const manifest = child(kb, 'Manifest');
  return (name) =>
    cleanLine(
      manifest?.attributes[name.toLowerCase()] ??
        childText(manifest, name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()),
    );
}

/** TMT writes `{source.Name}`; packages write `{source.name}`. */
const placeholders = (text: string) =>
  text.replace(/\{(source|target|flow)\.name\}/gi, (_, subject: string) => `{${subject.toLowerCase()}.name}`);

class PackageWriter {
  readonly #vocabulary: Vocabulary;
  readonly #categories: ReadonlyMap<string, string>;
  readonly #threatIds = new Ids();
  readonly #mitigationIds = new Ids();
  /** Normalised text -> the mitigation: one per distinct text. */
  readonly #mitigations = new Map<string, RuleJson & { readonly id: string }>();

  constructor(
    private readonly kb: XmlElement,
    private readonly report: Report,
    private readonly limits: Limits,
  ) {
    this.#vocabulary = new Vocabulary(kb, limits);
    this.#categories = new Map(
      childrenOf(child(kb, 'ThreatCategories'), 'ThreatCategory').map((category) => [
        childText(category, 'Id'),
        cleanLine(childText(category, 'Name')),
      ]),
    );
  }

  write(): RuleJson {
    const manifest = manifestOf(this.kb);
    const name = manifest('name') || 'Template of the Microsoft Threat Modeling Tool';
    const threats = childrenOf(child(this.kb, 'ThreatTypes'), 'ThreatType').map((type) => this.threat(type));
    return {
      kbSchema: 1,
      kind: 'package',
      id: `tmt.${new Ids().make(name).replace(/[^a-z0-9]+/g, '-')}`,
      version: versionOf(manifest('version')),
      name: cut(name, 200),
      description: `From a template of the Microsoft Threat Modeling Tool, version ${manifest('version') || 'unknown'}.`,
      ...(manifest('author') === '' ? {} : { publisher: cut(manifest('author'), 200) }),
      licence: 'LicenseRef-imported',
      // The vocabulary grows while filters are read.
      properties: this.#vocabulary.properties(),
      entityTypes: this.#vocabulary.entityTypes(),
      threats,
      mitigations: [...this.#mitigations.values()],
    };
  }

  private threat(type: XmlElement): RuleJson {
    stopWhenLate(this.limits);
    const foreignId = childText(type, 'Id');
    const plain = (name: string) => placeholders(htmlToText(childText(type, name)));
    const filters = child(type, 'GenerationFilters');
    const include = this.filter(childText(filters, 'Include')) ?? never;
    const exclude = this.filter(childText(filters, 'Exclude'));
    const categoryId = childText(type, 'Category');
    const category = this.#categories.get(categoryId) ?? categoryId;
    const stride = strideOf(category).map((each) => letterOf[each]);
    const mitigation = this.mitigation(htmlToText(metadata(type, 'PossibleMitigations')));
    return {
      id: this.#threatIds.make(foreignId),
      name: cut(cleanLine(plain('ShortTitle')), 900) || foreignId || 'Threat without a title',
      stride,
      ...(stride.length > 0 ? {} : { otherCategories: [category || 'none'] }),
      description: cut(cleanProse(plain('Description')), 9000),
      severity: { probability: 'possible', impact: impactOf(metadata(type, 'Priority')) },
      anchor: 'flow',
      when: include,
      ...(exclude ? { unless: exclude } : {}),
      mitigations: mitigation ? [{ ref: mitigation, strength: 'average' }] : [],
      aliases: { tmt: [foreignId] },
    };
  }

  private filter(text: string): RuleJson | undefined {
    try {
      return parseFilter(text, this.#vocabulary);
    } catch (error) {
      if (!(error instanceof FilterError)) throw error;
      this.report.add('generation filters', `they cannot be read, for example: ${error.message}`);
      return never;
    }
  }

  /** A draft: the template has one text per threat, and neither strength nor kind of control. */
  private mitigation(text: string): string | undefined {
    const key = normalised(text);
    if (key === '') return undefined;
    const there = this.#mitigations.get(key);
    if (there) return there.id;
    const name = titleOf(text);
    const id = this.#mitigationIds.make(name.slice(0, 60));
    this.#mitigations.set(key, {
      id,
      name: cut(name, 200),
      controlType: 'preventive',
      description: cut(cleanProse(text), 9000),
      tags: ['draft'],
    });
    return id;
  }
}

/** The first value of a threat type's property. */
function metadata(type: XmlElement, name: string): string {
  const datum = childrenOf(child(type, 'PropertiesMetaData'), 'ThreatMetaDatum').find(
    (each) => childText(each, 'Name') === name,
  );
  return child(datum, 'Values')?.children[0]?.text ?? '';
}

/** The package file; filters that cannot be read find nothing and are reported. Throws Refusal when the time is up. */
export function tmtPackageFile(kb: XmlElement, report: Report, limits: Limits): RuleJson {
  return new PackageWriter(kb, report, limits).write();
}
