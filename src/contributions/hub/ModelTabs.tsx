/** The pages of a model as one row of tabs; those without room are in a menu at its end, under their headings. */
import * as React from 'react';
import { Tab, TabBar, TabSize } from 'azure-devops-ui/Tabs';
import { MenuChoices, Popup } from '../../ui/Popup';
import { fitTabs } from './fit-tabs';
import { useHub } from './hub-context';
import { useModelView } from './model-view';
import type { Role } from './roles/roles';
import { tabGroups, tabs } from './tabs';
import type { TabId } from './tabs';

/** Pixels that the button of the menu takes at most. */
const menuButton = 96;

type Counts = Readonly<Partial<Record<TabId, number>>>;

function useCounts(): Counts {
  const { model } = useModelView();
  return {
    threats: model.threat.size,
    mitigations: model.mitigation.size,
    operations: model.event.size,
    requirements: model.requirement.size,
  };
}

/** Pixels inside the row, without its padding; the frame stays while the row is drawn anew. */
function roomOf(frame: HTMLElement): number {
  const row = frame.querySelector<HTMLElement>('.wo-tabs');
  if (!row) return 0;
  const { paddingLeft, paddingRight } = getComputedStyle(row);
  return frame.clientWidth - (parseFloat(paddingLeft) || 0) - (parseFloat(paddingRight) || 0);
}

/** Draws every tab once to learn its width, and then those that fit. */
function useFit(ids: readonly TabId[], selected: TabId, counts: Counts) {
  const frame = React.useRef<HTMLDivElement>(null);
  const [widths, setWidths] = React.useState<ReadonlyMap<string, number>>(new Map());
  const [room, setRoom] = React.useState(0);
  // A count with another number of digits has another width.
  const keyOf = (id: TabId) => `${id} ${String(counts[id] ?? '').length}`;
  const shown = fitTabs({ ids, selected, widthOf: (id) => widths.get(keyOf(id)), room, button: menuButton });
  const unknown = ids.some((id) => !widths.has(keyOf(id)));
  const measure = () => {
    if (!frame.current) return;
    const drawn = [...frame.current.querySelectorAll<HTMLElement>('[role="tab"]')];
    const seen = shown.map((id, at) => [keyOf(id), Math.ceil(drawn[at]?.offsetWidth ?? 0)] as const);
    setRoom(roomOf(frame.current));
    setWidths(new Map([...widths, ...seen]));
  };
  const measuring = React.useRef(measure);
  measuring.current = measure;
  // Before anything is painted, so that nobody sees the row that is too long.
  React.useLayoutEffect(() => {
    if (unknown) measuring.current();
  }, [unknown]);
  React.useEffect(() => {
    const { current } = frame;
    if (!current || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => setRoom(roomOf(current)));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { frame, shown };
}

export interface ModelTabsProps {
  readonly selected: TabId;
  readonly role: Role;
}

/** The pages of the role, and the one that a link opened. */
export function ModelTabs({ selected, role }: ModelTabsProps): React.ReactElement {
  const { model } = useModelView();
  const { go } = useHub();
  const counts = useCounts();
  const ofRole = tabs.filter(({ id }) => !role.pages || role.pages.includes(id) || id === selected);
  const { frame, shown } = useFit(
    ofRole.map(({ id }) => id),
    selected,
    counts,
  );
  const open = (tab: string) => go({ model: model.info.id, tab });
  // The button of the menu may be drawn anew with another row: who came through it goes on from the tab.
  const [chosen, setChosen] = React.useState<string | undefined>(undefined);
  React.useEffect(() => {
    if (chosen !== selected) return;
    frame.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
    setChosen(undefined);
  }, [chosen, selected, frame]);
  const countOf = (id: TabId) => counts[id];
  const rest = ofRole.filter(({ id }) => !shown.includes(id));
  const groups = tabGroups
    .map(({ id: group, name }) => ({
      name,
      items: rest
        .filter((tab) => tab.group === group)
        .map(({ id, name: text }) => {
          const count = countOf(id);
          return { id, name: text, ...(count === undefined ? {} : { count }) };
        }),
    }))
    .filter(({ items }) => items.length > 0);
  const menu = () => (
    <Popup role="menu" text="More" label="More pages" className="wo-tabs-more">
      {(close) => (
        <MenuChoices
          groups={groups}
          onChoose={(id) => {
            close();
            setChosen(id);
            open(id);
          }}
        />
      )}
    </Popup>
  );
  return (
    <div ref={frame}>
      <TabBar
        selectedTabId={selected}
        onSelectedTabChanged={open}
        tabSize={TabSize.Tall}
        disableSticky={true}
        className="wo-tabs"
        {...(rest.length > 0 ? { renderAdditionalContent: menu } : {})}
      >
        {ofRole
          .filter(({ id }) => shown.includes(id))
          .map(({ id, name }) => {
            const count = countOf(id);
            return (
              <Tab key={id} id={id} name={name} {...(count === undefined ? {} : { badgeCount: count })} />
            );
          })}
      </TabBar>
    </div>
  );
}
