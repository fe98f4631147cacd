/** What can be chosen for a widget, all of it at once. */
import * as React from 'react';
import type { Named } from '../../app/widget-app';
import { periods, usualDays } from './settings';
import type { Chosen } from './settings';

/** What a widget lets choose besides the model. */
export type Asked = 'period' | 'team' | 'nothing';

export interface SettingsFormProps {
  readonly asked: Asked;
  readonly models: readonly Named[];
  /** Names of the project's teams. */
  readonly teams: readonly string[];
  readonly team: string;
  readonly first: Chosen;
  readonly onChange: (next: Chosen) => void;
}

/** A model that was chosen and is not listed: without it the form would say that all of the project is chosen. */
const modelsWith = (models: readonly Named[], chosen: string | undefined): readonly Named[] =>
  chosen === undefined || models.some(({ id }) => id === chosen)
    ? models
    : [
        {
          id: chosen,
          name: 'The one chosen before, which is gone or cannot be read',
        },
        ...models,
      ];

/** A team that was chosen and is not listed stays to be seen: it was renamed, or the list could not be read. */
const teamsWith = (teams: readonly string[], chosen: string | undefined): readonly string[] =>
  chosen === undefined || teams.includes(chosen) ? teams : [chosen, ...teams];

export function SettingsForm({
  asked,
  models,
  teams,
  team,
  first,
  onChange,
}: SettingsFormProps): React.ReactElement {
  const [chosen, setChosen] = React.useState(first);
  const put = (change: Chosen) => {
    const next = { ...chosen, ...change };
    setChosen(next);
    onChange(next);
  };
  return (
    <main className="ww-settings">
      <label>
        Threat model
        <select
          value={chosen.model ?? ''}
          onChange={({ target }) => put({ model: target.value || undefined })}
        >
          <option value="">All of the project</option>
          {modelsWith(models, chosen.model).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {asked === 'period' && (
        <label>
          Period
          <select
            value={chosen.days ?? usualDays}
            onChange={({ target }) =>
              put({
                days: periods.find((days) => String(days) === target.value),
              })
            }
          >
            {periods.map((days) => (
              <option key={days} value={days}>
                {days} days
              </option>
            ))}
          </select>
        </label>
      )}
      {asked === 'team' && (
        <label>
          Team
          <select
            value={chosen.team ?? ''}
            onChange={({ target }) => put({ team: target.value || undefined })}
          >
            <option value="">{team === '' ? 'The team of the dashboard' : `The dashboard’s: ${team}`}</option>
            {teamsWith(teams, chosen.team).map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </main>
  );
}
