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

const cardTargets = {
  board: work('backlog-board-card-item-menu'),
  taskboard: work('sprint-board-card-item-menu'),
  plan: 'ms.vss-plans.card-context-menu',
  /** Children listed on a card have no place of their own. */
  checklist: anyItem,
} as const;

/** Of a card on a board, a taskboard or a plan, or of a child on a card; a plan is of several teams, so it tells none. */
export function cardMenu(shell: Shell, item: WorkItem, place: keyof typeof cardTargets): ContributedMenu {
  return contributedMenu(shell, [cardTargets[place], anyItem], () => ({
    id: item.id,
    workItemType: textOf(item, field.type),
    ...(place === 'plan' ? {} : { team: teamOf(shell) }),
  }));
}

export interface ActedRows {
  /** The row whose menu was opened. */
  readonly item: WorkItem;
  /** All rows that the action is about: the selected ones where the row is one of them, else the row alone. */
  readonly acted: readonly WorkItem[];
  /** Reference names of the fields that the table shows. */
  readonly columns: readonly string[];
  /** The query that found them; a backlog has one too, which nobody saved. */
  readonly query: object;
}

/** The most rows whose values are told; `ids` has them all, as on the original. */
const toldRows = 200;

/** Of rows of a backlog or of the result of a query; the original tells both the same. */
export function rowMenu(shell: Shell, place: 'backlog' | 'query', rows: ActedRows): ContributedMenu {
  const own = place === 'backlog' ? 'backlog-item-menu' : 'query-result-work-item-menu';
  const { item, acted, columns, query } = rows;
  const ids = acted.map(({ id }) => id);
  return contributedMenu(shell, [work(own), anyItem], () => ({
    id: item.id,
    ids,
    workItemIds: ids,
    workItemType: textOf(item, field.type),
    workItemTypeNames: acted.map((each) => textOf(each, field.type)),
    workItemProjects: acted.map(() => shell.bootstrap.project.name),
    columns,
    rows: acted.slice(0, toldRows).map((each) => columns.map((name) => each.fields[name] ?? null)),
    query,
    hideDelete: shell.user.access === 'read',
    team: teamOf(shell),
  }));
}

export const formMenuTargets: readonly string[] = [work('work-item-toolbar-menu'), anyItem];
