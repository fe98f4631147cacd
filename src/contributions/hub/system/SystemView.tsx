/** The drawn system as lists: elements by kind, data flows, trust boundaries, and how many threats each has. */
import * as React from 'react';
import type { Diagram } from '../../../core/model/diagram-parts';
import type { Model } from '../../../core/model/model';
import { placeName } from '../../../core/model/model-index';
import type { Place } from '../../../core/model/threat';
import { Pill } from '../../../ui/Marks';
import { usePortion } from '../../../ui/TableParts';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { WayOn } from '../WayOn';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Where it is drawn, if it is. */
  readonly diagram: Diagram | undefined;
  readonly threats: number;
  readonly outOfScope: string | undefined;
  /** Why it is not in the imported file any more. */
  readonly stale: string | undefined;
}
interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
}

interface Drawn {
  readonly id: string;
  readonly type?: { readonly name: string };
  readonly outOfScope?: string;
  readonly stale?: string;
  readonly drawing?: { readonly diagram: Parameters<Model['diagram']['get']>[0] };
}

/** The model's things as rows by kind, in the order of names. */
export function systemGroups(model: Model): readonly Group[] {
  const threats = new Map<string, number>();
  for (const { place } of model.threat.values()) {
    if (place.kind !== 'model') threats.set(place.id, (threats.get(place.id) ?? 0) + 1);
  }
  const row = (thing: Drawn, place: Place): Row => ({
    id: thing.id,
    name: placeName(model, place) || 'Without a name',
    type: thing.type?.name ?? '',
    diagram: thing.drawing && model.diagram.get(thing.drawing.diagram),
    threats: threats.get(thing.id) ?? 0,
    outOfScope: thing.outOfScope,
    stale: thing.stale,
  });
  const elements = (kind: string) =>
    [...model.element.values()]
      .filter((e) => e.kind === kind)
      .map((e) => row(e, { kind: 'element', id: e.id }));
  const groups: readonly Group[] = [
    { title: 'Processes', rows: elements('process') },
    { title: 'Data stores', rows: elements('store') },
    { title: 'External entities', rows: elements('external') },
    { title: 'Data flows', rows: [...model.flow.values()].map((f) => row(f, { kind: 'flow', id: f.id })) },
    {
      title: 'Trust boundaries',
      rows: [...model.boundary.values()].map((b) => row(b, { kind: 'boundary', id: b.id })),
    },
  ];
  return groups
    .filter((group) => group.rows.length > 0)
    .map((group) => ({ ...group, rows: [...group.rows].sort((a, b) => a.name.localeCompare(b.name, 'en')) }));
}

/** The name is the way to the drawing. */
function Name({ row }: { readonly row: Row }): React.ReactElement {
  const { go } = useHub();
  const { model } = useModelView();
  const { diagram } = row;
  if (!diagram) return <>{row.name}</>;
  const show = () => go({ model: model.info.id, tab: 'diagram', diagram: diagram.id, show: row.id });
  return (
    <button type="button" className="wo-link wo-row-title" onClick={show}>
      {row.name}
    </button>
  );
}

function GroupTable({ group }: { readonly group: Group }): React.ReactElement {
  const { shown, more } = usePortion(group.rows);
  return (
    <section className="wo-card wo-card-table">
      <h2>
        {group.title} <span className="wo-quiet">{group.rows.length}</span>
      </h2>
      <table className="wo-table wo-system">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Type</th>
            <th scope="col" className="wo-wide-cell">
              Drawn in
            </th>
            <th scope="col" className="wo-right wo-narrow-column">
              Threats
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id}>
              <td>
                <Name row={row} />
                {row.stale !== undefined && (
                  <span title={row.stale}>
                    {' '}
                    <Pill tone="warning">Stale</Pill>
                  </span>
                )}
                {row.outOfScope !== undefined && (
                  <span className="wo-quiet"> · out of scope{row.outOfScope && `: ${row.outOfScope}`}</span>
                )}
              </td>
              <td className="wo-quiet">{row.type || '–'}</td>
              <td className="wo-quiet wo-wide-cell">{row.diagram?.name ?? '–'}</td>
              <td className="wo-right">{row.threats}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </section>
  );
}

export function SystemView(): React.ReactElement {
  const { model } = useModelView();
  const groups = React.useMemo(() => systemGroups(model), [model]);
  if (groups.length === 0) {
    return (
      <section className="wo-card wo-empty">
        <h2>No drawing</h2>
        <p>
          This model has no elements, data flows or trust boundaries. An imported model brings them along.
        </p>
        <WayOn to="diagram" />
      </section>
    );
  }
  return (
    <>
      {groups.map((group) => (
        <GroupTable key={group.title} group={group} />
      ))}
    </>
  );
}
