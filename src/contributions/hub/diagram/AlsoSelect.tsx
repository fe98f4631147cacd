/** Further parts for the selection, by name: what Ctrl and a mouse do, for everybody else. */
import * as React from 'react';
import { Choice } from '../../../ui/Choice';
import { Labelled } from '../../../ui/Field';
import type { Drawing } from './use-drawing';
import { useNames } from './use-names';

export function AlsoSelect({ drawing }: { readonly drawing: Drawing }): React.ReactElement | null {
  const { picture, selected } = drawing;
  // Lines go where their ends go: they are neither moved nor aligned by themselves.
  const others = React.useMemo(
    () => [...picture.elements, ...picture.boundaries].filter(({ id }) => !selected.has(id)),
    [picture, selected],
  );
  const options = useNames(others, 'Choose another part…');
  if (others.length === 0) return null;
  return (
    <Labelled label="Select also">
      <Choice
        label="Select also"
        value=""
        options={options}
        onChange={(id) => id !== '' && drawing.select(new Set([...selected, id]))}
      />
    </Labelled>
  );
}
