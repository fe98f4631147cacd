/** The document in which a project keeps its policy: hostile input, answered by a policy or by a reason. */
import * as v from 'valibot';
import { instant, line } from '../model/parts';
import { projectPolicy } from '../model/project-policy';
import type { ProjectPolicy } from '../model/project-policy';
import type { RawDocument } from './collections';
import { foreignSchema, schemaVersion } from './collections';

export { policyCollection } from './collections';
import { complaint } from './read-index';

export const policyId = 'policy';

/** A change of the policy: who, when, and what it was before. */
const change = v.object({ at: instant, by: line, before: projectPolicy });
export type PolicyChange = v.InferOutput<typeof change>;
/** The newest changes are kept; older ones nobody takes back. */
const changesKept = 10;

export interface PolicyReading {
  /** Absent = every model decides for itself, by the standard scale. */
  readonly policy: ProjectPolicy | undefined;
  /** The newest first. */
  readonly changes: readonly PolicyChange[];
  /** One sentence when something is stored that does not hold: it counts as nothing. */
  readonly problem?: string;
  /** A newer version wrote it: it must not be rewritten. */
  readonly readOnly?: 'newer';
}

const none: PolicyReading = { policy: undefined, changes: [] };

/** Never fails. A change that does not hold is passed over; a policy that does not hold is a problem. */
export function readPolicy(document: RawDocument | undefined): PolicyReading {
  if (!document) return none;
  if (foreignSchema(document) !== undefined) {
    const problem = 'A newer version of Without wrote the policies of this project; here they do not count.';
    return { ...none, problem, readOnly: 'newer' };
  }
  const parsed = v.safeParse(projectPolicy, document['policy']);
  const raw = Array.isArray(document['changes']) ? document['changes'].slice(0, changesKept) : [];
  const changes = raw.flatMap((each) => {
    const read = v.safeParse(change, each);
    return read.success ? [read.output] : [];
  });
  if (parsed.success) return { policy: parsed.output, changes };
  const problem = `The policies of this project are damaged and do not count (${complaint(parsed.issues)}).`;
  return { policy: undefined, changes, problem };
}

/** The document for a policy, with one more change to take back. */
export function policyDocument(
  policy: ProjectPolicy,
  before: PolicyReading,
  by: { readonly name: string; readonly at: string },
): RawDocument {
  const made: PolicyChange = { at: by.at, by: by.name, before: before.policy ?? {} };
  return {
    id: policyId,
    schema: schemaVersion,
    kind: 'policy',
    policy,
    changes: [made, ...before.changes].slice(0, changesKept),
  };
}
