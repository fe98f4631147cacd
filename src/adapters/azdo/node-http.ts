/** HTTP for the command line: a personal access token that goes nowhere else, and patience when the service asks. */
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { AccessError } from '../../app/ports';
import type { Http, HttpRequest, HttpResponse } from './http';
import { isConnectionLost, lostExchange } from './lost-exchange';
import { tokenRefusal } from './token-reach';

export interface NodeHttpSettings {
  /** Collection URL, e.g. https://dev.azure.com/contoso/. */
  readonly org: string;
  readonly token: string;
  /** Milliseconds. */
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
  /** A clock in milliseconds that never goes back. */
  readonly now?: () => number;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Told before nothing is sent for so many milliseconds because the service asked for it. */
  readonly onWait?: ((milliseconds: number) => void) | undefined;
}

/** Waits in milliseconds when a busy service names none; their number bounds the attempts. */
const waits = [1000, 4000, 15_000] as const;
/** At least so long where it names one and refuses again and again. Milliseconds. */
const laterWait = 15_000;
/** All waits for one answer together: longer than the service ever asked for; beyond it a person had better decide. */
const longestWait = 5 * 60_000;
const timeOut = 100_000;

/** Retry-After is a number of seconds or a date; undefined when it is neither. Answers milliseconds from `today`. */
export function retryAfter(header: string | null, today: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d+(\.\d+)?$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - today);
}

/**
 * Lets the event loop hear of connections that the service closed while the program was computing, as a plan over a
 * large backlog does for seconds: fetch would send over one of them, and a write that fails so may not be repeated.
 * A turn hears of it and a turn forgets the connection; a server in this very process needs one more to close it.
 */
async function hearOfClosedConnections(): Promise<void> {
  for (let left = 3; left > 0; left -= 1) await turn();
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = (await response.text()).replace(/^\uFEFF/, '');
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isRead({ method, intent }: HttpRequest): boolean {
  return method === 'GET' || (method === 'POST' && intent === 'read');
}

/** Before an attempt is repeated, in milliseconds; undefined when it was tried often enough. */
function pauseBefore(repeat: number, asked: number | undefined): number | undefined {
  if (asked === undefined) return waits[repeat - 1];
  return repeat === 1 ? asked : Math.max(asked, waits[repeat - 1] ?? laterWait);
}

class NodeHttp implements Http {
  // Private to the runtime too: printing this object cannot show the token.
  readonly #org: string;
  readonly #authorization: string;
  readonly #sleep: (milliseconds: number) => Promise<unknown>;
  readonly #now: () => number;
  readonly #fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly #onWait: ((milliseconds: number) => void) | undefined;
  /** Before this moment nothing is sent: the service asked for a pause, perhaps on a 200. */
  #quietUntil = 0;

  constructor({ org, token, sleep, now, fetch: send, onWait }: NodeHttpSettings) {
    this.#onWait = onWait;
    this.#org = org;
    this.#authorization = `Basic ${Buffer.from(`:${token}`).toString('base64')}`;
    this.#sleep = sleep ?? ((milliseconds) => wait(milliseconds));
    this.#now = now ?? (() => performance.now());
    this.#fetch = send ?? fetch;
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    const refusal = tokenRefusal(this.#org, request.url);
    if (refusal !== undefined) throw new AccessError('unreachable', refusal);
    let waited = 0;
    for (let attempt = 0; ; attempt += 1) {
      const response = await this.#once(request);
      // A 429 had no effect, so even a write may be sent again; a 503 leaves that open.
      const again = response.status === 429 || (response.status === 503 && isRead(request));
      if (!again) return response;
      const asked = retryAfter(response.headers.get('retry-after'), Date.now());
      const pause = pauseBefore(attempt + 1, asked);
      if (pause === undefined || waited + pause > longestWait) return response;
      waited += pause;
      this.#pauseFor(pause);
    }
  }

  #pauseFor(milliseconds: number): void {
    this.#quietUntil = Math.max(this.#quietUntil, this.#now() + Math.min(milliseconds, longestWait));
  }

  async #once(request: HttpRequest): Promise<HttpResponse> {
    const rest = this.#quietUntil - this.#now();
    if (rest > 0) {
      this.#onWait?.(rest);
      await this.#sleep(rest);
    }
    await hearOfClosedConnections();
    const response = await this.#answered(request);
    const asked = retryAfter(response.headers.get('retry-after'), Date.now());
    if (asked !== undefined) this.#pauseFor(asked);
    return response;
  }

  /** A read whose connection was closed under it is sent once more; a write may have been done, so it is not. */
  async #answered(request: HttpRequest): Promise<HttpResponse> {
    try {
      return await this.#exchange(request).catch((error: unknown) => {
        if (!isRead(request) || !isConnectionLost(error)) throw error;
        return this.#exchange(request);
      });
    } catch (error) {
      const { host } = new URL(request.url);
      throw new AccessError('unreachable', lostExchange(error, { host, seconds: timeOut / 1000 }));
    }
  }

  async #exchange({ method, url, body, contentType, accept }: HttpRequest): Promise<HttpResponse> {
    const headers: Record<string, string> = {
      Accept: accept ?? 'application/json',
      Authorization: this.#authorization,
      // Without it a wrong token is answered with a redirect to the sign-in page.
      'X-TFS-FedAuthRedirect': 'Suppress',
      ...(body === undefined ? {} : { 'Content-Type': contentType ?? 'application/json' }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    // A redirect could lead the token to another host.
    const options = { redirect: 'error', signal: AbortSignal.timeout(timeOut) } as const;
    const response = await this.#fetch(url, { method, headers, ...sent, ...options });
    return { status: response.status, headers: response.headers, body: await bodyOf(response) };
  }
}

/** HTTP with a personal access token. Throws AccessError `unreachable` for an `org` that may not get a token. */
export function createNodeHttp(settings: NodeHttpSettings): Http {
  const refusal = tokenRefusal(settings.org, settings.org);
  if (refusal !== undefined) throw new AccessError('unreachable', refusal);
  return new NodeHttp(settings);
}
