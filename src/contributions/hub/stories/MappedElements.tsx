/** Where on the backlog each element is built: its threats look for their stories there first. */
import * as React from 'react';
import type { AlignmentPicture } from '../../../core/alignment/picture';
import { mapElement } from '../../../core/model/edits/map-element';
import type { MappedTo } from '../../../core/model/edits/map-element';
import type { Element } from '../../../core/model/diagram-parts';
import { Choice } from '../../../ui/Choice';
import type { Option } from '../../../ui/words';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

interface Places {
  readonly options: readonly Option<string>[];
  readonly by: ReadonlyMap<string, MappedTo>;
}

const anywhere = 'anywhere';
const keyOf = (to: MappedTo): string => (to.kind === 'feature' ? `#${to.workItem}` : to.path);

/** The Features and areas that have stories, with how many. */
function usePlaces(picture: AlignmentPicture): Places {
  const { app } = useHub();
  const items = React.useMemo(() => [...picture.stories.values()].map(({ item }) => item), [picture.stories]);
  const parents = React.useMemo(
    () => [...new Set(items.flatMap(({ parent }) => parent ?? []))].sort((a, b) => a - b),
    [items],
  );
  const [titles, setTitles] = React.useState<ReadonlyMap<number, string>>(new Map());
  React.useEffect(() => {
    let current = true;
    // Without their titles Features are still there by number.
    if (parents.length > 0)
      app.readWorkItems(parents).then(
        (read) => current && setTitles(new Map([...read].map(([id, { title }]) => [id, title]))),
        () => undefined,
      );
    return () => {
      current = false;
    };
  }, [app, parents]);
  return React.useMemo(() => {
    const areas = [...new Set(items.map(({ areaPath }) => areaPath))].sort();
    const places = [
      ...parents.map((workItem) => ({
        to: { kind: 'feature' as const, workItem },
        name: titles.get(workItem),
      })),
      ...areas.map((path) => ({ to: { kind: 'area' as const, path }, name: undefined })),
    ];
    const count = (to: MappedTo) =>
      items.filter((item) =>
        to.kind === 'feature' ? item.parent === to.workItem : item.areaPath === to.path,
      ).length;
    return {
      by: new Map(places.map(({ to }) => [keyOf(to), to])),
      options: [
        { value: anywhere, label: 'Anywhere' },
        ...places.map(({ to, name }) => ({
          value: keyOf(to),
          label: `${to.kind === 'feature' ? `Under #${to.workItem} ${name ?? ''}` : `Area ${to.path}`} (${counted(count(to), 'story', 'stories')})`,
        })),
      ],
    };
  }, [items, parents, titles]);
}

function Row({
  element,
  places,
}: {
  readonly element: Element;
  readonly places: Places;
}): React.ReactElement {
  const { model, apply, readOnly } = useModelView();
  const { backlog } = element;
  const value = backlog ? keyOf(backlog) : anywhere;
  const known = places.options.some((each) => each.value === value);
  const options = known
    ? places.options
    : [...places.options, { value, label: `${value} (no story there now)` }];
  const threats = [...model.threat.values()].filter(
    ({ place }) => place.kind === 'element' && place.id === element.id,
  ).length;
  return (
    <tr>
      <td>{element.name}</td>
      <td className="wo-right">{threats}</td>
      <td>
        <Choice
          label={`${element.name} is built`}
          value={value}
          options={options}
          disabled={readOnly}
          onChange={(next) => apply(mapElement(element, places.by.get(next)))}
        />
      </td>
    </tr>
  );
}

export function MappedElements({
  picture,
}: {
  readonly picture: AlignmentPicture;
}): React.ReactElement | null {
  const { model } = useModelView();
  const places = usePlaces(picture);
  const elements = [...model.element.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  if (elements.length === 0) return null;
  const mapped = elements.filter(({ backlog }) => backlog).length;
  return (
    <details className="wo-card">
      <summary>
        Where elements are built{' '}
        <span className="wo-quiet">
          {mapped} of {elements.length} are mapped
        </span>
      </summary>
      <p className="wo-quiet">
        The threats of a mapped element look for their stories under that Feature, or in that area, before any
        other.
      </p>
      <table className="wo-small-table">
        <thead>
          <tr>
            <th scope="col">Element</th>
            <th scope="col" className="wo-right">
              Threats
            </th>
            <th scope="col">Built</th>
          </tr>
        </thead>
        <tbody>
          {elements.map((element) => (
            <Row key={element.id} element={element} places={places} />
          ))}
        </tbody>
      </table>
    </details>
  );
}
