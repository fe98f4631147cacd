/** The projects of the organisation as cards, beside the tabs of extensions. */
import * as React from 'react';
import { pathOf } from '../../page/routing';
import { ShellLink } from '../../page/ShellLink';
import { useShell } from '../../page/shell';
import { Pivots } from '../Pivots';
import { ViewHeader } from '../ViewHeader';

const noContext = {};

export function HomePage(): JSX.Element {
  const { bootstrap, navigation } = useShell();
  const { organisation, project } = bootstrap;
  return (
    <div className="view">
      <ViewHeader title={organisation.name} icon="home" />
      <Pivots
        label="Views of the organisation"
        target="ms.vss-tfs-web.suite-home-pivots"
        own={[{ id: 'projects', text: 'Projects' }]}
        chosen="projects"
        choose={() => navigation.move(pathOf(organisation.name), 'push')}
        context={noContext}
      >
        <ul className="project-cards" aria-label="Projects">
          <li>
            <ShellLink path={['_boards', 'board']} className="project-card">
              <span className="project-mark" aria-hidden="true">
                {project.name.slice(0, 1).toUpperCase()}
              </span>
              <strong>{project.name}</strong>
              <span className="secondary">{project.processName} process</span>
            </ShellLink>
          </li>
        </ul>
      </Pivots>
    </div>
  );
}
