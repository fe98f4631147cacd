/** Decides who is calling from the Authorization header alone; there are no cookies. */
import { timingSafeEqual } from 'node:crypto';
import type { User } from '../organisation/types';
import { problem } from './problem';

/** The token a user presents: the bare token for the owner, `TOKEN:name` for anybody else. */
export function tokenFor(user: User, users: readonly User[], ownerToken: string): string {
  return user.id === users[0]?.id ? ownerToken : `${ownerToken}:${localPart(user)}`;
}

/**
 * The user behind a header such as `Bearer TOKEN`, `Bearer TOKEN:sam` or `Basic base64(anything:TOKEN)`.
 * @throws Problem 401 with the original's body when there is none.
 */
export function signIn(authorization: string | undefined, users: readonly User[], ownerToken: string): User {
  const token = presentedToken(authorization);
  const user = userOf(token, users, ownerToken);
  if (user) return user;
  throw problem(
    401,
    'UnauthorizedRequestException',
    `TF400813: The user '${unknownName(token, ownerToken)}' is not authorized to access this resource.`,
  );
}

/** The name that stands after the right token and is nobody's; of a wrong token nothing is repeated. */
function unknownName(token: string | undefined, ownerToken: string): string {
  const isRight = token !== undefined && sameText(token.slice(0, ownerToken.length), ownerToken);
  return isRight && token[ownerToken.length] === ':' ? token.slice(ownerToken.length + 1) : '';
}

function presentedToken(authorization: string | undefined): string | undefined {
  const [scheme, value] = (authorization ?? '').trim().split(/\s+/, 2);
  if (value === undefined) return undefined;
  if (scheme?.toLowerCase() === 'bearer') return value;
  if (scheme?.toLowerCase() !== 'basic') return undefined;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon < 0 ? undefined : pair.slice(colon + 1);
}

function userOf(token: string | undefined, users: readonly User[], ownerToken: string): User | undefined {
  if (token === undefined || !sameText(token.slice(0, ownerToken.length), ownerToken)) return undefined;
  const rest = token.slice(ownerToken.length);
  if (rest === '') return users[0];
  if (!rest.startsWith(':')) return undefined;
  const name = rest.slice(1).toLowerCase();
  return users.find((user) => user.uniqueName.toLowerCase() === name || localPart(user) === name);
}

function localPart(user: User): string {
  return (user.uniqueName.split('@')[0] ?? user.uniqueName).toLowerCase();
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
