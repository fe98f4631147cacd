/** Saved queries as REST shows them. */
import type { Call } from '../../kernel/endpoint';
import { enumValue, type Member } from '../../kernel/enums';
import { problem } from '../../kernel/problem';
import { Links, Url } from '../../kernel/wire';
import { identityRef } from '../../organisation/identity';
import { isProjectAdministrator } from '../../organisation/permissions';
import { users } from '../../organisation/types';
import type { World } from '../../organisation/world';
import { fieldReference, queryClauses, type FieldView } from '../../queries/clauses';
import { childrenOf, findQuery, type Deleted, type Looker, type QueryItem } from '../../queries/queries';
import type { Reader } from '../../store/store';
import { parseWiql } from '../../wiql/parser';
import type { Query } from '../../wiql/query';
import { witUrl } from '../addresses';

/** How much of an item, and of what lies below it, an answer shows. */
export interface QueryView {
  readonly call: Call;
  readonly world: World;
  readonly expand: Member<'QueryExpand'>;
  readonly deleted: Deleted;
}

/** The original reads two levels at once and no more. */
const DEEPEST = 2;

export function queryViewOf(call: Call, world: World): QueryView {
  return {
    call,
    world,
    expand: call.query.member('QueryExpand', '$expand') ?? 'none',
    deleted: call.query.flag('$includeDeleted') ? 'included' : 'excluded',
  };
}

/** @throws Problem 400 for more levels than the original reads. */
export function depthOf({ query }: Call): number {
  const depth = query.integer('$depth') ?? 0;
  if (depth <= DEEPEST) return depth;
  throw problem(
    400,
    'VssPropertyValidationException',
    `TF401256: The depth must be between 0 and ${DEEPEST}; it was ${depth}.`,
  );
}

export function lookerOf({ site, user }: Call): Looker {
  return { project: site.project, user };
}

/** @throws Problem 404 for a query that does not exist, or is somebody else's own. */
export function requireQuery(
  reader: Reader,
  call: Call,
  text: string,
  deleted: Deleted = 'excluded',
): QueryItem {
  const found = findQuery(reader, lookerOf(call), text, deleted);
  if (found) return found;
  throw problem(
    404,
    'QueryItemNotFoundException',
    `TF401243: The query ${text} does not exist, or you do not have permission to read it.`,
  );
}

/** Everybody writes their own; what the project shares is written by those who administer it. @throws Problem 403. */
export function requireQueryEditor({ user }: Call, item: QueryItem): void {
  if (!item.isPublic || isProjectAdministrator(user)) return;
  throw problem(
    403,
    'AccessCheckException',
    `TF401256: You do not have Write permissions for query ${item.path}.`,
  );
}

/** @throws Problem 403 for one of the two roots, which nobody changes. */
export function requireNoRoot(item: QueryItem): asserts item is QueryItem & { stored: object } {
  if (item.stored) return;
  throw problem(403, 'AccessCheckException', `TF401256: The folder ${item.path} cannot be changed.`);
}

export function queryItemShape(item: QueryItem, view: QueryView, depth: number): Record<string, unknown> {
  const { call, world, expand } = view;
  const children = item.isFolder ? childrenOf(world.store, item, view.deleted) : [];
  const self = `${witUrl(call.site)}/queries/${item.id}`;
  return {
    id: item.id,
    name: item.name,
    path: item.path,
    ...(expand === 'minimal' ? {} : history(item, view)),
    ...(item.isFolder ? { isFolder: true, hasChildren: children.length > 0 } : {}),
    ...(item.isFolder && depth > 0 && children.length > 0
      ? { children: children.map((child) => queryItemShape(child, view, depth - 1)) }
      : {}),
    ...(item.stored?.wiql === undefined || item.stored.wiql === null
      ? {}
      : definition(item.stored.wiql, view)),
    ...(item.isDeleted ? { isDeleted: true } : {}),
    isPublic: item.isPublic,
    _links: new Links({
      self,
      html: `${call.site.collectionUrl}/${call.site.project.name}/_queries/query/${item.id}`,
      ...(item.stored ? { parent: `${witUrl(call.site)}/queries/${item.stored.parentId}` } : {}),
    }),
    url: new Url(self),
  };
}

/** Who made and changed it, and who ran it last. */
function history(item: QueryItem, { call, world }: QueryView): Record<string, unknown> {
  const { stored } = item;
  if (!stored) return {};
  const person = (id: string): unknown => {
    const user = world.store.get(users, id);
    return user ? identityRef(user, call.site) : null;
  };
  return {
    createdBy: person(stored.createdBy),
    createdDate: new Date(stored.createdAt),
    lastModifiedBy: person(stored.modifiedBy),
    lastModifiedDate: new Date(stored.modifiedAt),
    ...(stored.executedBy === undefined || stored.executedAt === undefined
      ? {}
      : { lastExecutedBy: person(stored.executedBy), lastExecutedDate: new Date(stored.executedAt) }),
  };
}

/** What the query asks. A text that was fine once and no longer is says so and nothing else. */
function definition(wiql: string, { call, world, expand }: QueryView): Record<string, unknown> {
  if (expand === 'minimal') return {};
  const query = parsed(wiql);
  if (!query) return { wiql, isInvalidSyntax: true };
  const fields: FieldView = { site: call.site, fields: world.process.fields };
  const isLinks = query.from === 'workitemlinks';
  const type = !isLinks ? 'flat' : query.mode === 'recursive' ? 'tree' : 'oneHop';
  const brief = { queryType: enumValue('QueryType', type) };
  if (expand === 'none') return brief;
  return {
    ...brief,
    columns: query.select.map((name) => fieldReference(name.name, fields)),
    ...(query.orderBy.length === 0
      ? {}
      : {
          sortColumns: query.orderBy.map((one) => ({
            field: fieldReference(one.field.name, fields),
            descending: one.direction === 'descending',
          })),
        }),
    wiql,
    ...(expand === 'wiql' ? {} : { ...queryClauses(query, fields), ...linkMode(query) }),
  };
}

const MODES: Readonly<Record<Query['mode'], Member<'LinkQueryMode'>>> = {
  mustcontain: 'linksOneHopMustContain',
  maycontain: 'linksOneHopMayContain',
  doesnotcontain: 'linksOneHopDoesNotContain',
  recursive: 'linksRecursiveMayContain',
};

function linkMode(query: Query): Record<string, unknown> {
  if (query.from === 'workitems') return {};
  return {
    filterOptions: enumValue('LinkQueryMode', MODES[query.mode]),
    ...(query.mode === 'recursive'
      ? { queryRecursionOption: enumValue('QueryRecursionOption', 'parentFirst') }
      : {}),
  };
}

function parsed(wiql: string): Query | null {
  try {
    return parseWiql(wiql);
  } catch {
    return null;
  }
}
