/** The store as one person may see it: what lies in an area that they may not read is not there for them at all. */
import { areaAccess } from '../organisation/permissions';
import { nodes, type ClassificationNode, type User } from '../organisation/types';
import type { Kind, OpenStore, Reader, Transaction } from '../store/store';
import { comments, revisions, workItems, type Comment, type Relation, type WorkItem } from './types';

type MayRead = (area: string) => boolean;

/**
 * Reads, queries and link targets alike go through this, so no endpoint can forget the question. The original answers
 * missing and forbidden items in the same words, and here they are the same case.
 * Whoever reads everything gets the store itself.
 */
export function seenBy(store: OpenStore, user: User): OpenStore {
  const access = areaAccess(store, user);
  if (!access.isRestricted) return store;
  const mayRead: MayRead = (area) => access.mayRead(area);
  const reader = seenReader(store, mayRead);
  const shown = <T>(of: Kind<T>, entity: T): T => seenPast(store, mayRead, of, entity);
  return {
    get: (of, key) => {
      const entity = reader.get(of, key);
      return entity === undefined ? undefined : shown(of, entity);
    },
    all: (of) => reader.all(of).map((entity) => shown(of, entity)),
    transact: (work) => store.transact((tx) => work(seenTransaction(tx, mayRead))),
    rehearse: (work) => store.rehearse((tx) => work(seenTransaction(tx, mayRead))),
  };
}

/**
 * The past of an item as it is told, without links to what is out of sight: its present leaves them out as links to
 * nothing. What is saved keeps them, so this is for reading alone.
 */
function seenPast<T>(below: Reader, mayRead: MayRead, of: Kind<T>, entity: T): T {
  if (of.name !== revisions.name) return entity;
  const isInSight = (relation: Relation): boolean => {
    if (relation.kind !== 'link') return true;
    const area = areaOf(below, workItems.name, { id: relation.target });
    return area === undefined || mayRead(area);
  };
  const { relations } = entity as WorkItem;
  return { ...entity, relations: relations.filter(isInSight) };
}

function seenTransaction(tx: Transaction, mayRead: MayRead): Transaction {
  const reader = seenReader(tx, mayRead);
  return {
    get: (of, key) => reader.get(of, key),
    all: (of) => reader.all(of),
    put: (of, key, entity) => tx.put(of, key, entity),
    remove: (of, key) => tx.remove(of, key),
  };
}

function seenReader(below: Reader, mayRead: MayRead): Reader {
  const isSeen = <T>(of: Kind<T>, entity: T): boolean => {
    const area = areaOf(below, of.name, entity);
    return area === undefined || mayRead(area);
  };
  return {
    get: (of, key) => {
      const entity = below.get(of, key);
      return entity !== undefined && isSeen(of, entity) ? entity : undefined;
    },
    all: (of) => below.all(of).filter((entity) => isSeen(of, entity)),
  };
}

/** The area that decides about an entity; of the past of an item it is the area of today. */
function areaOf(reader: Reader, family: string, entity: unknown): string | undefined {
  const ofItem = (id: number): string | undefined => {
    const area = reader.get(workItems, String(id))?.fields['System.AreaPath'];
    return area === undefined ? undefined : String(area);
  };
  switch (family) {
    case workItems.name:
    case revisions.name:
      return ofItem((entity as WorkItem).id);
    case comments.name:
      return ofItem((entity as Comment).workItemId);
    case nodes.name: {
      const node = entity as ClassificationNode;
      return node.group === 'areas' ? node.path : undefined;
    }
    default:
      return undefined;
  }
}
