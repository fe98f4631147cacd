/** Labelled text inputs. The label is always visible; help and errors are tied to the input. */
import * as React from 'react';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly focusFirst?: 'yes' | 'no';
  readonly disabled?: boolean;
  /** Rows of a text area; one line without it. */
  readonly rows?: number;
  readonly maxLength?: number;
  /** Enter in a single line: what the form's main button does. */
  readonly onEnter?: () => void;
}

let lastId = 0;
/** A page-wide unique id that stays for the life of the component (React 16 has no useId). */
export function useFieldId(): string {
  const [id] = React.useState(() => `wo-field-${(lastId += 1)}`);
  return id;
}

export function Field(props: FieldProps): React.ReactElement {
  const { label, value, onChange, help, error, placeholder, focusFirst, rows, disabled, maxLength } = props;
  const onKeyDown = (event: React.KeyboardEvent) => {
    // Enter that ends an input method's composition only chooses a word.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) props.onEnter?.();
  };
  const id = useFieldId();
  const note = error ?? help;
  const shared = {
    id,
    value,
    placeholder,
    disabled,
    className: 'wo-input',
    autoFocus: focusFirst === 'yes',
    maxLength: maxLength ?? (rows ? 60_000 : 1000),
    'aria-invalid': error !== undefined,
    'aria-describedby': note ? `${id}-note` : undefined,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  };
  return (
    <div className="wo-field">
      <label htmlFor={id}>{label}</label>
      {rows ? (
        <textarea rows={rows} {...shared} />
      ) : (
        <input type="text" autoComplete="off" onKeyDown={onKeyDown} {...shared} />
      )}
      {note && (
        <span id={`${id}-note`} className={error ? 'wo-error-text' : 'wo-quiet'}>
          {note}
        </span>
      )}
    </div>
  );
}

/** A label above any control that names itself. */
export function Labelled({
  label,
  children,
}: {
  readonly label: string;
  readonly children: React.ReactNode;
}) {
  return (
    <div className="wo-field">
      <span className="wo-label" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
