/** The catalog of widgets, as a pane beside the dashboard. */
import * as React from 'react';
import { useLoad } from '../../page/use-load';
import { Icon } from '../../parts/Icon';
import { Loading } from '../../parts/Loading';
import { Notice } from '../../parts/Notice';
import type { WidgetSize, WidgetType } from '../../rest/dashboards';
import { useDashboards } from './use-dashboards';

interface CatalogProps {
  readonly add: (type: WidgetType, size: WidgetSize) => void;
  readonly close: () => void;
}

function sizeText({ columnSpan, rowSpan }: WidgetSize): string {
  return `${columnSpan} × ${rowSpan}`;
}

function Entry({ type, add }: { readonly type: WidgetType; readonly add: CatalogProps['add'] }): JSX.Element {
  const [chosen, setChosen] = React.useState(0);
  const size = type.allowedSizes[chosen] ?? { columnSpan: 1, rowSpan: 1 };
  return (
    <li className="catalog-entry">
      {type.catalogIconUrl === null ? (
        <Icon name="extension" />
      ) : (
        <img src={type.catalogIconUrl} width="32" height="32" alt="" />
      )}
      <div>
        <h3>{type.name}</h3>
        <p className="secondary">{type.description}</p>
        <p className="secondary">By {type.publisherName}</p>
        <div className="catalog-add">
          <select
            aria-label={`Size of ${type.name}`}
            value={chosen}
            onChange={(event) => setChosen(Number(event.target.value))}
          >
            {type.allowedSizes.map((each, place) => (
              <option key={sizeText(each)} value={place}>
                {sizeText(each)}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="button"
            aria-label={`Add ${type.name}`}
            onClick={() => add(type, size)}
          >
            Add
          </button>
        </div>
      </div>
    </li>
  );
}

function Entries({
  types,
  add,
}: {
  readonly types: readonly WidgetType[];
  readonly add: CatalogProps['add'];
}) {
  const [wanted, setWanted] = React.useState('');
  const visible = types.filter(({ isVisibleFromCatalog }) => isVisibleFromCatalog);
  const found = visible.filter((type) =>
    `${type.name} ${type.description}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  if (visible.length === 0)
    return (
      <Notice kind="empty" title="There are no widgets">
        No installed extension contributes one to ms.vss-dashboards-web.widget-catalog.
      </Notice>
    );
  return (
    <React.Fragment>
      <input
        type="search"
        aria-label="Search widgets"
        placeholder="Search widgets"
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <p className="visually-hidden" role="status">
        {found.length} of {visible.length} widgets
      </p>
      <ul className="catalog">
        {found.map((type) => (
          <Entry key={type.contributionId} type={type} add={add} />
        ))}
      </ul>
    </React.Fragment>
  );
}

export function Catalog({ add, close }: CatalogProps): JSX.Element {
  const dashboards = useDashboards();
  const read = React.useCallback(() => dashboards.types(), [dashboards]);
  return (
    <aside className="side-pane" aria-label="Add widget">
      <header>
        <h2>Add widget</h2>
        <button type="button" className="icon-button" aria-label="Close Add widget" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div className="pane-body">
        <Loading load={useLoad(read)} what="the widgets">
          {(types) => <Entries types={types} add={add} />}
        </Loading>
      </div>
    </aside>
  );
}
