/** The page on which a widget is configured: every choice is shown at once, and told to the dashboard for its preview. */
import './widget.css';
import * as React from 'react';
import type { Named } from '../../app/widget-app';
import { bootWidget, draw } from '../boot-widget';
import { periods, readChosen, storedChoice, usualDays } from './settings';
import type { Chosen, HostSettings } from './settings';

/** What a widget lets choose besides the model. */
export type Asked = 'period' | 'team' | 'nothing';

interface ConfigurationContext {
  readonly notify: (event: string, data: object) => Promise<unknown>;
}
/** Of the host (IWidgetConfigurationContext). */
const changed = 'ms.vss-dashboards-web.configurationChange';

interface FormProps {
  readonly asked: Asked;
  readonly models: readonly Named[];
  /** Names of the project's teams. */
  readonly teams: readonly string[];
  readonly team: string;
  readonly first: Chosen;
  readonly onChange: (next: Chosen) => void;
}

/** A team that was chosen and is not listed stays to be seen: it was renamed, or the list could not be read. */
const teamsWith = (teams: readonly string[], chosen: string | undefined): readonly string[] =>
  chosen === undefined || teams.includes(chosen) ? teams : [chosen, ...teams];

function Form({ asked, models, teams, team, first, onChange }: FormProps): React.ReactElement {
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
          {models.map(({ id, name }) => (
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
            onChange={({ target }) => put({ days: periods.find((days) => String(days) === target.value) })}
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

export function runSettings(asked: Asked): Promise<void> {
  return bootWidget(({ app, team }) => {
    let chosen: Chosen = {};
    return {
      load: async (settings: HostSettings, host: ConfigurationContext) => {
        chosen = readChosen(settings);
        // A list that cannot be read leaves "all of the project", and the dashboard's team.
        const [models, teams] = await Promise.all([
          app.models().catch((): readonly Named[] => []),
          asked === 'team' ? app.teams().catch((): readonly string[] => []) : [],
        ]);
        const onChange = (next: Chosen) => {
          chosen = next;
          void host.notify(changed, { data: storedChoice(next) });
        };
        draw(<Form {...{ asked, models, teams, team, onChange }} first={chosen} />);
        return { statusType: 0 };
      },
      onSave: () => Promise.resolve({ isValid: true, customSettings: storedChoice(chosen) }),
    };
  });
}
