/** A small organisation in memory for tests, and a way to make REST calls without a network. */
import { exchangeOf, RECORD_VARIABLE, recordTo } from '../kernel/record';
import { answerRest, type RestRequest, type RestService } from '../kernel/rest';
import { Router } from '../kernel/router';
import { sent } from '../kernel/sent';
import { users, type User } from '../organisation/types';
import type { World } from '../organisation/world';
import type { ProcessKey } from '../processes/process';
import { processes } from '../processes/processes';
import { endpoints } from '../rest/index';
import type { SeedFile, SeedWorkItem } from '../seeds/seed-file';
import { sow } from '../seeds/sow';
import { nowhere } from '../store/database';
import { Store } from '../store/store';

export const OWNER_TOKEN = 'secret';
/** A fixed day, so that sprints and dates in tests never move. */
export const TODAY = new Date('2026-03-11T10:00:00Z');

/** @param more what a test needs beside the one project, such as further teams or denied areas. */
export function testSeed(workItems: readonly SeedWorkItem[], more: Partial<SeedFile> = {}): SeedFile {
  return {
    team: { name: 'Shop Team' },
    users: [
      { displayName: 'Olivia Owner', uniqueName: 'olivia@shop.example', role: 'Owner' },
      { displayName: 'Sam Security', uniqueName: 'sam@shop.example', role: 'Security analyst' },
      { displayName: 'Rita Reader', uniqueName: 'rita@shop.example', role: 'Reader' },
    ],
    areas: ['Shop\\Checkout\\Card', 'Shop\\Catalogue'],
    iterations: [
      { name: 'Sprint 1', startDay: -17, finishDay: -4 },
      { name: 'Sprint 2', startDay: -3, finishDay: 10 },
    ],
    workItems,
    ...more,
  };
}

export function testWorld(
  workItems: readonly SeedWorkItem[] = [],
  key: ProcessKey = 'agile',
  more: Partial<SeedFile> = {},
): World {
  const store = new Store(nowhere);
  const process = processes[key];
  store.transact((tx) => sow({ tx, seed: testSeed(workItems, more), process, now: TODAY }));
  return { store, process, extensions: [], clock: () => TODAY };
}

export function ownerOf(world: World): User {
  const owner = world.store.all(users)[0];
  if (!owner) throw new Error('The test organisation has no owner.');
  return owner;
}

const READING = 'application/json;api-version=7.2-preview';

export interface TestCall {
  readonly method?: string;
  /** Below the organisation, with its query: `/Shop/_apis/wit/workItems/1?api-version=7.1`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface TestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Parsed; undefined for an empty body. */
  readonly json: unknown;
}

/**
 * Calls with the owner's token, the content type the body needs and, to read, a version, unless the headers say otherwise.
 * @param traffic "unrecorded" for calls that are no sensible requests: a published description says nothing about them.
 */
export function restCaller(
  world: World,
  traffic: 'recorded' | 'unrecorded' = 'recorded',
): (call: TestCall) => TestAnswer {
  const service: RestService = { world, router: new Router(endpoints), ownerToken: OWNER_TOKEN };
  const record = recordTo(traffic === 'recorded' ? process.env[RECORD_VARIABLE] : undefined);
  return ({ method = 'GET', path, headers = {}, body }) => {
    const url = new URL(`http://127.0.0.1:9/local${path}`);
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    const patch = Array.isArray(body) && !/batch/i.test(path) ? '-patch+json' : '';
    const request: RestRequest = {
      method,
      path: url.pathname.slice('/local'.length),
      query: url.searchParams,
      headers: {
        authorization: `Bearer ${OWNER_TOKEN}`,
        ...(method === 'GET' && !url.searchParams.has('api-version') ? { accept: READING } : {}),
        'content-type': `application/json${patch}`,
        ...headers,
      },
      body: Buffer.from(text),
      site: { origin: url.origin, collectionUrl: `${url.origin}/local` },
    };
    const response = answerRest(service, request);
    record(exchangeOf(request, response));
    const json: unknown = response.body === '' ? undefined : JSON.parse(response.body);
    return { status: response.status, headers: response.headers, text: response.body, json };
  };
}

/** The typeKey of an error answer, HttpError where the web framework answered, or the status when it is no error. */
export function outcome(answer: TestAnswer): string | number {
  const said: unknown = sent(sent(answer.json, 'value'), 'Message');
  const key = answer.status >= 400 && said !== undefined ? 'HttpError' : sent(answer.json, 'typeKey');
  return typeof key === 'string' ? `${answer.status} ${key}` : answer.status;
}
