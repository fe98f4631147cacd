/** Reads a knowledge package: all of it, or none and the reasons. A package is hostile input, as every file is. */
import * as v from 'valibot';
import { impactLevels, probabilityLevels } from '../model/threat';
import type { StrideCategory } from '../model/threat';
import type { KnowledgeMitigation, KnowledgePackage, KnowledgeThreat } from './package';
import { PackageNames } from './package-names';
import { packageSchema } from './package-schema';
import type { MitigationFile, PackageFile, ThreatFile } from './package-schema';
import { ProblemList } from './problem';
import type { Problem } from './problem';
import { readRule } from './read-rule';
import { readEntityTypes, readProperty } from './read-types';
import type { Rule } from './rule';

export type PackageReading =
  | { readonly kind: 'package'; readonly package: KnowledgePackage }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

const strideOf: Readonly<Record<ThreatFile['stride'][number], StrideCategory>> = {
  S: 'spoofing',
  T: 'tampering',
  R: 'repudiation',
  I: 'information-disclosure',
  D: 'denial-of-service',
  E: 'elevation-of-privilege',
};

/** Two extended packages may both bring what they take from a third. */
function once<T extends { readonly id: string }>(entries: readonly T[]): readonly T[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

class PackageReader {
  readonly problems = new ProblemList();
  readonly #names: PackageNames;
  readonly #mitigations: ReadonlyMap<string, KnowledgeMitigation>;

  constructor(
    private readonly file: PackageFile,
    available: readonly KnowledgePackage[],
  ) {
    this.#names = new PackageNames(file, available, this.problems);
    this.#mitigations = new Map(
      (file.mitigations ?? []).map((each, at) => [each.id, this.mitigation(each, `mitigations[${at}]`)]),
    );
  }

  read(): KnowledgePackage {
    const { id, version, name } = this.file;
    const { extended } = this.#names;
    const own = readEntityTypes(this.file, this.#names, this.problems);
    return {
      id,
      version,
      name,
      properties: once([
        ...extended.flatMap(({ properties }) => properties),
        ...(this.file.properties ?? []).map(readProperty),
      ]),
      entityTypes: once([...extended.flatMap(({ entityTypes }) => entityTypes), ...own]),
      threats: (this.file.threats ?? []).flatMap((each, at) => this.threat(each, `threats[${at}]`) ?? []),
      mitigations: [...this.#mitigations.values()],
    };
  }

  private rule(json: unknown, place: string): Rule | undefined {
    const names = {
      resolveType: (reference: string) => this.#names.find('entityTypes', reference),
      resolveProperty: (reference: string) => this.#names.find('properties', reference),
    };
    return readRule(json, place, { names, problems: this.problems });
  }

  private mitigation(file: MitigationFile, place: string): KnowledgeMitigation {
    if (file.satisfiedWhen !== undefined) this.rule(file.satisfiedWhen, `${place}.satisfiedWhen`);
    this.#names.findAll('events', file.events, `${place}.events`);
    return {
      package: this.file.id,
      version: this.file.version,
      id: file.id,
      name: file.name,
      controlType: file.controlType,
      description: file.description,
      implement: file.implement ?? '',
      verify: (file.verify ?? []).map(({ how }) => how),
      acceptance: file.workItem?.acceptance ?? [],
      effort: file.effort,
      alternativeTo: this.#names.findAll('mitigations', file.alternativeTo, `${place}.alternativeTo`),
      requires: this.#names.findAll('mitigations', file.requires, `${place}.requires`),
    };
  }

  private severity({ severity }: ThreatFile, place: string): void {
    const scales = this.file.scales ?? {};
    const known = {
      probability: scales.probability?.map(({ id }) => id) ?? [...probabilityLevels],
      impact: scales.impact?.map(({ id }) => id) ?? [...impactLevels],
    };
    for (const scale of ['probability', 'impact'] as const)
      if (!known[scale].includes(severity[scale]))
        this.problems.add(`${place}.severity.${scale}`, `"${severity[scale]}" is not on the scale.`);
    severity.adjust?.forEach(({ when }, at) => this.rule(when, `${place}.severity.adjust[${at}].when`));
  }

  /** Its own, or that of an extended package: then a copy in a model says that it comes from there. */
  private linked(reference: string, place: string): KnowledgeMitigation | undefined {
    const lender = this.#names.extended.find((known) => reference.startsWith(`${known.id}:`));
    const [id] = this.#names.findAll('mitigations', [reference], place);
    if (id === undefined) return undefined;
    return lender ? lender.mitigations.find((each) => each.id === id) : this.#mitigations.get(id);
  }

  private treatments(file: ThreatFile, place: string): KnowledgeThreat['treatments'] {
    const seen = new Set<KnowledgeMitigation>();
    return file.mitigations.flatMap(({ ref, strength, when, top, rationale }, at) => {
      const here = `${place}.mitigations[${at}]`;
      if (when !== undefined) this.rule(when, `${here}.when`);
      const mitigation = this.linked(ref, `${here}.ref`);
      if (!mitigation) return [];
      if (seen.has(mitigation)) this.problems.add(here, `The mitigation "${ref}" is there twice.`);
      seen.add(mitigation);
      return { mitigation, strength, reason: rationale ?? '', top: top ?? false };
    });
  }

  private threat(file: ThreatFile, place: string): KnowledgeThreat | undefined {
    this.severity(file, place);
    this.#names.findAll('events', file.events, `${place}.events`);
    this.#names.findAll('questions', file.questions, `${place}.questions`);
    const when = this.rule(file.when, `${place}.when`);
    const unless = file.unless === undefined ? undefined : this.rule(file.unless, `${place}.unless`);
    const treatments = this.treatments(file, place);
    return (
      when && {
        package: this.file.id,
        id: file.id,
        name: file.name,
        description: file.description,
        withoutClause: file.withoutClause,
        stride: [...new Set(file.stride)].map((letter) => strideOf[letter]),
        cwe: file.refs?.cwe ?? [],
        tags: file.tags ?? [],
        anchor: file.anchor,
        when,
        unless,
        treatments,
        top: file.top ?? false,
      }
    );
  }
}

/**
 * The package, or every problem found (at most 50) with its place. Never throws, whatever the JSON holds. What it
 * extends must be among `available`; see readPackages for files in any order.
 */
export function readPackage(json: unknown, available: readonly KnowledgePackage[] = []): PackageReading {
  const parsed = v.safeParse(packageSchema, json);
  if (!parsed.success) {
    const problems = new ProblemList();
    for (const issue of parsed.issues) problems.add(v.getDotPath(issue) ?? 'package', issue.message);
    return { kind: 'refused', problems: problems.found };
  }
  const reader = new PackageReader(parsed.output, available);
  const read = reader.read();
  const { found } = reader.problems;
  return found.length > 0 ? { kind: 'refused', problems: found } : { kind: 'package', package: read };
}
