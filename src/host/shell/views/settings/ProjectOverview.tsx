/** Name, process and ids of the project. */
import * as React from 'react';
import { useShell } from '../../page/shell';
import { More } from '../More';
import { Facts, SettingsHead } from './Overview';

const targets = ['ms.vss-admin-web.project-overview-toolbar-menu'];

export function ProjectOverview(): JSX.Element {
  const { project, team } = useShell().bootstrap;
  const { id, name } = project;
  return (
    <React.Fragment>
      <SettingsHead title="Project overview">
        <More label="Actions for the project" targets={targets} context={() => ({ project: { id, name } })} />
      </SettingsHead>
      <Facts
        facts={[
          ['Name', name],
          ['Process', project.processName],
          ['Default team', team.name],
          ['Id', id],
        ]}
      />
    </React.Fragment>
  );
}
