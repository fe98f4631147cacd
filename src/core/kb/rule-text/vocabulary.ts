/** What the rules of a package may name, for the parser of their text form. */
import type { KnowledgePackage } from '../package';
import type { RuleVocabulary } from './parse-rule';

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
