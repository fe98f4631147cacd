/** How a table is looked at: views under a name, groups, columns; and the way back to the start. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { Choice } from '../../../ui/Choice';
import { CloseIcon } from '../../../ui/icons';
import { Popup } from '../../../ui/Popup';
import { sameTable } from '../../../ui/table-state';
import type { TableShape } from '../../../ui/table-state';
import type { KeptViews, UsedTable } from './use-table';
import './table.css';

export interface ViewMenuProps<Filter, Column extends string, Group extends string> extends UsedTable<
  Filter,
  Column,
  Group
> {
  readonly shape: TableShape<Filter, Column, Group>;
  readonly columnWord: (column: Column) => string;
  readonly groupWords: Readonly<Record<Group, string>>;
}

function Views({ views }: { readonly views: KeptViews }): React.ReactElement {
  const [name, setName] = React.useState('');
  const save = () => {
    if (!name.trim()) return;
    views.save(name.trim());
    setName('');
  };
  return (
    <section className="wo-view-part" aria-label="Your views">
      <h2>Your views</h2>
      {views.names.length === 0 && <p className="wo-quiet">None yet. Only you see them, in every model.</p>}
      <ul className="wo-plain-list">
        {views.names.map((each) => (
          <li key={each} className="wo-view-line">
            <button
              type="button"
              className="wo-link"
              aria-pressed={each === views.current}
              onClick={() => views.open(each)}
            >
              {each}
            </button>
            <Button
              subtle={true}
              ariaLabel={`Delete the view ${each}`}
              className="wo-icon-button"
              onClick={() => views.drop(each)}
            >
              <CloseIcon />
            </Button>
          </li>
        ))}
      </ul>
      <div className="wo-view-line">
        <input
          className="wo-input"
          aria-label="Name of the view"
          placeholder="Name of the view"
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && save()}
        />
        <Button text="Save" ariaLabel="Save the view" disabled={!name.trim()} onClick={save} />
      </div>
    </section>
  );
}

export function ViewMenu<Filter, Column extends string, Group extends string>(
  props: ViewMenuProps<Filter, Column, Group>,
): React.ReactElement {
  const { state, dispatch, views, shape, columnWord, groupWords } = props;
  const groups = [
    { value: '' as const, label: 'No groups' },
    ...shape.groups.map((value) => ({ value, label: groupWords[value] })),
  ];
  return (
    <Popup
      role="dialog"
      text={views.current === undefined ? 'View' : `View: ${views.current}`}
      label={views.current === undefined ? 'View of the table' : `View of the table: ${views.current}`}
    >
      {() => (
        <div className="wo-view-menu">
          <Views views={views} />
          <section className="wo-view-part" aria-label="Groups">
            <h2>Group by</h2>
            <Choice<Group | ''>
              label="Group by"
              value={state.group}
              options={groups}
              onChange={(group) => dispatch({ kind: 'group', group })}
            />
          </section>
          <section className="wo-view-part" aria-label="Columns">
            <h2>Columns</h2>
            {shape.optional.map((column) => (
              <label key={column} className="wo-check">
                <input
                  type="checkbox"
                  checked={!state.hidden.includes(column)}
                  onChange={(event) => dispatch({ kind: 'column', column, shown: event.target.checked })}
                />{' '}
                {columnWord(column)}
              </label>
            ))}
          </section>
          {!sameTable(state, shape.start) && (
            <div className="wo-view-part">
              <Button text="As it was" onClick={() => dispatch({ kind: 'all', state: shape.start })} />
            </div>
          )}
        </div>
      )}
    </Popup>
  );
}
