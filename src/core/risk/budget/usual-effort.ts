/** What a mitigation counts that nobody estimated. */
import type { Mitigation } from '../../model/mitigation';

/** The middle of the others; 1 where none is estimated. */
export function usualEffort(mitigations: Iterable<Mitigation>): number {
  const known = [...mitigations].flatMap(({ effort }) => effort ?? []).sort((a, b) => a - b);
  return known[Math.floor(known.length / 2)] ?? 1;
}
