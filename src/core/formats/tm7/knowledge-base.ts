/** The names that a .tm7 file's embedded knowledge base gives to its ids. Its rules are not read. */
import { ambiguousLabels } from '../tmt-knowledge/vocabulary';
import type { XmlElement } from '../xml-tree';
import { child, childText, childrenOf } from '../xml-tree';

export interface KnowledgeBaseNames {
  /** Stencil id -> name, generic and specific ones. */
  readonly stencils: ReadonlyMap<string, string>;
  /** Threat type id -> name of its category. */
  readonly categories: ReadonlyMap<string, string>;
  /** Labels of attributes, lower case, that several attributes have. */
  readonly ambiguous: ReadonlySet<string>;
  /** False when the file has no knowledge base, or an empty one. */
  readonly present: boolean;
}

function names(parent: XmlElement | undefined, item: string, value = 'Name'): Map<string, string> {
  const entries = childrenOf(parent, item).map(
    (one) => [childText(one, 'Id'), childText(one, value)] as const,
  );
  return new Map(entries.filter(([id, name]) => id !== '' && name !== ''));
}

/** Reads the `KnowledgeBase` child of the model's root. */
export function knowledgeBaseNames(model: XmlElement): KnowledgeBaseNames {
  const kb = child(model, 'KnowledgeBase');
  const generic = names(child(kb, 'GenericElements'), 'ElementType');
  const standard = names(child(kb, 'StandardElements'), 'ElementType');
  const categoryNames = names(child(kb, 'ThreatCategories'), 'ThreatCategory');
  const categoryIds = names(child(kb, 'ThreatTypes'), 'ThreatType', 'Category');
  return {
    stencils: new Map([...generic, ...standard]),
    categories: new Map([...categoryIds].map(([type, id]) => [type, categoryNames.get(id) ?? id])),
    ambiguous: ambiguousLabels(kb),
    present: generic.size + standard.size + categoryIds.size > 0,
  };
}
