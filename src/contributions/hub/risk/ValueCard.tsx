/** What the model cost and what it brought: time, decisions, risk removed per hour, against the one day it should take. */
import * as React from 'react';
import { valueOf } from '../../../core/risk/value';
import type { ModelValue } from '../../../core/risk/value';
import type { Model } from '../../../core/model/model';
import { Why } from '../../../ui/Why';
import { counted, percent, points } from '../../../ui/words';
import { useModelView } from '../model-view';
import { AddTime, Entries, hours } from './TimeSpent';

interface ValueFigure {
  readonly name: string;
  readonly figure: string;
  readonly note: string;
  /** How it came about, a sentence each. */
  readonly why: readonly string[];
}

function figuresOf(model: Model, value: ModelValue): readonly ValueFigure[] {
  const { minutes, decisions, removed, removedPerHour, shareOfDay, made } = value;
  return [
    {
      name: 'Time spent',
      figure: hours(minutes),
      note: minutes === 0 ? 'Nobody entered any yet' : `${percent(shareOfDay)} of one day`,
      why: [
        `${counted(model.timeEntry.size, 'entry', 'entries')} with ${counted(minutes, 'minute')}, each entered by a person.`,
        'A model of an average solution should take one day of 8 hours.',
      ],
    },
    {
      name: 'Decisions',
      figure: String(decisions),
      note: 'Judged, answered or accepted by a person',
      why: made.map(({ what, count }) => `${count}: ${what}.`),
    },
    {
      name: 'Risk removed',
      figure: points(removed),
      note: 'Inherent risk less the risk now',
      why: [
        `${points(value.inherent)} inherent − ${points(value.current)} now = ${points(removed)} points that mitigations hold away.`,
      ],
    },
    {
      name: 'Removed per hour',
      figure: removedPerHour === undefined ? '–' : points(removedPerHour),
      note: 'Points for an hour spent',
      why: [
        removedPerHour === undefined
          ? 'It needs time that somebody entered.'
          : `${points(removed)} points ÷ ${hours(minutes)} = ${points(removedPerHour)} points for an hour.`,
      ],
    },
  ];
}

export function ValueCard(): React.ReactElement {
  const { model, assessment } = useModelView();
  const figures = React.useMemo(() => figuresOf(model, valueOf(model, assessment)), [model, assessment]);
  return (
    <section className="wo-card" aria-label="Value and cost">
      <h2>Value and cost</h2>
      <div className="wo-figures wo-five-figures">
        {figures.map(({ name, figure, note, why }) => (
          <div key={name} className="wo-figure">
            <h3>{name}</h3>
            <p className="wo-figure-value">{figure}</p>
            <p className="wo-quiet">{note}</p>
            <Why of={name}>{() => why.map((each) => <p key={each}>{each}</p>)}</Why>
          </div>
        ))}
      </div>
      <AddTime />
      <Entries />
    </section>
  );
}
