/** What an endpoint hands back; how it looks on the wire is decided by the kernel. */

export type AnswerBody =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: unknown }
  /** Wrapped as {count, value} unless the caller asked for noArrayWrap. */
  | { readonly kind: 'list'; readonly values: readonly unknown[] }
  /** Never wrapped: extension data lists are read as bare arrays by known clients. */
  | { readonly kind: 'bare'; readonly values: readonly unknown[] };

export interface Answer {
  readonly status: number;
  readonly body: AnswerBody;
  /** Beside those of every answer. */
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(value: unknown): Answer {
  return { status: 200, body: { kind: 'value', value } };
}

export function created(value: unknown): Answer {
  return { status: 201, body: { kind: 'value', value } };
}

export function list(values: readonly unknown[]): Answer {
  return { status: 200, body: { kind: 'list', values } };
}

export function bare(values: readonly unknown[]): Answer {
  return { status: 200, body: { kind: 'bare', values } };
}

/** 200 with nothing in it, as a few operations of the original answer. */
export function empty(): Answer {
  return { status: 200, body: { kind: 'empty' } };
}

export function noContent(): Answer {
  return { status: 204, body: { kind: 'empty' } };
}
