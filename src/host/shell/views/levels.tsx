/** The backlog levels of boards and backlogs: which one the address names, and the menu that changes it. */
import * as React from 'react';
import { pathOf } from '../page/routing';
import { useShell, type Shell } from '../page/shell';
import { Icon } from '../parts/Icon';
import { Menu } from '../parts/Menu';
import type { BacklogLevel, Process } from '../rest/process';
import type { TabContext } from '../xdm/tab-context';

/** Contributed tabs stand on boards and backlogs alike: the original has one target id for both. */
export const backlogTabs = 'ms.vss-work-web.product-backlog-tabs';

/** The level at the end of an address such as "t/Shop Team/Features"; undefined when it names none. */
export function namedLevel(process: Process, rest: string): BacklogLevel | undefined {
  const wanted = rest.slice(rest.lastIndexOf('/') + 1).toLowerCase();
  return process.levels.find((level) => [level.name.toLowerCase(), level.id.toLowerCase()].includes(wanted));
}

/** SDK.getConfiguration() of a tab on a board or backlog. */
export function levelContext(shell: Shell, level: BacklogLevel): TabContext {
  const { id, name } = shell.bootstrap.team;
  return { level: level.name, workItemTypes: level.types, team: { id, name }, foregroundInstance: true };
}

interface LevelChoiceProps {
  readonly process: Process;
  readonly current: BacklogLevel | undefined;
  /** Segments below the project, before the name of the level. */
  readonly path: readonly string[];
  /** Present where the whole backlog can be shown. */
  readonly everything?: readonly string[];
}

/** A change of level keeps the pivot that is shown. */
export function LevelChoice({ process, current, path, everything }: LevelChoiceProps): JSX.Element {
  const { bootstrap, navigation } = useShell();
  function go(segments: readonly string[]): void {
    const to = pathOf(bootstrap.organisation.name, bootstrap.project.name, ...segments);
    navigation.move(to + navigation.current().search, 'push');
  }
  const all = everything && {
    key: 'everything',
    text: 'All levels',
    checked: current === undefined,
    run: () => go(everything),
  };
  const levels = process.levels.map((level) => ({
    key: level.id,
    text: level.name,
    checked: level === current,
    run: () => go([...path, level.name]),
  }));
  const text = current?.name ?? 'All levels';
  return (
    <Menu
      label={`${text}: choose a backlog level`}
      className="button"
      content={
        <React.Fragment>
          {text} <Icon name="chevronDown" />
        </React.Fragment>
      }
      entries={all ? [all, ...levels] : levels}
    />
  );
}
