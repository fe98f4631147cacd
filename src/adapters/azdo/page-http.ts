/** HTTP from an extension page: the host's token, one short queue, and patience when the service asks for it. */
import { AccessError } from '../../app/ports';
import type { Http, HttpRequest, HttpResponse } from './http';

/** At most so many requests at once: a page must not eat the person's rate limit (platform facts 4.3). */
const atOnce = 4;
/** Waits after 429 and 503 in milliseconds; Retry-After cannot be read across origins, so they grow by themselves. */
const waits = [1000, 3000, 9000, 20_000];

export interface PageHttpSettings {
  /** A fresh token of the signed-in person; short-lived, so asked for by request. */
  readonly token: () => Promise<string>;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Told before nothing is sent for so many milliseconds because the service asked for it. */
  readonly onWait: (milliseconds: number) => void;
  /** 0 to 1: spreads the waits of pages that were throttled together. */
  readonly jitter: () => number;
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return text;
  }
}

const mayRepeat = (request: HttpRequest): boolean => request.method === 'GET' || request.intent === 'read';

export class PageHttp implements Http {
  readonly #settings: PageHttpSettings;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(settings: PageHttpSettings) {
    this.#settings = settings;
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    await this.#enter();
    try {
      return await this.#patiently(request);
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #enter(): Promise<void> {
    if (this.#running >= atOnce) await new Promise<void>((go) => this.#waiting.push(go));
    this.#running += 1;
  }

  async #patiently(request: HttpRequest): Promise<HttpResponse> {
    const { sleep, jitter, onWait } = this.#settings;
    for (const wait of waits) {
      const response = await this.#once(request);
      // A 429 had no effect, so even a write may be sent again; a 503 leaves that open.
      const again = response.status === 429 || (response.status === 503 && mayRepeat(request));
      if (!again) return response;
      const pause = wait * (1 + jitter());
      onWait(pause);
      await sleep(pause);
    }
    return this.#once(request);
  }

  async #once(request: HttpRequest): Promise<HttpResponse> {
    const { token, fetch } = this.#settings;
    const headers: Record<string, string> = {
      Accept: request.accept ?? 'application/json',
      Authorization: `Bearer ${await token()}`,
      // Without it the service answers an expired token with a sign-in page instead of 401 (platform facts 5.3).
      'X-TFS-FedAuthRedirect': 'Suppress',
    };
    const init: RequestInit = { method: request.method, headers, credentials: 'omit' };
    if (request.body !== undefined) {
      headers['Content-Type'] = request.contentType ?? 'application/json';
      init.body = JSON.stringify(request.body);
    }
    try {
      const response = await fetch(request.url, init);
      return { status: response.status, headers: response.headers, body: await jsonOf(response) };
    } catch {
      throw new AccessError(
        'unreachable',
        'Azure DevOps cannot be reached; check the connection and try again.',
      );
    }
  }
}
