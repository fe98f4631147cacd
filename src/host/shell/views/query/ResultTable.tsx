/** The items that a query found, in its order; a row opens its item. */
import * as React from 'react';
import { useShell } from '../../page/shell';
import { Icon } from '../../parts/Icon';
import { Menu } from '../../parts/Menu';
import { Person, StateMark, Tags, TypeMark } from '../../parts/Marks';
import type { Process } from '../../rest/process';
import { field, identityOf, leafOf, tagsOf, textOf, type WorkItem } from '../../rest/work-item';
import { openCard } from '../cards';
import { rowMenu } from '../More';

interface RowProps {
  readonly item: WorkItem;
  readonly process: Process;
  readonly open: () => void;
}

function Row({ item, process, open }: RowProps): JSX.Element {
  const more = rowMenu(useShell(), item, 'query');
  const type = textOf(item, field.type);
  return (
    // The title is the button for the keyboard; the rest of the row is a larger target for the mouse.
    <tr data-item={item.id} onClick={open}>
      <td className="number">{item.id}</td>
      <td>
        <TypeMark process={process} type={type} /> {type}
      </td>
      <td>
        <button
          type="button"
          className="link-button row-title"
          onClick={(event) => (event.stopPropagation(), open())}
        >
          {textOf(item, field.title)}
        </button>
      </td>
      <td>
        <StateMark process={process} type={type} state={textOf(item, field.state)} />
      </td>
      <td>
        <Person person={identityOf(item, field.assignedTo)} />
      </td>
      <td>{leafOf(textOf(item, field.iteration))}</td>
      <td>
        <Tags tags={tagsOf(item)} />
      </td>
      <td onClick={(event) => event.stopPropagation()}>
        <Menu
          label={`Actions for ${item.id}`}
          content={<Icon name="more" />}
          entries={[{ key: 'open', text: 'Open', run: open }, ...more.entries]}
          load={more.load}
        />
      </td>
    </tr>
  );
}

interface ResultTableProps {
  readonly process: Process;
  readonly items: readonly WorkItem[];
  readonly reload: () => Promise<void>;
}

export function ResultTable({ process, items, reload }: ResultTableProps): JSX.Element {
  const shell = useShell();
  const ids = items.map(({ id }) => id);
  return (
    <div className="table-scroll">
      <table className="backlog results" aria-label="Result of the query">
        <thead>
          <tr>
            {['ID', 'Type', 'Title', 'State', 'Assigned to', 'Iteration', 'Tags', 'Actions'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row
              key={item.id}
              item={item}
              process={process}
              open={() => openCard(shell, item.id, reload, ids)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
