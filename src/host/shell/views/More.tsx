/** What extensions add to menus: a button of its own where the page has no menu, and what their actions are told. */
import * as React from 'react';
import { contributedMenu, type ActionContext, type ContributedMenu } from '../page/contributed-menu';
import { useShell, type Shell } from '../page/shell';
import { Icon } from '../parts/Icon';
import { Menu } from '../parts/Menu';
import { field, textOf, type WorkItem } from '../rest/work-item';

const work = (name: string): string => `ms.vss-work-web.${name}`;
/** Actions at this target stand in every menu of a work item. */
const anyItem = work('work-item-context-menu');

export interface MoreProps {
  readonly label: string;
  readonly targets: readonly string[];
  /** Made when an action is used. */
  readonly context: () => ActionContext;
}

/** Nothing where no extension adds anything. */
export function More({ label, targets, context }: MoreProps): JSX.Element | null {
  const { entries, load } = contributedMenu(useShell(), targets, context);
  if (entries.length === 0 && load === undefined) return null;
  return <Menu label={label} content={<Icon name="more" />} entries={entries} load={load} />;
}

const teamOf = ({ bootstrap: { team } }: Shell) => ({ id: team.id, name: team.name });

/** Of a card on a board or taskboard. */
export function cardMenu(shell: Shell, item: WorkItem, place: 'board' | 'taskboard'): ContributedMenu {
  const own = place === 'board' ? 'backlog-board-card-item-menu' : 'sprint-board-card-item-menu';
  return contributedMenu(shell, [work(own), anyItem], () => ({
    id: item.id,
    workItemType: textOf(item, field.type),
    team: teamOf(shell),
  }));
}

/** Of a row of a backlog or of the result of a query; the original tells both the same. */
export function rowMenu(shell: Shell, item: WorkItem, place: 'backlog' | 'query'): ContributedMenu {
  const own = place === 'backlog' ? 'backlog-item-menu' : 'query-result-work-item-menu';
  return contributedMenu(shell, [work(own), anyItem], () => ({
    id: item.id,
    ids: [item.id],
    workItemIds: [item.id],
    workItemType: textOf(item, field.type),
    workItemTypeNames: [textOf(item, field.type)],
    workItemProjects: [shell.bootstrap.project.name],
    team: teamOf(shell),
  }));
}

export const formMenuTargets: readonly string[] = [work('work-item-toolbar-menu'), anyItem];
