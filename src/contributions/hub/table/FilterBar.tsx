/** The bar above a table: a search, the choices of that table, what is shown of it, and its main actions at the end. */
import * as React from 'react';
import { SearchBox } from '../../../ui/SearchBox';
import { counted } from '../../../ui/words';

/** What a table's own bar is given. */
export interface FilterBarProps<Filter extends { readonly text: string }> {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly shown: number;
  readonly total: number;
  /** The main actions. */
  readonly children: React.ReactNode;
}

interface Props<Filter extends { readonly text: string }> extends FilterBarProps<Filter> {
  /** One of the rows, in words: "threat". */
  readonly what: string;
  /** The filter that hides nothing. */
  readonly everything: Filter;
  readonly choices: React.ReactNode;
}

export function FilterBar<Filter extends { readonly text: string }>(props: Props<Filter>) {
  const { what, filter, everything, onFilter, shown, total } = props;
  const filtered = JSON.stringify({ ...everything, ...filter }) !== JSON.stringify(everything);
  return (
    <div className="wo-toolbar" role="search">
      <SearchBox
        label={`Filter ${what}s`}
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      {props.choices}
      <span className="wo-quiet wo-toolbar-count" role="status">
        {filtered ? `${shown} of ${counted(total, what)}` : counted(total, what)}
      </span>
      {filtered && (
        <button type="button" className="wo-link" onClick={() => onFilter(everything)}>
          Clear
        </button>
      )}
      <span className="wo-toolbar-end">{props.children}</span>
    </div>
  );
}
