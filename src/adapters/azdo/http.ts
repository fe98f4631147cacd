/** One HTTP exchange, as the REST adapters need it, and what its failures mean to a person. */
import { AccessError } from '../../app/ports';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute, with the api-version in its query. */
  readonly url: string;
  /** A JSON value. */
  readonly body?: unknown;
  /** Default: application/json. */
  readonly contentType?: string;
  /** Default: application/json. */
  readonly accept?: string;
  /** A POST that only asks (a query) may be sent again after 429 and 503, as a GET is. */
  readonly intent?: 'read' | 'write';
}
export interface HttpResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** The JSON value of the answer, its text when it is no JSON, undefined when it is empty. */
  readonly body: unknown;
}
export interface Http {
  /** Answers with any status. Rejects only with AccessError `unreachable`. */
  send(request: HttpRequest): Promise<HttpResponse>;
}

function field(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' ? value : undefined;
}

/** The name of the exception in an Azure DevOps error body, e.g. DocumentExistsException. */
export function typeKeyOf(body: unknown): string | undefined {
  return field(body, 'typeKey');
}

/** True for an answer with content. 203 is a success that carries the sign-in page instead of the answer. */
export function isSuccess({ status }: Pick<HttpResponse, 'status'>): boolean {
  return status >= 200 && status < 300 && status !== 203;
}

/** The title of a page in HTML, which proxies and sign-in pages answer instead of JSON; undefined for anything else. */
export function pageTitleOf(body: unknown): string | undefined {
  if (typeof body !== 'string' || !/^\s*<(!doctype|html|head|body)\b/i.test(body)) return undefined;
  const title = /<title[^>]*>([^<]{0,300})/i.exec(body)?.[1]?.replace(/\s+/g, ' ').trim();
  return title === undefined || title === '' ? 'without a title' : `“${title}”`;
}

function said(message: string | undefined, page?: string): string {
  if (message !== undefined) return ` It said: ${message.slice(0, 300)}`;
  return page === undefined ? '' : ` The answer was a web page, ${page}: perhaps of a proxy.`;
}

/** The error for an answer that is no success. `what` names what was asked for, e.g. "the models of this project". */
export function accessError(response: Pick<HttpResponse, 'status' | 'body'>, what: string): AccessError {
  const { status, body } = response;
  const message = field(body, 'message');
  switch (status) {
    case 203:
    case 302:
    case 401:
      return new AccessError(
        'unauthorized',
        `Azure DevOps did not accept the sign-in for ${what}: the token is wrong, has expired, or lacks the scope for this.`,
        status,
      );
    case 403:
      return new AccessError('forbidden', `You may not use ${what}.${said(message)}`, status);
    case 404:
      return new AccessError('not-found', `Azure DevOps does not find ${what}.${said(message)}`, status);
    case 429:
    case 503:
      return new AccessError(
        'throttled',
        `Azure DevOps is too busy for ${what}; try again in a few minutes.`,
        status,
      );
    default:
      return new AccessError(
        'unexpected',
        `Azure DevOps failed on ${what} (status ${status}).${said(message, pageTitleOf(body))}`,
        status,
      );
  }
}
