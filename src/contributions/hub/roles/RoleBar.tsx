/** Who is looking: the choice of a role, what it decides, and how to see the rest. */
import * as React from 'react';
import { Choice } from '../../../ui/Choice';
import { useHub } from '../hub-context';
import { roles } from './roles';
import type { Role, RoleId } from './roles';

const options = roles.map(({ id, name }) => ({ value: id, label: name }));

export interface RoleBarProps {
  readonly role: Role;
  readonly onChoose: (id: RoleId) => void;
}

export function RoleChoice({ role, onChoose }: RoleBarProps): React.ReactElement {
  return (
    <span className="wo-role-choice">
      <span className="wo-quiet wo-wide-only" aria-hidden="true">
        View as
      </span>
      <Choice label="View as" value={role.id} options={options} onChange={onChoose} />
    </span>
  );
}

/** Nothing for who sees every page. */
export function RoleBar({ role, onChoose }: RoleBarProps): React.ReactElement | null {
  const { go } = useHub();
  if (!role.pages) return null;
  return (
    <div className="wo-role">
      <span className="wo-quiet">{role.decides}</span>
      {role.id === 'security' && (
        <button type="button" className="wo-link" onClick={() => go({ page: 'portfolio' })}>
          Models of all projects
        </button>
      )}
      <button type="button" className="wo-link" onClick={() => onChoose('everything')}>
        Show every page
      </button>
    </div>
  );
}
