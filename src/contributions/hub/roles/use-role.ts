/** The role that this person chose, kept for this person alone: it is a way to look, not a right. */
import * as React from 'react';
import { useHub } from '../hub-context';
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
  const { app } = useHub();
  React.useEffect(() => {
    let current = true;
    // What Azure DevOps keeps comes after the first drawing, from any other browser; a choice made here is newer.
    void app.habits().then((habits) => {
      if (!current || kept !== null || habits.role === undefined) return;
      setRole(roleOf(habits.role));
    });
    return () => {
      current = false;
    };
  }, [app]);
  const choose = (id: RoleId) => {
    setRole(roleOf(id));
    kept = id;
    void app.changeHabits((habits) => ({ ...habits, role: id }));
    try {
      localStorage.setItem(place, id);
    } catch {
      // As above: the page shows it all the same.
    }
  };
  return [role, choose];
}
