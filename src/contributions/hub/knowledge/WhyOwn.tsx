/** Why a text of the knowledge base is rewritten here: asked where somebody does it, and never demanded. */
import * as React from 'react';
import { textsFrom } from '../../../core/kb/own-texts';
import type { Mitigation } from '../../../core/model/mitigation';
import type { Threat } from '../../../core/model/threat';
import { Field } from '../../../ui/Field';

export interface WhyOwnProps {
  readonly thing: Threat | Mitigation;
  readonly why: string;
  readonly onChange: (why: string) => void;
}

export function WhyOwn({ thing, why, onChange }: WhyOwnProps): React.ReactElement | null {
  const from = textsFrom(thing);
  if (from === undefined) return null;
  return (
    <Field
      label="Why (optional)"
      value={why}
      onChange={onChange}
      maxLength={2000}
      help={`These texts come from ${from}. The reason is kept with your change, and shown when the package is updated.`}
    />
  );
}
