/** Keeps what passed over the wire, where a folder for it is named; off otherwise. For checks against the published specifications. */
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ORGANISATION } from '../organisation/identifiers';
import type { Headers } from './headers';
import type { RestRequest, RestResponse } from './rest';

/** The variable that names the folder. */
export const RECORD_VARIABLE = 'WITHOUT_RECORD';

/** One REST call and its answer; bodies are the raw texts, `path` begins with the organisation. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  /** Empty or with its question mark. */
  readonly query: string;
  readonly headers: RestRequest['headers'];
  readonly requestBody: string;
  readonly status: number;
  readonly responseHeaders: Headers;
  readonly responseBody: string;
}

export function exchangeOf(request: RestRequest, answer: RestResponse): Exchange {
  const query = request.query.toString();
  return {
    method: request.method,
    path: `/${ORGANISATION.name}${request.path}`,
    query: query === '' ? '' : `?${query}`,
    headers: request.headers,
    requestBody: request.body.toString('utf8'),
    status: answer.status,
    responseHeaders: answer.headers,
    responseBody: answer.body,
  };
}

export type Record = (exchange: Exchange) => void;

const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;
/** Numbers matter nowhere to a check of shapes, but for the version asked for and for how many a list says that it has. */
const NUMBER = /"count":\d+|api-version=[\w.-]+|\d+/g;

/**
 * A recorder that appends one line of JSON per exchange to a file of this process in `folder`. Exchanges that differ in
 * nothing but numbers, GUIDs and the port are kept once: a check of shapes sees the same in both.
 * Nothing secret is kept: the authorization is masked.
 */
export function recordTo(folder: string | undefined): Record {
  if (folder === undefined || folder === '') return () => undefined;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `exchanges-${process.pid}.ndjson`);
  const seen = new Set<string>();
  return (exchange) => {
    const key = likenessOf(exchange);
    if (seen.has(key)) return;
    seen.add(key);
    appendFileSync(file, `${JSON.stringify(masked(exchange))}\n`);
  };
}

function masked(exchange: Exchange): unknown {
  const { requestBody, responseBody, headers, ...rest } = exchange;
  return {
    ...rest,
    headers: headers['authorization'] === undefined ? headers : { ...headers, authorization: '***' },
    ...(requestBody === '' ? {} : { requestBody }),
    ...(responseBody === '' ? {} : { responseBody }),
  };
}

/** Equal for exchanges of which one is enough. */
function likenessOf(exchange: Exchange): string {
  const { method, path, query, headers, status, requestBody, responseBody } = exchange;
  const exact = [method, status, headers['accept'], headers['content-type'], headers['origin']];
  const like = [path, query, requestBody, responseBody].map((text) =>
    text.replace(GUID, 'G').replace(NUMBER, (found) => (/^\d/.test(found) ? '0' : found)),
  );
  return createHash('sha1')
    .update([...exact, ...like].join('\n'))
    .digest('base64');
}
