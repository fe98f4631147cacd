/** Every dashboard of the project, and a line that makes a new one. */
import * as React from 'react';
import { ask, say } from '../../overlays/overlay-stack';
import { pathOf } from '../../page/routing';
import { ShellLink } from '../../page/ShellLink';
import { useShell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Icon } from '../../parts/Icon';
import { Loading } from '../../parts/Loading';
import { Menu } from '../../parts/Menu';
import { sentenceOf } from '../../rest/connection';
import type { DashboardEntry } from '../../rest/dashboards';
import { Grid } from '../settings/Grid';
import { ViewHeader } from '../ViewHeader';
import { mayEdit, useDashboards } from './use-dashboards';

const longestName = 32;

function NewDashboard(): JSX.Element {
  const shell = useShell();
  const dashboards = useDashboards();
  const [name, setName] = React.useState('');
  const [owner, setOwner] = React.useState<'team' | 'project'>('team');
  async function create(event: React.SyntheticEvent): Promise<void> {
    event.preventDefault();
    try {
      const made = await dashboards.create(name, owner);
      const { organisation, project } = shell.bootstrap;
      const to = pathOf(organisation.name, project.name, '_dashboards', 'dashboard', made.id);
      shell.navigation.move(`${to}?edit=yes`, 'push');
    } catch (problem) {
      say(shell.overlays, sentenceOf(problem));
    }
  }
  return (
    <form className="new-dashboard" onSubmit={(event) => void create(event)}>
      <input
        aria-label="Name of the new dashboard"
        placeholder="Name of a new dashboard"
        maxLength={longestName}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <select
        aria-label="Owner of the new dashboard"
        value={owner}
        onChange={(event) => setOwner(event.target.value === 'project' ? 'project' : 'team')}
      >
        <option value="team">Team: {shell.bootstrap.team.name}</option>
        <option value="project">Project: {shell.bootstrap.project.name}</option>
      </select>
      <button type="submit" className="button primary" disabled={name.trim() === ''}>
        <Icon name="plus" /> New dashboard
      </button>
    </form>
  );
}

interface EntriesProps {
  readonly entries: readonly DashboardEntry[];
  readonly reload: () => Promise<void>;
}

function Entries({ entries, reload }: EntriesProps): JSX.Element {
  const shell = useShell();
  const dashboards = useDashboards();
  async function remove(entry: DashboardEntry): Promise<void> {
    const sure = await ask(shell.overlays, {
      title: `Delete “${entry.name}”?`,
      text: 'The dashboard and the settings of its widgets are gone then.',
      okText: 'Delete',
    });
    if (!sure) return;
    await dashboards.remove(entry).catch((problem: unknown) => say(shell.overlays, sentenceOf(problem)));
    await reload();
  }
  const mayWrite = mayEdit(shell);
  return (
    <Grid
      label="Dashboards"
      heads={['Name', 'Owner', 'Description', ...(mayWrite ? ['Actions'] : [])]}
      rows={entries.map((entry) => ({
        key: entry.id,
        cells: [
          <ShellLink key="name" path={['_dashboards', 'dashboard', entry.id]}>
            {entry.name}
          </ShellLink>,
          entry.groupId === undefined ? shell.bootstrap.project.name : shell.bootstrap.team.name,
          entry.description,
          ...(mayWrite
            ? [
                <Menu
                  key="menu"
                  label={`Actions for ${entry.name}`}
                  content={<Icon name="more" />}
                  entries={[{ key: 'delete', text: 'Delete', run: () => void remove(entry) }]}
                />,
              ]
            : []),
        ],
      }))}
    />
  );
}

export function Directory(): JSX.Element {
  const shell = useShell();
  const dashboards = useDashboards();
  const read = React.useCallback(() => dashboards.list(), [dashboards]);
  const load = useLoad(read);
  return (
    <div className="view dashboards">
      <ViewHeader title="Dashboards" icon="dashboard">
        {mayEdit(shell) && <NewDashboard />}
      </ViewHeader>
      <div className="dashboard-directory">
        <Loading load={load} what="the dashboards">
          {(entries) => <Entries entries={entries} reload={load.reload} />}
        </Loading>
      </div>
    </div>
  );
}
