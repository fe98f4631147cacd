/** What the model cost and what it brought: time, decisions, risk removed per hour, against the one day it should take. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { addTime, removeTime } from '../../../core/model/edits/time';
import { timeActivities } from '../../../core/model/decisions';
import type { TimeEntry } from '../../../core/model/decisions';
import { valueOf } from '../../../core/risk/value';
import { Choice } from '../../../ui/Choice';
import { Field, Labelled } from '../../../ui/Field';
import { percent, points } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

const words: Readonly<Record<TimeEntry['activity'], string>> = {
  modeling: 'Modeling',
  deciding: 'Deciding',
  reviewing: 'Reviewing',
  meeting: 'Meeting',
  other: 'Other',
};
const options = timeActivities.map((value) => ({ value, label: words[value] }));
const hours = (minutes: number): string => `${points(minutes / 60)} h`;
/** At most a week at once, as the model keeps it. */
const mostMinutes = 10_080;

function AddTime(): React.ReactElement {
  const { app } = useHub();
  const { apply, readOnly } = useModelView();
  const [minutes, setMinutes] = React.useState('');
  const [activity, setActivity] = React.useState<TimeEntry['activity']>('modeling');
  const value = Math.round(Number(minutes));
  const isFine = value >= 1 && value <= mostMinutes;
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
      <Button text="Add time" disabled={readOnly || !isFine} onClick={() => void add()} />
    </div>
  );
}

function Entries(): React.ReactElement | null {
  const { model, applyLoudly, readOnly } = useModelView();
  const entries = [...model.timeEntry.values()].sort((a, b) => (a.at < b.at ? 1 : -1));
  if (entries.length === 0) return null;
  return (
    <details className="wo-why-number">
      <summary>Time that was entered</summary>
      <ul className="wo-why-list">
        {entries.map(({ id, by, minutes, at, activity }) => (
          <li key={id}>
            <span>
              {at.slice(0, 10)} {by}, {words[activity].toLowerCase()}
            </span>
            <span className="wo-number">
              {hours(minutes)}{' '}
              {!readOnly && (
                <button
                  type="button"
                  className="wo-link"
                  onClick={() => applyLoudly(removeTime(id), 'Time removed.')}
                >
                  Remove
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function ValueCard(): React.ReactElement {
  const { model, assessment } = useModelView();
  const value = React.useMemo(() => valueOf(model, assessment), [model, assessment]);
  const { minutes, decisions, removed, removedPerHour, shareOfDay } = value;
  const figures: readonly (readonly [string, string, string])[] = [
    [
      'Time spent',
      hours(minutes),
      minutes === 0 ? 'Nobody entered any yet' : `${percent(shareOfDay)} of one day`,
    ],
    ['Decisions', String(decisions), 'Judged, answered or accepted by a person'],
    ['Risk removed', points(removed), 'Inherent risk less the risk now'],
    [
      'Removed per hour',
      removedPerHour === undefined ? '–' : points(removedPerHour),
      'Points for an hour spent',
    ],
  ];
  return (
    <section className="wo-card" aria-label="Value and cost">
      <h2>Value and cost</h2>
      <div className="wo-figures wo-five-figures">
        {figures.map(([name, figure, note]) => (
          <div key={name} className="wo-figure">
            <h3>{name}</h3>
            <p className="wo-figure-value">{figure}</p>
            <p className="wo-quiet">{note}</p>
          </div>
        ))}
      </div>
      <AddTime />
      <Entries />
    </section>
  );
}
