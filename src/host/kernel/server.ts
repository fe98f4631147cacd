/** The HTTP server: sorts requests by host and path and writes the answers. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { answerControl, CONTROL_LIMIT, CONTROL_PREFIX, type ControlService } from '../faults/control';
import { answerDisturbed } from '../faults/disturb';
import { ORGANISATION } from '../organisation/identifiers';
import { readBody } from './body';
import type { ServerAddress } from './endpoint';
import { exchangeOf, type Record } from './record';
import type { RestRequest } from './rest';
import { serveExtensionFile } from './extension-files';
import { serveFile } from './files';
import { corsHeaders, type Headers } from './headers';
import { readHostName } from './host-name';
import { logError } from './log';
import { addressOf, BOARD_PATH, bootstrap, renderPage } from './pages';
import { Problem } from './problem';
import { isInvalidUrl } from './safe-path';

export interface ServedWorld extends ControlService {
  readonly shellDir: string;
  readonly storage: 'allowed' | 'blocked';
  readonly record: Record;
}

interface Service extends ServedWorld {
  closeIdleConnections(): void;
}

/** Answers on a server that may listen already: what is seeded holds its address. */
export function serve(server: Server, world: ServedWorld): void {
  const service = { ...world, closeIdleConnections: () => server.closeIdleConnections() };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    handle(service, request, response).catch((error: unknown) => {
      // Whoever sent it has gone, in the middle of a body perhaps: there is nobody to tell and nothing to mend.
      if (request.destroyed && !request.complete) return;
      logError(`${request.method ?? ''} ${request.url ?? ''} failed:`, error);
      if (!response.headersSent) send(response, 500, {}, 'The server failed. Its console shows the cause.');
      else response.destroy();
    });
  });
}

async function handle(service: Service, request: IncomingMessage, response: ServerResponse): Promise<void> {
  keepForOneCall(service, response);
  const host = readHostName(request.headers.host);
  if (host.kind === 'refused')
    return send(response, 400, {}, 'This server answers to 127.0.0.1, localhost and *.localhost only.');
  // The target is read relative to a fixed base: an absolute one in the request line must not choose the host.
  const target = isInvalidUrl(request.url ?? '/') ? null : safeUrl(request.url ?? '/');
  if (!target) return send(response, 400, {}, 'Bad Request - Invalid URL');
  if (host.kind === 'gallery')
    return sendGalleryFile(service, { publisher: host.publisher, target, request }, response);
  if (isRest(target.pathname)) return sendRest(service, target, request, response);
  if (target.pathname.startsWith(CONTROL_PREFIX)) return sendControl(service, target, request, response);
  return sendPage(service, target, request, response);
}

function safeUrl(target: string): URL | null {
  try {
    return new URL(target.startsWith('/') ? `http://host.invalid${target}` : 'http://host.invalid/');
  } catch {
    return null;
  }
}

const PREFIX = `/${ORGANISATION.name}`;

function isRest(path: string): boolean {
  return path.toLowerCase().startsWith(`${PREFIX}/`) && /\/_apis(\/|$)/i.test(path);
}

function siteOf(request: IncomingMessage): ServerAddress {
  const origin = `http://${request.headers.host ?? ''}`;
  return { origin, collectionUrl: origin + PREFIX };
}

async function sendRest(
  service: Service,
  target: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : value,
    ]),
  );
  let body: Buffer;
  try {
    body = await readBody(request);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const type = { 'content-type': 'application/json; charset=utf-8', ...corsHeaders(headers['origin']) };
    return send(response, error.status, type, JSON.stringify(error.envelope()));
  }
  const call: RestRequest = {
    method: request.method ?? 'GET',
    path: target.pathname.slice(PREFIX.length),
    query: target.searchParams,
    headers,
    body,
    site: siteOf(request),
  };
  const answer = await answerDisturbed(service, service.disturbances, call);
  if (answer === null) return void request.socket.destroy();
  service.record(exchangeOf(call, answer));
  send(response, answer.status, answer.headers, answer.body);
}

/**
 * While a fault breaks connections none is used twice: a browser repeats a call by itself when a connection that it has
 * used (or only opened) before breaks, so that the call would be struck and succeed all the same.
 */
function keepForOneCall(service: Service, response: ServerResponse): void {
  if (!service.disturbances.faults.isDropping) return;
  response.setHeader('connection', 'close');
  service.closeIdleConnections();
}

/** The control endpoint of this server, which the original has not. */
async function sendControl(
  service: Service,
  target: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let body: Buffer;
  try {
    body = await readBody(request, CONTROL_LIMIT);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return send(response, error.status, {}, error.message);
  }
  const answer = answerControl(service, {
    method: request.method ?? 'GET',
    path: target.pathname,
    authorization: request.headers.authorization,
    from: request.socket.remoteAddress,
    body: body.toString('utf8'),
  });
  keepForOneCall(service, response);
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  send(response, answer.status, headers, answer.value === undefined ? '' : JSON.stringify(answer.value));
}

interface GalleryCall {
  readonly publisher: string;
  readonly target: URL;
  readonly request: IncomingMessage;
}

function sendGalleryFile(
  service: Service,
  { publisher, target, request }: GalleryCall,
  response: ServerResponse,
): void {
  if (request.method === 'OPTIONS') return send(response, 200, corsHeaders(request.headers.origin), '');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return send(response, 405, {}, 'Only GET is supported.');
  const found = serveExtensionFile(service.world.extensions, {
    publisher,
    path: target.pathname,
    acceptEncoding: single(request.headers['accept-encoding']),
    ifNoneMatch: request.headers['if-none-match'],
  });
  if (!found) return send(response, 404, { 'access-control-allow-origin': '*' }, 'There is no such file.');
  send(response, found.status, found.headers, found.body);
}

function sendPage(service: Service, target: URL, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return send(response, 405, {}, 'Only GET is supported.');
  const path = target.pathname;
  if (path === '/') return send(response, 302, { location: BOARD_PATH }, '');
  if (path.startsWith('/_static/'))
    return sendStatic(service, path.slice('/_static/'.length), request, response);
  const address = addressOf(service.world, path);
  if (address.kind === 'moved') return send(response, 302, { location: address.to }, '');
  if (address.kind === 'nothing') return send(response, 404, {}, 'There is no page at this address.');
  const html = renderPage(service.shellDir, bootstrap(service, siteOf(request), path));
  if (html === null) return send(response, 503, {}, 'The pages of this server have not been built yet.');
  // The page holds tokens: nobody may keep it or put it into a frame.
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-frame-options': 'DENY',
  };
  send(response, address.kind === 'page' ? 200 : 404, headers, html);
}

function sendStatic(
  service: Service,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const found = serveFile(service.shellDir, {
    path: safeDecode(path),
    acceptEncoding: single(request.headers['accept-encoding']),
    ifNoneMatch: request.headers['if-none-match'],
  });
  if (!found) return send(response, 404, {}, 'There is no such file.');
  send(response, found.status, found.headers, found.body);
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}

function send(response: ServerResponse, status: number, headers: Headers, body: string | Buffer): void {
  const type =
    headers['content-type'] === undefined && body.length > 0
      ? { 'content-type': 'text/plain; charset=utf-8' }
      : {};
  // Counted and sent as bytes: a text would be turned into them for the one and again for the other.
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, { ...type, ...headers, 'content-length': bytes.length });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}
