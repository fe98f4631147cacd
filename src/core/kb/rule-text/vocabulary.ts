/** What the rules of a package may name, for the parser of their text form. */
import { asRecord } from '../json-record';
import type { KnowledgePackage } from '../package';
import type { RuleVocabulary } from './parse-rule';

/** What rules in the package's file may name: everything by plain id, what it takes from a package that it extends as `package:id` too. */
export function fileVocabulary(
  known: KnowledgePackage,
  packages: readonly KnowledgePackage[],
): RuleVocabulary {
  return vocabularyOf(known, [ownOf(known), ...extendedBy(known, packages)]);
}

const idsIn = ({ file }: KnowledgePackage, list: string): ReadonlySet<unknown> => {
  const given = file[list];
  return new Set((Array.isArray(given) ? (given as unknown[]) : []).map((each) => asRecord(each)?.['id']));
};

/** The package with the vocabulary that its own file brings, without what it takes from those that it extends. */
export function ownOf(known: KnowledgePackage): Pick<KnowledgePackage, 'id' | 'entityTypes' | 'properties'> {
  const [types, properties] = [idsIn(known, 'entityTypes'), idsIn(known, 'properties')];
  return {
    id: known.id,
    entityTypes: known.entityTypes.filter(({ id }) => types.has(id)),
    properties: known.properties.filter(({ id }) => properties.has(id)),
  };
}

export function extendedBy(
  known: KnowledgePackage,
  packages: readonly KnowledgePackage[],
): readonly KnowledgePackage[] {
  const extended = idsIn(known, 'extends');
  return packages.filter(({ id }) => extended.has(id));
}

/** By plain ids, those of extended packages included, as `package:id` too where `owner` says which package has them. */
export function vocabularyOf(
  known: Pick<KnowledgePackage, 'entityTypes' | 'properties'>,
  lenders: readonly Pick<KnowledgePackage, 'id' | 'entityTypes' | 'properties'>[] = [],
): RuleVocabulary {
  const types = new Set(known.entityTypes.map(({ id }) => id));
  const valuesOf = ({ type, values }: KnowledgePackage['properties'][number]) =>
    type === 'enum' ? values.map(({ id }) => id) : [];
  const properties = new Map(known.properties.map((each) => [each.id, valuesOf(each)]));
  for (const lender of lenders) {
    for (const { id } of lender.entityTypes) types.add(`${lender.id}:${id}`);
    for (const each of lender.properties) properties.set(`${lender.id}:${each.id}`, valuesOf(each));
  }
  return { types, properties };
}
