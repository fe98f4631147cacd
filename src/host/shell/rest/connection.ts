/** The shell's own way to the REST API: real HTTP, as the chosen person, with the server's error message kept. */

/** A refusal of the server. `typeKey` is the original's exception name, "" when the answer had none. */
export class ServerProblem extends Error {
  override readonly name = 'ServerProblem';
  constructor(
    readonly status: number,
    readonly typeKey: string,
    message: string,
  ) {
    super(message);
  }
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Path below the organisation, already encoded, with its query; begins with "/". */
  readonly path: string;
  readonly body?: unknown;
  /** Lists are sent as a JSON Patch unless this says otherwise. */
  readonly contentType?: 'application/json';
  readonly apiVersion?: string;
}

export interface Connection {
  /** @throws ServerProblem for every answer outside 2xx and for a server that cannot be reached (status 0). */
  send<T>(call: Call): Promise<T>;
}

/** True for the two answers that mean "somebody else saved first": a failed test of /rev, or a race after it. */
export function isConflict(problem: unknown): boolean {
  return problem instanceof ServerProblem && (problem.status === 412 || problem.status === 409);
}

/** One sentence for a person about anything that was thrown. */
export function sentenceOf(problem: unknown): string {
  return problem instanceof Error && problem.message !== '' ? problem.message : String(problem);
}

async function problemOf(answer: Response): Promise<ServerProblem> {
  const text = await answer.text();
  try {
    const body = JSON.parse(text) as { message?: string; typeKey?: string; value?: { Message?: string } };
    // Model binding answers {count, value: {Message}} instead of the usual envelope.
    const message = body.message ?? body.value?.Message ?? `${answer.status} ${answer.statusText}`;
    return new ServerProblem(answer.status, body.typeKey ?? '', message);
  } catch {
    return new ServerProblem(answer.status, '', `${answer.status} ${answer.statusText}`);
  }
}

function headersFor(call: Call, token: string): Record<string, string> {
  // Only work item writes are lists of operations; the server answers 415 to the other type on either side.
  const type =
    call.contentType ?? (Array.isArray(call.body) ? 'application/json-patch+json' : 'application/json');
  return {
    Accept: `application/json;api-version=${call.apiVersion ?? '7.1'}`,
    Authorization: `Bearer ${token}`,
    ...(call.body === undefined ? {} : { 'Content-Type': type }),
  };
}

export function connect(collectionUrl: string, token: string): Connection {
  return {
    async send<T>(call: Call): Promise<T> {
      const request: RequestInit = {
        method: call.method ?? 'GET',
        headers: headersFor(call, token),
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      };
      const answer = await fetch(`${collectionUrl}${call.path}`, request).catch((cause: unknown) => {
        throw new ServerProblem(
          0,
          '',
          `The server does not answer (${sentenceOf(cause)}). Is it still running?`,
        );
      });
      if (!answer.ok) throw await problemOf(answer);
      // Shapes are those of the published specification; the server under this page is checked against it by its own tests.
      return (answer.status === 204 ? undefined : await answer.json()) as T;
    },
  };
}

/** A list answer is `{count, value}` on the wire. */
export interface Listed<T> {
  readonly value: readonly T[];
}
