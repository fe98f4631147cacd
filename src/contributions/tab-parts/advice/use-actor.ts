/** The name of who acts, as the host knows it; empty until it is told, and where nobody knows. */
import * as React from 'react';
import { useReach } from '../desk-context';

export function useActor(): string {
  const { app } = useReach();
  const [name, setName] = React.useState('');
  React.useEffect(() => {
    let current = true;
    app.actor().then(
      (told) => current && setName(told ?? ''),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [app]);
  return name;
}
