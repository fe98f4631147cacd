/** The response headers of the original: those of every REST answer and those for pages of other origins. */
import { randomUUID } from 'node:crypto';
import type { User } from '../organisation/types';
import type { ApiVersion } from './accept';

export type Headers = Record<string, string>;

const PROCESS_ID = randomUUID();

/** @param session the X-TFS-Session a client sent, which the original hands back. */
export function restHeaders(session: string | undefined, user: User | null): Headers {
  const activity = randomUUID();
  return {
    'cache-control': 'no-cache',
    pragma: 'no-cache',
    expires: '-1',
    activityid: activity,
    'x-tfs-session': session?.split(',')[0] ?? randomUUID(),
    'x-tfs-processid': PROCESS_ID,
    'x-vss-e2eid': activity,
    ...(user === null ? {} : { 'x-vss-userdata': `${user.id}:${user.uniqueName}` }),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
  };
}

export function jsonContentType(version: ApiVersion | null): string {
  return `application/json; charset=utf-8${version === null ? '' : `; api-version=${version.text}`}`;
}

/** Exactly the recorded list: an extension can read no other header, so a longer one would hide mistakes. */
const EXPOSED = 'ActivityId,X-TFS-Session,X-MS-ContinuationToken,X-VSS-GlobalMessage,ETag';
const ALLOWED =
  'authorization,content-type,x-tfs-fedauthredirect,x-tfs-session,x-vss-reauthenticationaction,accept';

/** CORS headers for a request that carries an Origin; none otherwise. */
export function corsHeaders(origin: string | undefined): Headers {
  if (origin === undefined) return {};
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'OPTIONS,GET,POST,PATCH,PUT,DELETE',
    'access-control-allow-headers': ALLOWED,
    'access-control-expose-headers': EXPOSED,
    'access-control-max-age': '3600',
  };
}
