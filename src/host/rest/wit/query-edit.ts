/** What making and changing a saved query share. */
import { problem } from '../../kernel/problem';
import type { Call } from '../../kernel/endpoint';
import type { World } from '../../organisation/world';
import { childrenOf, type QueryItem } from '../../queries/queries';
import type { Reader } from '../../store/store';
import { checkWiql } from './wiql-answer';

const LONGEST_NAME = 255;
const MOST_IN_FOLDER = 999;
const FORBIDDEN = /[\\/:*?"<>|;$\p{Cc}]/u;

/**
 * @param among the folder that the item is to lie in.
 * @param self the item itself, which may keep its name.
 * @throws Problem 400 for a name that is none or a full folder, 409 for a name that is taken.
 */
export function requireQueryName(
  reader: Reader,
  raw: string | undefined,
  among: QueryItem,
  self?: string,
): string {
  const name = raw?.trim() ?? '';
  if (name === '' || name.length > LONGEST_NAME || FORBIDDEN.test(name))
    throw problem(
      400,
      'InvalidQueryItemNameException',
      `TF401257: The name '${name.slice(0, 60)}' is not valid.`,
    );
  const others = childrenOf(reader, among, 'excluded').filter((child) => child.id !== self);
  if (others.some((child) => child.name.toLowerCase() === name.toLowerCase()))
    throw problem(
      409,
      'QueryItemDuplicateNameException',
      `TF237018: A query or folder named ${name} already exists in ${among.path}.`,
    );
  if (others.length >= MOST_IN_FOLDER)
    throw problem(
      400,
      'QueryItemLimitException',
      `A folder has at most ${MOST_IN_FOLDER} queries and folders.`,
    );
  return name;
}

/** @throws Problem 400 pointing into a query that cannot be run. */
export function requireWiql(call: Call, world: World, wiql: string | undefined): string {
  if (wiql === undefined || wiql.trim() === '')
    throw problem(400, 'VssPropertyValidationException', 'A query must have a wiql.');
  checkWiql(call, world, wiql);
  return wiql;
}
