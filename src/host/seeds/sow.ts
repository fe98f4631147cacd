/** Fills an empty store from a seed. Everything goes through the ordinary rules, so seeded items have honest histories. */
import { facts } from '../organisation/types';
import type { ProcessTemplate } from '../processes/process';
import type { Transaction } from '../store/store';
import type { SeedFile } from './seed-file';
import { sowDenials, sowOrganisation } from './sow-organisation';
import { sowWorkItems } from './sow-work-items';

export interface Sowing {
  readonly tx: Transaction;
  readonly seed: SeedFile;
  readonly process: ProcessTemplate;
  readonly now: Date;
}

/** @throws Error or Problem naming what in the seed does not fit. */
export function sow(sowing: Sowing): void {
  const { tx, process, now } = sowing;
  tx.put(facts, 'process', process.key);
  tx.put(facts, 'seededAt', now.toISOString());
  const people = sowOrganisation(sowing);
  sowWorkItems(sowing, people);
  sowDenials(sowing, people);
}
