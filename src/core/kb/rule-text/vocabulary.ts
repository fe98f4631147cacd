/** What the rules of a package may name, for the parser of their text form. */
import { asRecord } from '../json-record';
import type { KnowledgePackage } from '../package';
import type { RuleVocabulary } from './parse-rule';

/** What rules in the package's file may name: its own by plain id, those of packages that it extends as `package:id`. */
export function fileVocabulary(
  known: KnowledgePackage,
  packages: readonly KnowledgePackage[],
): RuleVocabulary {
  const idsIn = (list: string) => {
    const given = known.file[list];
    const ids = (Array.isArray(given) ? (given as unknown[]) : []).map((each) => asRecord(each)?.['id']);
    return new Set(ids);
  };
  const [types, properties, extended] = [idsIn('entityTypes'), idsIn('properties'), idsIn('extends')];
  const own = {
    entityTypes: known.entityTypes.filter(({ id }) => types.has(id)),
    properties: known.properties.filter(({ id }) => properties.has(id)),
  };
  return vocabularyOf(own, [{ ...own, id: known.id }, ...packages.filter(({ id }) => extended.has(id))]);
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
