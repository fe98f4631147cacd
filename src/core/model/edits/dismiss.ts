/** Says of a finding or a proposal that it stays as it is, with name and reason. */
import type { Edit } from '../edit';
import { dismissalId, mint } from '../ids';
import type { NewId } from '../ids';

export interface Dismissing {
  /** The stable key of the finding. */
  readonly finding: string;
  readonly by: string;
  readonly reason: string;
  /** ISO instant. */
  readonly at: string;
  readonly newId: NewId;
}

export function dismissFinding({ newId, ...said }: Dismissing): Edit {
  return { label: 'Dismiss', dismissal: { put: [{ id: mint(dismissalId, newId), ...said }] } };
}
