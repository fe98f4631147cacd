/** The projects of the organisation. */
import * as React from 'react';
import { ShellLink } from '../../page/ShellLink';
import { useShell } from '../../page/shell';
import { Grid } from './Grid';
import { More } from '../More';
import { SettingsHead } from './Overview';

const targets = ['ms.vss-admin-web.projects-grid-menu'];

export function ProjectsPage(): JSX.Element {
  const { id, name, processName } = useShell().bootstrap.project;
  return (
    <React.Fragment>
      <SettingsHead title="Projects" />
      <Grid
        label="Projects"
        heads={['Name', 'Process', 'Actions']}
        rows={[
          {
            key: id,
            cells: [
              <ShellLink key="name" path={['_settings']}>
                {name}
              </ShellLink>,
              processName,
              <More
                key="more"
                label={`Actions for ${name}`}
                targets={targets}
                context={() => ({ project: { id, name } })}
              />,
            ],
          },
        ]}
      />
    </React.Fragment>
  );
}
