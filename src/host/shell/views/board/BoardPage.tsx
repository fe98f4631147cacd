/** The board of a backlog level: columns from the server, cards that move by mouse, by menu and by keyboard. */
import * as React from 'react';
import { pathOf } from '../../page/routing';
import { useShell, type Shell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Icon } from '../../parts/Icon';
import { Loading } from '../../parts/Loading';
import type { BacklogLevel, Process } from '../../rest/process';
import { byParent, readCards } from '../cards';
import { backlogTabs, LevelChoice, levelContext, namedLevel } from '../levels';
import { Pivots } from '../Pivots';
import type { ViewProps } from '../view';
import { More } from '../More';
import { ViewHeader } from '../ViewHeader';
import type { Board } from './board-data';
import { BoardGrid } from './BoardGrid';
import { fieldsAskedFor } from './card-style';

/** Cards carry the items of the level below as a checklist. */
function typesBelow(process: Process, level: BacklogLevel): readonly string[] {
  const at = process.levels.indexOf(level);
  return (process.levels[at + 1] ?? process.tasks).types;
}

async function readBoard(shell: Shell, process: Process, level: BacklogLevel): Promise<Board> {
  const setup = await shell.team.board(level.name);
  const [cards, tasks] = await Promise.all([
    readCards(shell, process, level.types, { fields: fieldsAskedFor(setup) }),
    readCards(shell, process, typesBelow(process, level)),
  ]);
  return { process, setup, cards, tasks: byParent(tasks) };
}

interface LevelBoardProps {
  readonly process: Process;
  readonly level: BacklogLevel;
}

function LevelBoard({ process, level }: LevelBoardProps): JSX.Element {
  const shell = useShell();
  const { bootstrap, navigation } = shell;
  const read = React.useCallback(() => readBoard(shell, process, level), [shell, process, level]);
  const load = useLoad(read);
  const root = [bootstrap.organisation.name, bootstrap.project.name];
  const path = ['_boards', 'board', 't', bootstrap.team.name];
  return (
    <div className="view">
      <ViewHeader title={bootstrap.team.name} icon="board">
        <LevelChoice process={process} current={level} path={path} />
        {shell.user.access === 'write' && (
          <button
            type="button"
            className="button subtle"
            onClick={() =>
              shell.overlays.open({
                kind: 'new-work-item',
                item: { type: level.defaultType, fields: {} },
                onClose: () => void load.reload(),
              })
            }
          >
            <Icon name="plus" /> New item
          </button>
        )}
        <button
          type="button"
          className="button subtle"
          onClick={() => navigation.move(pathOf(...root, '_sprints', 'taskboard'), 'push')}
        >
          <Icon name="tasks" /> Taskboard
        </button>
        <button type="button" className="button subtle" onClick={() => void load.reload()}>
          <Icon name="refresh" /> Refresh
        </button>
        <More
          label="More of the board"
          targets={['ms.vss-work-web.backlog-board-pivot-filter-menu']}
          context={() => ({
            // Addresses of boards take the id of the level, too, where the board is not read yet.
            id: load.loaded.status === 'ready' ? load.loaded.value.setup.id : level.id,
            team: { id: bootstrap.team.id, name: bootstrap.team.name },
          })}
        />
      </ViewHeader>
      <Pivots
        label="Views of the board"
        target={backlogTabs}
        own={[{ id: 'board', text: 'Board' }]}
        chosen="board"
        choose={() => navigation.move(pathOf(...root, ...path, level.name), 'push')}
        context={levelContext(shell, level)}
      >
        <Loading load={load} what="the board">
          {(board) => <BoardGrid board={board} reload={load.reload} />}
        </Loading>
      </Pivots>
    </div>
  );
}

export function BoardPage({ params }: ViewProps): JSX.Element {
  const shell = useShell();
  const read = React.useCallback(() => shell.process(), [shell]);
  return (
    <Loading load={useLoad(read)} what="the board">
      {(process) => (
        <LevelBoard
          process={process}
          level={namedLevel(process, params['rest'] ?? '') ?? process.requirements}
        />
      )}
    </Loading>
  );
}
