/** Whether somebody opened a `<details>`, for what is long and made only then. */
import * as React from 'react';

export function useOpened(): readonly [boolean, React.ReactEventHandler<HTMLDetailsElement>] {
  const [isOpen, setOpen] = React.useState(false);
  return [isOpen, (event) => setOpen(event.currentTarget.open)];
}
