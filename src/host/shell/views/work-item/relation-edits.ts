/** Unsaved links of a form: what is added and what is removed, over the relations that were read. */
import { isSameRelation, type Relation, type RelationEdits } from '../../rest/work-item';

function without(relations: readonly Relation[], gone: readonly Relation[]): readonly Relation[] {
  return relations.filter((each) => !gone.some((other) => isSameRelation(each, other)));
}

function has(relations: readonly Relation[], one: Relation): boolean {
  return relations.some((each) => isSameRelation(each, one));
}

/** The links as they will be after a save. */
export function effectiveRelations(read: readonly Relation[], edits: RelationEdits): readonly Relation[] {
  return [...without(read, edits.removed), ...edits.added];
}

/** Adding what was removed, or what is there, takes the removal back and adds nothing twice. */
export function withAdded(
  edits: RelationEdits,
  read: readonly Relation[],
  wanted: readonly Relation[],
): RelationEdits {
  const removed = without(edits.removed, wanted);
  const known = [...read, ...edits.added];
  const fresh = wanted.filter((each, place) => !has(known, each) && !has(wanted.slice(0, place), each));
  return { removed, added: [...edits.added, ...fresh] };
}

/** Removing what was only added forgets the addition; what is not there stays away. */
export function withRemoved(
  edits: RelationEdits,
  read: readonly Relation[],
  unwanted: readonly Relation[],
): RelationEdits {
  const gone = read.filter((each) => has(unwanted, each) && !has(edits.removed, each));
  return { added: without(edits.added, unwanted), removed: [...edits.removed, ...gone] };
}

/** The edits over another revision, which may have some of the links already, or no longer. */
export function rebasedRelations(edits: RelationEdits, read: readonly Relation[]): RelationEdits {
  return {
    added: edits.added.filter((each) => !has(read, each)),
    removed: edits.removed.filter((each) => has(read, each)),
  };
}

export function isRelationDirty({ added, removed }: RelationEdits): boolean {
  return added.length + removed.length > 0;
}
