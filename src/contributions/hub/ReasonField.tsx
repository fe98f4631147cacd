/** One line for the reason of a judgement; it is saved when the person leaves it, not with every letter. */
import * as React from 'react';

export interface ReasonFieldProps {
  readonly label: string;
  readonly reason: string | undefined;
  readonly disabled: boolean;
  readonly onSave: (reason: string) => void;
}

export function ReasonField({ label, reason = '', disabled, onSave }: ReasonFieldProps): React.ReactElement {
  const [text, setText] = React.useState(reason);
  // Undo, or another person, may change it under us.
  React.useEffect(() => setText(reason), [reason]);
  return (
    <input
      className="wo-input"
      aria-label={label}
      placeholder="Why? (optional)"
      maxLength={2000}
      value={text}
      disabled={disabled}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => text.trim() !== reason && onSave(text)}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
