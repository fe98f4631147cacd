/** Reads a knowledge package: all of it, or none and the reasons. A package is hostile input, as every file is. */
import * as v from 'valibot';
import { contentHash } from './content-hash';
import { issuePlace } from './issue-place';
import { issueSentence } from './issue-sentence';
import { isTooDeep } from './json-depth';
import type { LocalChange, KnowledgeMitigation, KnowledgePackage } from './package';
import { EventReader } from './read-events';
import { PackageNames } from './package-names';
import { packageSchema } from './package-schema';
import type { MitigationFile, PackageFile } from './package-schema';
import { ProblemList } from './problem';
import type { Problem } from './problem';
import { QuestionReader } from './read-questions';
import { deepestRule, readRule } from './read-rule';
import { findCircles } from './requirement-circles';
import { ThreatReader } from './read-threats';
import { readEntityTypes, readProperty } from './read-types';
import type { Rule } from './rule';

export type PackageReading =
  | { readonly kind: 'package'; readonly package: KnowledgePackage }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** What the readers of parts share. */
export interface PackageContext {
  readonly file: PackageFile;
  readonly names: PackageNames;
  readonly problems: ProblemList;
  readonly rule: (json: unknown, place: string) => Rule | undefined;
  readonly optionalRule: (json: unknown, place: string) => Rule | undefined;
}

/** Two extended packages may both bring what they take from a third. */
function once<T extends { readonly id: string }>(entries: readonly T[]): readonly T[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

function contextOf(
  file: PackageFile,
  available: readonly KnowledgePackage[],
  problems: ProblemList,
): PackageContext {
  const names = new PackageNames(file, available, problems);
  const reading = {
    names: {
      resolveType: (reference: string) => names.find('entityTypes', reference),
      resolveProperty: (reference: string) => names.find('properties', reference),
      choicesOf: (property: string) => names.choicesOf(property),
    },
    problems,
  };
  const rule = (json: unknown, place: string) => readRule(json, place, reading);
  return {
    file,
    names,
    problems,
    rule,
    optionalRule: (json, place) => (json === undefined ? undefined : rule(json, place)),
  };
}

function readMitigation(
  context: PackageContext,
  file: MitigationFile,
  at: { readonly place: string; readonly events: EventReader },
): KnowledgeMitigation {
  const { names } = context;
  const { place, events } = at;
  return {
    package: context.file.id,
    version: context.file.version,
    id: file.id,
    hash: contentHash(file),
    name: file.name,
    controlType: file.controlType,
    description: file.description,
    implement: file.implement ?? '',
    verify: (file.verify ?? []).map(({ how }) => how),
    acceptance: file.workItem?.acceptance ?? [],
    effort: file.effort,
    alternativeTo: names.findAll('mitigations', file.alternativeTo, `${place}.alternativeTo`),
    requires: names.findAll('mitigations', file.requires, `${place}.requires`),
    satisfiedWhen: context.optionalRule(file.satisfiedWhen, `${place}.satisfiedWhen`),
    ...(file.status ? { status: file.status } : {}),
    events: events.linked(file.events, `${place}.events`),
    top: file.top ?? false,
    level: file.level ?? 2,
  };
}

/** As overlays say theirs, so that whoever meets an entry reads both alike. */
function ownChange(file: PackageFile, change: NonNullable<PackageFile['changes']>[number]): LocalChange {
  return { overlay: file.id, overlayName: file.name, package: file.id, what: [], ...change };
}

function readAll(context: PackageContext): KnowledgePackage {
  const { file, names, problems } = context;
  const { extended } = names;
  const events = new EventReader(context);
  const mitigations = new Map(
    (file.mitigations ?? []).map((each, at) => [
      each.id,
      readMitigation(context, each, { place: `mitigations[${at}]`, events }),
    ]),
  );
  findCircles([...mitigations.values()], problems);
  const threats = new ThreatReader(context, { mitigations, events });
  const questions = new QuestionReader(context);
  return {
    id: file.id,
    version: file.version,
    hash: contentHash(file),
    name: file.name,
    properties: once([
      ...extended.flatMap(({ properties }) => properties),
      ...(file.properties ?? []).map(readProperty),
    ]),
    entityTypes: once([
      ...extended.flatMap(({ entityTypes }) => entityTypes),
      ...readEntityTypes(file, names, problems),
    ]),
    threats: (file.threats ?? []).flatMap((each, at) => threats.read(each, `threats[${at}]`) ?? []),
    mitigations: [...mitigations.values()],
    questions: (file.questions ?? []).flatMap((each, at) => questions.read(each, `questions[${at}]`) ?? []),
    events: events.all,
    ...(file.changes ? { localChanges: file.changes.map((change) => ownChange(file, change)) } : {}),
    file,
  };
}

/**
 * The package, or every problem found (at most 50) with its place. Never throws, whatever the JSON holds. What it
 * extends must be among `available`; see readPackages for files in any order.
 */
export function readPackage(json: unknown, available: readonly KnowledgePackage[] = []): PackageReading {
  const problems = new ProblemList();
  const deep = isTooDeep(json);
  if (deep !== undefined) {
    problems.add(deep, `This is nested deeper than ${deepestRule} rules may be.`);
    return { kind: 'refused', problems: problems.found };
  }
  const parsed = v.safeParse(packageSchema, json);
  if (!parsed.success) {
    for (const issue of parsed.issues) problems.add(issuePlace(issue) || 'package', issueSentence(issue));
    return { kind: 'refused', problems: problems.found };
  }
  const read = readAll(contextOf(parsed.output, available, problems));
  const { found } = problems;
  return found.length > 0 ? { kind: 'refused', problems: found } : { kind: 'package', package: read };
}
