/** One operation as a client calls it, and what its answer must show. */
export interface Step {
  readonly what: string;
  call(): Promise<unknown>;
  /** For `toMatchObject`; undefined where the operation answers nothing. */
  readonly expected: unknown;
}

/** Who does it and where. */
export const place = { project: 'Shop', team: 'Shop Team' } as const;
export const extension = { publisher: 'pub', name: 'ext' } as const;

/** Any element that matches, wherever it stands. */
export function having(part: object): unknown {
  return expect.arrayContaining([expect.objectContaining(part)]);
}
