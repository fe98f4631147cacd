/** A drop-down with its label above it: the same words are seen and read out. */
import * as React from 'react';
import { Choice } from './Choice';
import type { ChoiceProps } from './Choice';
import { Labelled } from './Field';

export function LabelledChoice<T extends string>(props: ChoiceProps<T>): React.ReactElement {
  return (
    <Labelled label={props.label}>
      <Choice {...props} />
    </Labelled>
  );
}
