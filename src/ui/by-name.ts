/** The order of names in lists. */

// Made once: `localeCompare` with options makes one for each of the 60,000 comparisons that order 5,000 names.
const collator = new Intl.Collator('en', { numeric: true });

/** As people order names: A beside a, “Step 2” before “Step 10”. For `sort`. */
export function byName(a: string, b: string): number {
  return collator.compare(a, b);
}
