/** The page on which a widget is configured: every choice is shown at once, and told to the dashboard for its preview. */
import './widget.css';
import * as React from 'react';
import type { Named } from '../../app/widget-app';
import { bootWidget, draw } from '../boot-widget';
import { readChosen, storedChoice } from './settings';
import type { Chosen, HostSettings } from './settings';
import { SettingsForm } from './SettingsForm';
import type { Asked } from './SettingsForm';

interface ConfigurationContext {
  readonly notify: (event: string, data: object) => Promise<unknown>;
}
/** Of the host (IWidgetConfigurationContext). */
const changed = 'ms.vss-dashboards-web.configurationChange';

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
        draw(<SettingsForm {...{ asked, models, teams, team, onChange }} first={chosen} />);
        return { statusType: 0 };
      },
      onSave: () =>
        Promise.resolve({
          isValid: true,
          customSettings: storedChoice(chosen),
        }),
    };
  });
}
