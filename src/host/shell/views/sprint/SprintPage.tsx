/** The sprints of the team: taskboard, sprint backlog, capacity and contributed tabs of the one that the address names. */
import * as React from 'react';
import { pathOf } from '../../page/routing';
import { useShell, type Shell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Icon } from '../../parts/Icon';
import { Loading } from '../../parts/Loading';
import { Notice } from '../../parts/Notice';
import type { Process } from '../../rest/process';
import type { Iteration } from '../../rest/team';
import { field, leafOf } from '../../rest/work-item';
import { BacklogTree } from '../backlog/BacklogTree';
import { Pivots } from '../Pivots';
import { BesidePane, PaneChoice, type PaneTarget } from '../SidePane';
import type { ViewProps } from '../view';
import { More } from '../More';
import { ViewHeader } from '../ViewHeader';
import { CapacityPage } from './CapacityPage';
import { chosenIteration, readSprint } from './read-sprint';
import { SprintChoice } from './SprintChoice';
import { Taskboard } from './Taskboard';

const sprintPanes: PaneTarget = 'ms.vss-work-web.iteration-backlog-toolpane';
const sprintTabs = 'ms.vss-work-web.iteration-backlog-tabs';
const pivots = [
  { id: 'taskboard', text: 'Taskboard' },
  { id: 'backlog', text: 'Backlog' },
  { id: 'capacity', text: 'Capacity' },
];

interface SprintContentProps {
  readonly process: Process;
  readonly iteration: Iteration;
  readonly pivot: string;
}

function SprintContent({ process, iteration, pivot }: SprintContentProps): JSX.Element {
  const shell = useShell();
  const read = React.useCallback(() => readSprint(shell, process, iteration), [shell, process, iteration]);
  const load = useLoad(read);
  return (
    <Loading load={load} what={pivot === 'taskboard' ? 'the taskboard' : 'the sprint'}>
      {(sprint) =>
        pivot === 'capacity' ? (
          <CapacityPage process={process} iteration={iteration} tasks={sprint.tasks} />
        ) : pivot === 'backlog' ? (
          <BesidePane target={sprintPanes}>
            {(select) => (
              <BacklogTree
                backlog={{ process, items: [...sprint.parents, ...sprint.tasks], wiql: sprint.wiql }}
                placement={{ [field.iteration]: iteration.path }}
                reload={load.reload}
                select={select}
              />
            )}
          </BesidePane>
        ) : (
          <Taskboard board={sprint} reload={load.reload} />
        )
      }
    </Loading>
  );
}

interface SprintsProps {
  readonly process: Process;
  readonly iterations: readonly Iteration[];
  readonly iteration: Iteration | undefined;
  readonly pivot: string;
}

function Sprints({ process, iterations, iteration, pivot }: SprintsProps): JSX.Element {
  const { bootstrap, navigation } = useShell();
  const { id, name } = bootstrap.team;
  const [reading, setReading] = React.useState(0);
  const root = [bootstrap.organisation.name, bootstrap.project.name, '_sprints'];
  /** The query names the contributed tab, if one is shown: it stays when only the sprint changes. */
  function go(to: string, sprint: Iteration | undefined, query: string): void {
    navigation.move(pathOf(...root, to, name, ...(sprint ? [sprint.name] : [])) + query, 'push');
  }
  const context = iteration && { iterationId: iteration.id, team: { id, name }, foregroundInstance: true };
  return (
    <div className="view">
      <ViewHeader title={name} icon="sprint">
        <SprintChoice
          iterations={iterations}
          iteration={iteration}
          choose={(to) => go(pivot, to, navigation.current().search)}
        />
        {pivot === 'backlog' && <PaneChoice target={sprintPanes} />}
        <button type="button" className="button subtle" onClick={() => setReading((now) => now + 1)}>
          <Icon name="refresh" /> Refresh
        </button>
        <More
          label="More of the sprint"
          targets={['ms.vss-work-web.sprint-board-pivot-filter-menu']}
          context={() => ({ iteration, team: { id, name } })}
        />
      </ViewHeader>
      <Pivots
        label="Views of the sprint"
        target={sprintTabs}
        own={pivots}
        chosen={pivot}
        choose={(to) => go(to, iteration, '')}
        context={context}
      >
        {iteration ? (
          <SprintContent
            key={`${reading} ${iteration.id}`}
            process={process}
            iteration={iteration}
            pivot={pivot}
          />
        ) : (
          <Notice kind="empty" title="The team has no sprint yet">
            Give the team an iteration, and it appears here.
          </Notice>
        )}
      </Pivots>
    </div>
  );
}

async function readSprints(shell: Shell) {
  const [process, iterations] = await Promise.all([shell.process(), shell.team.iterations()]);
  return { process, iterations };
}

export function SprintPage({ params }: ViewProps): JSX.Element {
  const shell = useShell();
  const read = React.useCallback(() => readSprints(shell), [shell]);
  const load = useLoad(read);
  const wanted = leafOf((params['rest'] ?? '').replaceAll('/', '\\'));
  const asked = params['pivot']?.toLowerCase();
  const pivot = pivots.find(({ id }) => id === asked)?.id ?? 'taskboard';
  return (
    <Loading load={load} what="the sprints">
      {({ process, iterations }) => (
        <Sprints
          process={process}
          iterations={iterations}
          iteration={chosenIteration(iterations, wanted)}
          pivot={pivot}
        />
      )}
    </Loading>
  );
}
