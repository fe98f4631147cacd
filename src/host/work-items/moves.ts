/** What follows from a change of the type or the project of a work item, and that paths stay inside the project. */
import { problem } from '../kernel/problem';
import { projectNameOf } from '../organisation/projects';
import type { Draft } from './draft';

const PATHS = ['System.AreaPath', 'System.IterationPath'] as const;

/**
 * A moved item goes to the root of the other project unless the patch says where; an item of another type keeps its
 * state where the type has it and begins anew where not.
 * @throws Problem 400 TF401347 for a path of another project.
 */
export function settleMove(draft: Draft): void {
  const project = String(draft.fields['System.TeamProject']);
  const isMoved = draft.base !== null && draft.base.fields['System.TeamProject'] !== project;
  for (const field of PATHS) {
    if (isMoved && !draft.touched.has(field)) draft.fields[field] = project;
    if (projectNameOf(String(draft.fields[field])) === project) continue;
    throw problem(
      400,
      'WorkItemFieldInvalidTreeNameException',
      `TF401347: Invalid tree name given for work item ${draft.base?.id ?? 0}, field '${field}'.`,
    );
  }
  if (draft.base !== null && draft.base.fields['System.WorkItemType'] !== draft.type.name) settleType(draft);
}

function settleType({ type, fields, touched }: Draft): void {
  const hasState = type.states.some((state) => state.name === fields['System.State']);
  if (!hasState && !touched.has('System.State')) fields['System.State'] = type.states[0]?.name ?? '';
  for (const [field, value] of Object.entries(type.defaults)) fields[field] ??= value;
}
