/** Time spent on a model: entered, or measured by a timer that somebody starts and stops; every entry can be changed. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { addTime, changeTime, removeTime } from '../../../core/model/edits/time';
import { timeActivities } from '../../../core/model/decisions';
import type { TimeEntry } from '../../../core/model/decisions';
import { Choice } from '../../../ui/Choice';
import { Field, Labelled } from '../../../ui/Field';
import { points } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { useTimer, workTimer } from '../timer/use-timer';

const words: Readonly<Record<TimeEntry['activity'], string>> = {
  modeling: 'Modeling',
  deciding: 'Deciding',
  reviewing: 'Reviewing',
  meeting: 'Meeting',
  other: 'Other',
};
const options = timeActivities.map((value) => ({ value, label: words[value] }));
export const hours = (minutes: number): string => `${points(minutes / 60)} h`;
/** At most a week at once, as the model keeps it. */
const mostMinutes = 10_080;
const isFine = (minutes: number): boolean => minutes >= 1 && minutes <= mostMinutes;

function Timer({ onMeasured }: { readonly onMeasured: (minutes: number) => void }): React.ReactElement {
  const { app } = useHub();
  const { model, readOnly } = useModelView();
  const { running, minutes } = useTimer();
  if (running?.model === model.info.id)
    return (
      <Button
        text={`Stop the timer (${minutes} min)`}
        onClick={() => {
          onMeasured(minutes);
          workTimer().stop();
        }}
      />
    );
  return (
    <Button
      text="Start a timer"
      disabled={readOnly || running !== undefined}
      tooltipProps={{ text: 'It runs until you stop it. Nothing is entered before you say so.' }}
      onClick={() => workTimer().start({ model: model.info.id, since: app.now() })}
    />
  );
}

export function AddTime(): React.ReactElement {
  const { app } = useHub();
  const { apply, readOnly } = useModelView();
  const [minutes, setMinutes] = React.useState('');
  const [activity, setActivity] = React.useState<TimeEntry['activity']>('modeling');
  const value = Math.round(Number(minutes));
  const add = async () => {
    const by = (await app.actor().catch(() => undefined)) ?? 'Somebody';
    apply(addTime({ by, minutes: value, at: app.now(), activity }, app.newId));
    setMinutes('');
  };
  return (
    <div className="wo-budget-wish">
      <Field label="Minutes spent" value={minutes} onChange={setMinutes} disabled={readOnly} />
      <Labelled label="On what">
        <Choice
          label="On what"
          value={activity}
          options={options}
          onChange={setActivity}
          disabled={readOnly}
        />
      </Labelled>
      <Button text="Add time" disabled={readOnly || !isFine(value)} onClick={() => void add()} />
      <Timer onMeasured={(measured) => setMinutes(String(measured))} />
    </div>
  );
}

function Entry({ entry }: { readonly entry: TimeEntry }): React.ReactElement {
  const { apply, applyLoudly, readOnly } = useModelView();
  const [minutes, setMinutes] = React.useState(String(entry.minutes));
  const value = Math.round(Number(minutes));
  const name = `${entry.at.slice(0, 10)} ${entry.by}`;
  const put = (change: Partial<TimeEntry>) => apply(changeTime({ ...entry, ...change }));
  return (
    <li>
      <span>{name}</span>
      <span className="wo-time-entry">
        <input
          className="wo-input wo-time-minutes"
          inputMode="numeric"
          aria-label={`Minutes of ${name}`}
          aria-invalid={!isFine(value)}
          value={minutes}
          disabled={readOnly}
          onChange={({ target }) => setMinutes(target.value)}
          onBlur={() =>
            isFine(value)
              ? value !== entry.minutes && put({ minutes: value })
              : setMinutes(String(entry.minutes))
          }
        />{' '}
        min{' '}
        <Choice
          label={`Activity of ${name}`}
          value={entry.activity}
          options={options}
          disabled={readOnly}
          onChange={(activity) => put({ activity })}
        />{' '}
        {!readOnly && (
          <button
            type="button"
            className="wo-link"
            onClick={() => applyLoudly(removeTime(entry.id), 'Time removed.')}
          >
            Remove
          </button>
        )}
      </span>
    </li>
  );
}

export function Entries(): React.ReactElement | null {
  const { model } = useModelView();
  const entries = [...model.timeEntry.values()].sort((a, b) => (a.at < b.at ? 1 : -1));
  if (entries.length === 0) return null;
  return (
    <details className="wo-why-number">
      <summary>Time that was entered</summary>
      <ul className="wo-why-list">
        {entries.map((entry) => (
          // By its minutes as well: an Undo shows at once.
          <Entry key={`${entry.id} ${entry.minutes}`} entry={entry} />
        ))}
      </ul>
    </details>
  );
}
