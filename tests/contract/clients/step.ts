import { randomUUID } from 'node:crypto';
import { liveOrganisation } from '../../fixtures/live-organisation';

/** One operation as a client calls it, and what its answer must show. */
export interface Step {
  readonly what: string;
  call(): Promise<unknown>;
  /** For `toMatchObject`; undefined where the operation answers nothing. */
  readonly expected: unknown;
}

/** The organisation of the environment, if one is named; else the suite starts a local one. */
export const live = liveOrganisation();

/** Who does it and where. */
export const place = { project: live?.project ?? 'Shop', team: live?.team ?? 'Shop Team' };
export const extension = live?.extension ?? { publisher: 'pub', name: 'ext' };

/** A name that the seed of the local organisation gives; a real one has its own. */
export function seeded(name: string): unknown {
  return live ? expect.any(String) : name;
}

/** Any element that matches, wherever it stands. */
export function having(part: object): unknown {
  return expect.arrayContaining([expect.objectContaining(part)]);
}

/** A name that is not taken yet: a real organisation keeps what earlier runs made. */
export function fresh(name: string): string {
  return live ? `${name} ${randomUUID().slice(0, 8)}` : name;
}
