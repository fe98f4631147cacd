/** A link type as REST shows it; external links have fewer attributes. */
import type { Site } from '../../kernel/endpoint';
import { Url } from '../../kernel/wire';
import type { RelationType } from '../../work-items/relation-types';

export function relationTypeShape(type: RelationType, site: Site): Record<string, unknown> {
  const isLink = type.usage === 'workItemLink';
  const graph = {
    acyclic: type.topology !== 'network',
    directional: type.topology !== 'network',
    singleTarget: type.topology === 'tree' && type.isForward === false,
    topology: type.topology,
    isForward: type.isForward,
    oppositeEndReferenceName: type.opposite,
  };
  return {
    attributes: { usage: type.usage, editable: false, enabled: true, ...(isLink ? graph : {}) },
    referenceName: type.referenceName,
    name: type.name,
    url: new Url(`${site.collectionUrl}/_apis/wit/workItemRelationTypes/${type.referenceName}`),
  };
}
