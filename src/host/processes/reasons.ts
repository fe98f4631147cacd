/** Why an item is in its state, when nobody says: the first reason that the process offers for the step. */
import type { ProcessKey } from './process';

/**
 * From the published definitions of the system processes; those of new items occur in recorded answers. A step that is
 * not listed has the reason that the original gives where a process names none.
 */
const TABLE = `
agile | User Story | New > Active | Implementation started
agile | User Story | Active > Resolved | Code complete and unit tests pass
agile | User Story | Resolved > Closed | Acceptance tests pass
agile | User Story | Active > New | Implementation halted
agile | User Story | Resolved > Active | Acceptance tests fail
agile | User Story | New > Removed | Removed from the backlog
agile | User Story | Active > Removed | Removed from the backlog
agile | Feature | New > Active | Implementation started
agile | Feature | Active > Resolved | Stories complete
agile | Feature | Resolved > Closed | Acceptance tests pass
agile | Epic | New > Active | Implementation started
agile | Epic | Active > Resolved | Features complete
agile | Epic | Resolved > Closed | Acceptance tests pass
agile | Task | New > Active | Work started
agile | Task | Active > Closed | Completed
agile | Task | New > Closed | Completed
agile | Task | Closed > Active | Reactivated
agile | Task | New > Removed | Removed from the backlog
agile | Task | Active > Removed | Removed from the backlog
agile | Bug | New > Active | Approved
agile | Bug | Active > Resolved | Fixed
agile | Bug | Resolved > Closed | Fixed and verified
agile | Bug | Resolved > Active | Not fixed
agile | Bug | Closed > Active | Regression
scrum | Product Backlog Item | > New | New backlog item
scrum | Product Backlog Item | New > Approved | Approved by the Product Owner
scrum | Product Backlog Item | New > Committed | Commitment made by the team
scrum | Product Backlog Item | Approved > Committed | Commitment made by the team
scrum | Product Backlog Item | Committed > Done | Work finished
scrum | Product Backlog Item | Committed > Approved | Work stopped
scrum | Product Backlog Item | Done > Committed | Additional work found
scrum | Product Backlog Item | New > Removed | Removed from the backlog
scrum | Product Backlog Item | Approved > Removed | Removed from the backlog
scrum | Bug | > New | New defect reported
scrum | Bug | New > Approved | Approved by the Product Owner
scrum | Bug | New > Committed | Commitment made by the team
scrum | Bug | Approved > Committed | Commitment made by the team
scrum | Bug | Committed > Done | Work finished
scrum | Bug | Done > Committed | Additional work found
scrum | Task | > To Do | New task
scrum | Task | To Do > In Progress | Work started
scrum | Task | In Progress > Done | Work finished
scrum | Task | To Do > Done | Work finished
scrum | Task | In Progress > To Do | Work stopped
scrum | Task | Done > In Progress | Additional work found
scrum | Task | To Do > Removed | Removed from the backlog
scrum | Epic | > New | New epic
scrum | Feature | > New | New feature
scrum | Feature | New > In Progress | Implementation started
scrum | Epic | New > In Progress | Implementation started
basic | Epic | > To Do | Added to backlog
basic | Issue | > To Do | Added to backlog
basic | Task | > To Do | Added to backlog
cmmi | Requirement | Proposed > Active | Accepted
cmmi | Requirement | Active > Resolved | Code complete and system test passed
cmmi | Requirement | Resolved > Closed | Validation test passed
cmmi | Task | Proposed > Active | Accepted
cmmi | Bug | Proposed > Active | Approved
cmmi | Bug | Active > Resolved | Fixed
cmmi | Bug | Resolved > Closed | Verification test passed
`;

const REASONS: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [process = '', type = '', step = '', reason = ''] = line.split('|').map((part) => part.trim());
      const [from = '', to = ''] = step.split('>').map((state) => state.trim());
      return [keyOf(process, type, from, to), reason] as const;
    }),
);

function keyOf(process: string, type: string, from: string, to: string): string {
  return [process, type, from, to].join('|');
}

/** A step of a work item from a state to another; a new one comes from none. */
export interface Step {
  readonly process: ProcessKey;
  readonly type: string;
  readonly from: string | undefined;
  readonly to: string;
}

export function reasonFor({ process, type, from, to }: Step): string {
  const known = REASONS.get(keyOf(process, type, from ?? '', to));
  return known ?? (from === undefined ? 'New' : `Moved to state ${to}`);
}
