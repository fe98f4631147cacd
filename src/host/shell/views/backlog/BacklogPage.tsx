/** The backlog as a tree from the top level down to tasks, with a row for a new item. */
import * as React from 'react';
import { pathOf } from '../../page/routing';
import { useShell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Icon } from '../../parts/Icon';
import { Loading } from '../../parts/Loading';
import { backlogTypes, type BacklogLevel, type Process } from '../../rest/process';
import { cardsQuery, readCards } from '../cards';
import { backlogTabs, LevelChoice, levelContext, namedLevel } from '../levels';
import { Pivots } from '../Pivots';
import { BesidePane, PaneChoice, type PaneTarget } from '../SidePane';
import type { ViewProps } from '../view';
import { ViewHeader } from '../ViewHeader';
import { BacklogTree } from './BacklogTree';

/** Types of a level and of all levels below it; of the whole backlog without one. */
function typesFrom(process: Process, level: BacklogLevel | undefined): readonly string[] {
  if (!level) return backlogTypes(process);
  const levels = process.levels.slice(process.levels.indexOf(level));
  return [...new Set([...levels.flatMap(({ types }) => types), ...process.tasks.types])];
}

/** The original has one kind of pane for requirements, and for the whole backlog, and another for what is above them. */
function paneTarget(process: Process, level: BacklogLevel | undefined): PaneTarget {
  return level && level.id !== process.requirements.id
    ? 'ms.vss-work-web.portfolio-backlog-toolpane'
    : 'ms.vss-work-web.requirement-backlog-toolpane';
}

interface LevelProps {
  readonly process: Process;
  readonly level: BacklogLevel | undefined;
}

function LevelTree({ process, level }: LevelProps): JSX.Element {
  const shell = useShell();
  const read = React.useCallback(async () => {
    const types = typesFrom(process, level);
    return { process, items: await readCards(shell, process, types), wiql: cardsQuery(process, types) };
  }, [shell, process, level]);
  const load = useLoad(read);
  return (
    <Loading load={load} what="the backlog">
      {(backlog) => (
        <BesidePane target={paneTarget(process, level)}>
          {(select) => <BacklogTree backlog={backlog} reload={load.reload} select={select} />}
        </BesidePane>
      )}
    </Loading>
  );
}

function LevelBacklog({ process, level }: LevelProps): JSX.Element {
  const shell = useShell();
  const { bootstrap, navigation } = shell;
  const [reading, setReading] = React.useState(0);
  const path = ['_backlogs', 'backlog', bootstrap.team.name];
  const own = level ? [...path, level.name] : ['_backlogs', 'backlog'];
  return (
    <div className="view">
      <ViewHeader title={bootstrap.team.name} icon="backlog">
        <LevelChoice process={process} current={level} path={path} everything={['_backlogs', 'backlog']} />
        <PaneChoice target={paneTarget(process, level)} />
        <button type="button" className="button subtle" onClick={() => setReading((now) => now + 1)}>
          <Icon name="refresh" /> Refresh
        </button>
      </ViewHeader>
      <Pivots
        label="Views of the backlog"
        target={backlogTabs}
        own={[{ id: 'backlog', text: 'Backlog' }]}
        chosen="backlog"
        choose={() =>
          navigation.move(pathOf(bootstrap.organisation.name, bootstrap.project.name, ...own), 'push')
        }
        context={levelContext(shell, level ?? process.requirements)}
      >
        <LevelTree key={reading} process={process} level={level} />
      </Pivots>
    </div>
  );
}

export function BacklogPage({ params }: ViewProps): JSX.Element {
  const shell = useShell();
  const read = React.useCallback(() => shell.process(), [shell]);
  return (
    <Loading load={useLoad(read)} what="the backlog">
      {(process) => <LevelBacklog process={process} level={namedLevel(process, params['rest'] ?? '')} />}
    </Loading>
  );
}
