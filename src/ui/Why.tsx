/** "Why this number" under a figure: the rule in words and the parts that make it, worked out when somebody asks. */
import * as React from 'react';
import { counted, points } from './words';

export interface WhyProps {
  /** Of what: "Now". Said to those who do not see where it stands. */
  readonly of: string;
  /** Where it does not stand under its figure everybody is told of what. */
  readonly named?: boolean;
  readonly children: () => React.ReactNode;
}

export function Why({ of, named = false, children }: WhyProps): React.ReactElement {
  const [isOpen, setOpen] = React.useState(false);
  return (
    <details
      className="wo-why-number"
      onToggle={({ currentTarget }) => setOpen(currentTarget.hasAttribute('open'))}
    >
      <summary>
        Why this number<span className={named ? undefined : 'wo-hidden'}>: {of}</span>
      </summary>
      {isOpen && children()}
    </details>
  );
}

export interface WhyRow {
  readonly key: string;
  readonly name: string;
  /** Points; rows of 0 are left out. */
  readonly value: number;
  /** How it came about: "60 now, 15 then". */
  readonly note?: string;
  readonly onOpen?: () => void;
}

/** The others are summed up. */
const most = 8;

/** The threats that make a figure, the largest part first. */
export function WhyRows({
  rows,
  others: what = 'threat',
}: {
  readonly rows: readonly WhyRow[];
  /** What they are, where they are no threats. */
  readonly others?: string;
}): React.ReactElement {
  const sorted = rows.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);
  const others = sorted.slice(most);
  return (
    <ul className="wo-why-list">
      {sorted.slice(0, most).map(({ key, name, value, note, onOpen }) => (
        <li key={key}>
          <span>
            {onOpen ? (
              <button type="button" className="wo-link" onClick={onOpen}>
                {name}
              </button>
            ) : (
              name
            )}
            {note !== undefined && <span className="wo-quiet"> {note}</span>}
          </span>
          <span className="wo-number">{points(value)}</span>
        </li>
      ))}
      {others.length > 0 && (
        <li>
          <span>{counted(others.length, `other ${what}`)}</span>
          <span className="wo-number">{points(others.reduce((sum, { value }) => sum + value, 0))}</span>
        </li>
      )}
      {sorted.length === 0 && <li>No {what} counts here.</li>}
    </ul>
  );
}
