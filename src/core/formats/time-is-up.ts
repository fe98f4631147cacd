/** The clock of an import: whoever works on what a stranger wrote asks it now and then, and stops when it says so. */
import type { Limits } from './import-result';
import { Refusal } from './import-result';

/** Throws Refusal when the time is up. Costs a look at the clock: ask it per entry, not per character. */
export function stopWhenLate(limits: Pick<Limits, 'expired'>): void {
  if (limits.expired()) throw new Refusal('Reading this file takes too long, so the import was stopped.');
}
