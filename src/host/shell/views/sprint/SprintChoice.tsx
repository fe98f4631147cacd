/** The menu of the team's sprints, with the dates of the one that is shown. */
import * as React from 'react';
import { Icon } from '../../parts/Icon';
import { Menu } from '../../parts/Menu';
import type { Iteration } from '../../rest/team';

function shortDate(date: string | null | undefined): string {
  return date
    ? new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
    : '';
}

interface SprintChoiceProps {
  readonly iterations: readonly Iteration[];
  readonly iteration: Iteration | undefined;
  /** Shows another sprint in the same pivot. */
  readonly choose: (iteration: Iteration) => void;
}

export function SprintChoice({ iterations, iteration, choose }: SprintChoiceProps): JSX.Element {
  const entries = iterations.map((each) => ({
    key: each.id,
    text: `${each.name}${each.attributes.timeFrame === 'current' ? ' (current)' : ''}`,
    checked: each === iteration,
    run: () => choose(each),
  }));
  const dates = [iteration?.attributes.startDate, iteration?.attributes.finishDate]
    .map(shortDate)
    .filter((date) => date !== '');
  return (
    <div className="sprint-choice">
      <Menu
        label={`${iteration?.name ?? 'No sprint'}: choose a sprint`}
        className="button"
        content={
          <React.Fragment>
            {iteration?.name ?? 'No sprint'} <Icon name="chevronDown" />
          </React.Fragment>
        }
        entries={entries}
        align="start"
      />
      <span className="secondary">{dates.join(' – ')}</span>
    </div>
  );
}
