/** The teams of the project, as the server lists them. */
import * as React from 'react';
import { useShell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Loading } from '../../parts/Loading';
import type { Listed } from '../../rest/connection';
import { Grid } from './Grid';
import { More } from '../More';
import { SettingsHead } from './Overview';

const targets = ['ms.vss-admin-web.teams-grid-menu'];

interface Team {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
}

export function TeamsPage(): JSX.Element {
  const { connection, bootstrap } = useShell();
  const { id } = bootstrap.project;
  const read = React.useCallback(
    () => connection.send<Listed<Team>>({ path: `/_apis/projects/${id}/teams` }),
    [connection, id],
  );
  return (
    <React.Fragment>
      <SettingsHead title="Teams" />
      <Loading load={useLoad(read)} what="the teams">
        {({ value }) => (
          <Grid
            label="Teams"
            heads={['Team', 'Description', 'Actions']}
            rows={value.map((team) => ({
              key: team.id,
              cells: [
                team.name,
                team.description ?? '',
                <More
                  key="more"
                  label={`Actions for ${team.name}`}
                  targets={targets}
                  context={() => ({ team: { id: team.id, name: team.name } })}
                />,
              ],
            }))}
          />
        )}
      </Loading>
    </React.Fragment>
  );
}
