/** What a mitigation says: the fields that making and editing share. */
import * as React from 'react';
import type { MitigationDraft } from '../../../core/model/edits/build';
import { Field } from '../../../ui/Field';

export const emptyMitigation: MitigationDraft = { title: '', implement: '', verify: '' };

export interface MitigationTextFieldsProps {
  readonly draft: MitigationDraft;
  readonly onChange: (draft: MitigationDraft) => void;
  /** Enter in the title. */
  readonly onEnter?: () => void;
}

export function MitigationTextFields({
  draft,
  onChange,
  onEnter,
}: MitigationTextFieldsProps): React.ReactElement {
  return (
    <>
      <Field
        label="Title"
        value={draft.title}
        onChange={(title) => onChange({ ...draft, title })}
        focusFirst="yes"
        {...(onEnter && { onEnter })}
        help="What is to be done, in one line. It becomes the title of the Task."
      />
      <Field
        label="How to implement"
        value={draft.implement}
        onChange={(implement) => onChange({ ...draft, implement })}
        rows={5}
      />
      <Field
        label="How to verify"
        value={draft.verify}
        onChange={(verify) => onChange({ ...draft, verify })}
        rows={4}
        help="What a tester does to see that it works."
      />
    </>
  );
}
