/** The two switches that concern every call: what time it is, and how much a person may ask for. */
import * as React from 'react';
import type { ClockState } from '../../../faults/clock';
import type { ThrottlingRules } from '../../../faults/throttling';
import type { Act } from './FaultsPage';

const day = 86_400;
const steps: readonly (readonly [string, number])[] = [
  ['Back a day', -day],
  ['On an hour', 3600],
  ['On a day', day],
  ['On a week', 7 * day],
];

export function ClockPanel({ clock, act }: { readonly clock: ClockState; readonly act: Act }): JSX.Element {
  const [typed, setTyped] = React.useState('');
  function submit(event: React.FormEvent): void {
    event.preventDefault();
    // What is typed is UTC, as every time of the server is.
    act((control) => control.setClock({ now: `${typed}Z` }));
  }
  const words = clock.isStopped
    ? 'It stands still.'
    : clock.isSet
      ? 'It was set and runs.'
      : 'It is that of the machine.';
  return (
    <section className="fault-panel" aria-labelledby="fault-clock">
      <h2 id="fault-clock">Clock of the server</h2>
      <p>
        <strong className="fault-time">{clock.now.replace('T', ' ').slice(0, 16)} UTC</strong> {words}
      </p>
      <div className="fault-fields">
        {steps.map(([words, advanceSeconds]) => (
          <button
            key={words}
            type="button"
            className="button"
            onClick={() => act((control) => control.setClock({ advanceSeconds }))}
          >
            {words}
          </button>
        ))}
        <button
          type="button"
          className="button"
          aria-pressed={clock.isStopped}
          onClick={() => act((control) => control.setClock({ stopped: !clock.isStopped }))}
        >
          {clock.isStopped ? 'Let it run' : 'Stop it'}
        </button>
        {clock.isSet && (
          <button
            type="button"
            className="button subtle"
            onClick={() => act((control) => control.resetClock())}
          >
            The machine’s time again
          </button>
        )}
      </div>
      <form className="fault-fields" onSubmit={submit} aria-label="Set the clock">
        <label className="fault-field">
          <span>Date and time in UTC</span>
          <input
            type="datetime-local"
            value={typed}
            required
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <button type="submit" className="button">
          Set the clock
        </button>
      </form>
    </section>
  );
}

interface ThrottlingProps {
  readonly rules: ThrottlingRules | null;
  readonly act: Act;
}

export function ThrottlingPanel({ rules, act }: ThrottlingProps): JSX.Element {
  const [limit, setLimit] = React.useState('200');
  function submit(event: React.FormEvent): void {
    event.preventDefault();
    act((control) => control.throttle(Number(limit)));
  }
  return (
    <section className="fault-panel" aria-labelledby="fault-throttling">
      <h2 id="fault-throttling">Throttling</h2>
      <p>
        {rules
          ? `On: ${rules.limit} TSTU in ${rules.windowSeconds / 60} minutes for each person, then late answers, from ${rules.blockAt} on refusals.`
          : 'Off: everybody may ask for as much as they like.'}
      </p>
      <form className="fault-fields" onSubmit={submit} aria-label="Throttling">
        <label className="fault-field narrow">
          <span>Limit in TSTU</span>
          <input
            inputMode="decimal"
            value={limit}
            required
            onChange={(event) => setLimit(event.target.value)}
          />
        </label>
        <button type="submit" className="button">
          {rules ? 'Begin anew with this limit' : 'Turn throttling on'}
        </button>
        {rules && (
          <button
            type="button"
            className="button subtle"
            onClick={() => act((control) => control.throttle(null))}
          >
            Turn it off
          </button>
        )}
      </form>
    </section>
  );
}
