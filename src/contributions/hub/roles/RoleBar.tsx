/** Who is looking: the choice of a role, what it decides, and how to see the rest. */
import * as React from 'react';
import { Choice } from '../../../ui/Choice';
import { roles } from './roles';
import type { Role, RoleId } from './roles';

const options = roles.map(({ id, name }) => ({ value: id, label: name }));

export interface RoleBarProps {
  readonly role: Role;
  readonly onChoose: (id: RoleId) => void;
}

export function RoleBar({ role, onChoose }: RoleBarProps): React.ReactElement {
  return (
    <div className="wo-role" role="group" aria-label="View as">
      <span className="wo-quiet">View as</span>
      <Choice label="View as" value={role.id} options={options} onChange={onChoose} />
      {role.pages && (
        <span className="wo-quiet">
          {role.decides}{' '}
          <button type="button" className="wo-link" onClick={() => onChoose('everything')}>
            Show every page
          </button>
        </span>
      )}
    </div>
  );
}
