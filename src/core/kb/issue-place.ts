/** Where a schema found something wrong, written as every other place in a package: `threats[2].when`. */
import type * as v from 'valibot';

/** The place without a dot in front; empty = the value itself. */
export function issuePlace(issue: v.BaseIssue<unknown>): string {
  const path = issue.path?.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)) ?? [];
  return path.join('').replace(/^\./, '');
}
