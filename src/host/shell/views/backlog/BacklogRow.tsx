/** One row of the backlog tree. */
import * as React from 'react';
import { accessTo } from '../../page/bootstrap';
import { useShell } from '../../page/shell';
import { rowMenu } from '../More';
import { Icon } from '../../parts/Icon';
import { Person, StateMark, Tags, TypeMark } from '../../parts/Marks';
import { Menu, type MenuEntry } from '../../parts/Menu';
import type { Process } from '../../rest/process';
import { field, identityOf, leafOf, numberOf, tagsOf, textOf, type WorkItem } from '../../rest/work-item';
import { openCard } from '../cards';
import type { Row } from './tree';

interface BacklogRowProps {
  readonly row: Row;
  readonly order: number;
  readonly process: Process;
  readonly state: 'collapsed' | 'expanded';
  readonly selected: boolean;
  /** The rows that an action of its menu is about. */
  readonly acted: readonly WorkItem[];
  /** The query of the backlog. */
  readonly wiql: string;
  readonly toggle: () => void;
  readonly reload: () => Promise<void>;
  /** The rows around it, for previous and next on the form. */
  readonly among: readonly number[];
}

/** Types of the level below; tasks have none. */
export function childTypes(process: Process, type: string): readonly string[] {
  const ladder = [...process.levels.map((level) => level.types), process.tasks.types];
  const at = ladder.findIndex((types) => types.includes(type));
  return at < 0 ? [] : (ladder[at + 1] ?? []);
}

function useRowMenu({ row, process, reload, among }: BacklogRowProps): MenuEntry[] {
  const shell = useShell();
  const { item } = row;
  const area = textOf(item, field.area);
  const placement = { [field.area]: area, [field.iteration]: textOf(item, field.iteration) };
  const open = { key: 'open', text: 'Open', run: () => openCard(shell, item.id, reload, among) };
  const children = childTypes(process, textOf(item, field.type)).map((type, index) => ({
    key: type,
    text: type,
    ...(index === 0 ? { heading: 'Add link to a new child' } : {}),
    run: () =>
      void shell.overlays.open({
        kind: 'new-work-item',
        item: { type, fields: placement, parent: item.id },
        onClose: () => void reload(),
      }),
  }));
  return accessTo(shell.user, area) === 'write' ? [open, ...children] : [open];
}

function shownFields({ effortField }: Process): readonly string[] {
  return ['System.Id', field.title, field.state, effortField, field.assignedTo, field.iteration, field.tags];
}

export function BacklogRow(props: BacklogRowProps): JSX.Element {
  const { row, order, process, state, selected, toggle, reload, among } = props;
  const shell = useShell();
  const { item, depth, hasChildren } = row;
  const type = textOf(item, field.type);
  const menu = useRowMenu(props);
  const more = rowMenu(shell, 'backlog', {
    item,
    acted: props.acted,
    columns: shownFields(process),
    query: { wiql: props.wiql, queryText: props.wiql },
  });
  return (
    <tr
      tabIndex={0}
      data-item={item.id}
      aria-level={depth + 1}
      aria-selected={selected}
      aria-expanded={hasChildren ? state === 'expanded' : undefined}
    >
      <td className="number">{order}</td>
      <td className="number">{item.id}</td>
      <td>
        <span className="row-name" style={{ paddingLeft: depth * 22 }}>
          {hasChildren ? (
            <button
              type="button"
              className="icon-button expander"
              tabIndex={-1}
              aria-label={`${state === 'expanded' ? 'Collapse' : 'Expand'} ${textOf(item, field.title)}`}
              onClick={toggle}
            >
              <Icon name={state === 'expanded' ? 'chevronDown' : 'chevronRight'} />
            </button>
          ) : (
            <span className="expander" />
          )}
          <TypeMark process={process} type={type} />
          <button
            type="button"
            className="link-button row-title"
            onClick={() => openCard(shell, item.id, reload, among)}
          >
            {textOf(item, field.title)}
          </button>
        </span>
      </td>
      <td>
        <StateMark process={process} type={type} state={textOf(item, field.state)} />
      </td>
      <td className="number">{numberOf(item, process.effortField) ?? ''}</td>
      <td>
        <Person person={identityOf(item, field.assignedTo)} />
      </td>
      <td>{leafOf(textOf(item, field.iteration))}</td>
      <td>
        <Tags tags={tagsOf(item)} />
      </td>
      <td>
        <Menu
          label={`Actions for ${item.id}`}
          content={<Icon name="more" />}
          entries={[...menu, ...more.entries]}
          load={more.load}
        />
      </td>
    </tr>
  );
}
