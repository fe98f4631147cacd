/** Pieces of our tables: sortable headings, tick boxes with three states, rows that come in portions. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { SortDownIcon, SortUpIcon } from './icons';

export interface Sorting<Column extends string> {
  readonly by: Column;
  readonly direction: 'ascending' | 'descending';
}

export interface SortHeadProps<Column extends string> {
  readonly column: Column;
  readonly label: string;
  readonly className?: string;
  readonly sorting: Sorting<Column>;
  readonly onSort: (sorting: Sorting<Column>) => void;
  /** What the first click gives; numbers want the largest first. */
  readonly first?: 'ascending' | 'descending';
}

export function SortHead<Column extends string>(props: SortHeadProps<Column>): React.ReactElement {
  const { column, label, className = '', sorting, onSort, first = 'ascending' } = props;
  const active = sorting.by === column;
  const flipped = sorting.direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" className={className} aria-sort={active ? sorting.direction : undefined}>
      <button
        type="button"
        className="wo-sort"
        onClick={() => onSort({ by: column, direction: active ? flipped : first })}
      >
        {label}
        {active && (sorting.direction === 'ascending' ? <SortUpIcon /> : <SortDownIcon />)}
      </button>
    </th>
  );
}

/** The heading of a column of tick boxes: said, not shown. */
export function TickHead({ label }: { readonly label: string }): React.ReactElement {
  return (
    <th scope="col" className="wo-tick-cell">
      <span className="wo-hidden">{label}</span>
    </th>
  );
}

export interface TickProps {
  readonly label: string;
  readonly state: 'all' | 'some' | 'none';
  readonly onChange: () => void;
  readonly disabled?: boolean;
}

export function Tick({ label, state, onChange, disabled }: TickProps): React.ReactElement {
  const box = React.useRef<HTMLInputElement>(null);
  // `indeterminate` exists only as a property of the element.
  React.useEffect(() => {
    if (box.current) box.current.indeterminate = state === 'some';
  }, [state]);
  return (
    <label className="wo-tick" onClick={(event) => event.stopPropagation()}>
      <input
        ref={box}
        type="checkbox"
        aria-label={label}
        checked={state === 'all'}
        onChange={onChange}
        disabled={disabled}
      />
    </label>
  );
}

/** Rows drawn at once: enough for any screen; more come when the end is scrolled into view. */
const portion = 100;

/**
 * The first rows, and how to get the next ones. `rows` changing in length by a filter starts again.
 * @param reach so many at least, that a link's goal is among them
 */
export function usePortion<T>(
  rows: readonly T[],
  reach = 0,
): {
  readonly shown: readonly T[];
  readonly more: React.ReactElement | null;
} {
  const [limit, setLimit] = React.useState(portion);
  const end = React.useRef<HTMLDivElement>(null);
  const drawn = Math.max(limit, reach);
  const further = React.useCallback((before: number) => Math.max(before, reach) + portion, [reach]);
  const rest = rows.length - drawn;
  React.useEffect(() => {
    if (!end.current || rest <= 0 || typeof IntersectionObserver === 'undefined') return undefined;
    const watcher = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setLimit(further),
      { rootMargin: '400px' },
    );
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [rest, further]);
  const more =
    rest > 0 ? (
      <div ref={end} className="wo-more">
        <Button text={`Show more (${rest} left)`} onClick={() => setLimit(further)} />
      </div>
    ) : null;
  return { shown: React.useMemo(() => rows.slice(0, drawn), [rows, drawn]), more };
}
