/** Days off as ranges of dates: of one person, or of the whole team. */
import * as React from 'react';
import { Icon } from '../../parts/Icon';
import type { DaysOff } from '../../rest/capacity';

interface DaysOffEditorProps {
  /** Whose days: the name of a person, or "the team". */
  readonly whose: string;
  readonly ranges: readonly DaysOff[];
  /** Working days of the sprint that they take. */
  readonly count: number;
  /** First day of the sprint, where a new range begins. */
  readonly first: string;
  readonly access: 'read' | 'write';
  readonly change: (ranges: readonly DaysOff[]) => void;
}

export function DaysOffEditor(props: DaysOffEditorProps): JSX.Element {
  const { whose, ranges, count, first, access, change } = props;
  const [state, setState] = React.useState<'open' | 'closed'>('closed');
  const text = `${count} ${count === 1 ? 'day' : 'days'}`;
  const replace = (at: number, next: Partial<DaysOff>): void =>
    change(ranges.map((range, index) => (index === at ? { ...range, ...next } : range)));
  return (
    <div className="days-off">
      <button
        type="button"
        className="link-button"
        aria-expanded={state === 'open'}
        aria-label={`Days off of ${whose}: ${text}`}
        onClick={() => setState(state === 'open' ? 'closed' : 'open')}
      >
        {text}
      </button>
      {state === 'open' && (
        <fieldset disabled={access === 'read'} aria-label={`Days off of ${whose}`}>
          {ranges.map(({ start, end }, at) => (
            <div key={at} className="days-off-range">
              <input
                type="date"
                aria-label="From"
                value={start}
                onChange={(event) => replace(at, { start: event.target.value })}
              />
              <input
                type="date"
                aria-label="To"
                min={start}
                value={end}
                onChange={(event) => replace(at, { end: event.target.value })}
              />
              <button
                type="button"
                className="icon-button"
                aria-label={`Remove ${start}`}
                onClick={() => change(ranges.filter((_, index) => index !== at))}
              >
                <Icon name="close" />
              </button>
            </div>
          ))}
          <button
            type="button"
            className="button"
            onClick={() => change([...ranges, { start: first, end: first }])}
          >
            <Icon name="plus" /> Add days off
          </button>
        </fieldset>
      )}
    </div>
  );
}
