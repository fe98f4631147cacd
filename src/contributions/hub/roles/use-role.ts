/** The role that this person chose, kept in the browser: it is a way to look, not a right, so nobody else needs it. */
import * as React from 'react';
import { roleOf } from './roles';
import type { Role, RoleId } from './roles';

const place = 'without.role';

/** Many browsers refuse storage to a frame of another origin; then the choice lasts as long as the hub is open. */
let kept: string | null = null;

function remembered(): string | null {
  try {
    return kept ?? localStorage.getItem(place);
  } catch {
    return kept;
  }
}

export function useRole(): readonly [Role, (id: RoleId) => void] {
  const [role, setRole] = React.useState<Role>(() => roleOf(remembered()));
  const choose = (id: RoleId) => {
    setRole(roleOf(id));
    kept = id;
    try {
      localStorage.setItem(place, id);
    } catch {
      // As above: the page shows it all the same.
    }
  };
  return [role, choose];
}
