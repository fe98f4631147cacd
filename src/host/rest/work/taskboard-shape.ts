/** The columns of the taskboard as REST shows them. */
import { customColumns, taskboardColumns } from '../../boards/taskboard';
import type { Team } from '../../organisation/types';
import type { World } from '../../organisation/world';

/** The misspelling of the last property is the original's. */
export function taskboardShape(world: World, team: Team): Record<string, unknown> {
  return {
    columns: taskboardColumns(world.store, world.process, team),
    isCustomized: customColumns(world.store, team) !== undefined,
    isValid: true,
    validationMesssage: null,
  };
}
