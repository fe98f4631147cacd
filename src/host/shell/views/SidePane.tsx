/** The pane beside a backlog that an extension fills: told which rows are selected; the address says which one is open. */
import * as React from 'react';
import { contributionsTo, nameOf, textProperty, type PlacedContribution } from '../page/contributions';
import { changedQuery } from '../page/navigation';
import { paneType } from '../page/places';
import { useShell, type Shell } from '../page/shell';
import { Icon } from '../parts/Icon';
import { Menu } from '../parts/Menu';
import { ExtensionFrame } from '../xdm/ExtensionFrame';
import type { FramedPage } from '../xdm/framed-page';

/** The backlogs that have side panes, as the original calls their targets. */
export type PaneTarget =
  | 'ms.vss-work-web.requirement-backlog-toolpane'
  | 'ms.vss-work-web.portfolio-backlog-toolpane'
  | 'ms.vss-work-web.iteration-backlog-toolpane';

/** A selected row, in the words of the original's `workItemSelectionChanged(selectedWorkItems)`. */
export interface SelectedItem {
  readonly workItemId: number;
  readonly workItemType: string;
}

/** Query parameter with the full id of the open pane. */
const parameter = 'toolpane';

function show({ navigation }: Shell, id: string | undefined): void {
  const { pathname, search } = navigation.current();
  navigation.move(pathname + changedQuery(search, { [parameter]: id }), 'replace');
}

/** The panes for this backlog, and the one that the address names. */
function usePanes(target: PaneTarget) {
  const { bootstrap, navigation } = useShell();
  const panes = contributionsTo(bootstrap.extensions, { target, type: paneType });
  const wanted = new URLSearchParams(navigation.current().search).get(parameter);
  return { panes, shown: panes.find(({ contribution }) => contribution.fullId === wanted) };
}

/** The menu that opens and closes panes; nothing where no extension has one. */
export function PaneChoice({ target }: { readonly target: PaneTarget }): JSX.Element | null {
  const shell = useShell();
  const { panes, shown } = usePanes(target);
  if (panes.length === 0) return null;
  const entries = panes.map((placed) => {
    const { fullId } = placed.contribution;
    return {
      key: fullId,
      text: nameOf(placed),
      checked: placed.contribution === shown?.contribution,
      run: () => show(shell, fullId),
    };
  });
  const none = { key: 'none', text: 'No side pane', checked: !shown, run: () => show(shell, undefined) };
  return (
    <Menu
      label={`${shown ? nameOf(shown) : 'Side pane'}: choose a side pane`}
      className="button"
      content={
        <React.Fragment>
          Side pane <Icon name="chevronDown" />
        </React.Fragment>
      }
      entries={[none, ...entries]}
    />
  );
}

interface PaneProps {
  readonly placed: PlacedContribution;
  readonly selected: readonly SelectedItem[];
}

function Pane({ placed, selected }: PaneProps): JSX.Element {
  const shell = useShell();
  const { id, name } = shell.bootstrap.team;
  const page = React.useRef<FramedPage | undefined>(undefined);
  const newest = React.useRef(selected);
  newest.current = selected;
  const onOpen = React.useCallback((opened: FramedPage) => {
    page.current = opened;
    // What was selected before the page was there is told once it is; an empty selection is what it begins with.
    if (newest.current.length > 0) void opened.call('workItemSelectionChanged', newest.current);
    return () => {
      page.current = undefined;
    };
  }, []);
  React.useEffect(() => {
    void page.current?.call('workItemSelectionChanged', selected);
  }, [selected]);
  const title = textProperty(placed.contribution, 'title') ?? nameOf(placed);
  return (
    <aside className="side-pane" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={`Close ${title}`}
          onClick={() => show(shell, undefined)}
        >
          <Icon name="close" />
        </button>
      </header>
      <ExtensionFrame placed={placed} configuration={{ team: { id, name } }} sizing="fill" onOpen={onOpen} />
    </aside>
  );
}

interface BesidePaneProps {
  readonly target: PaneTarget;
  /** The backlog; it says which rows are selected. */
  readonly children: (select: (items: readonly SelectedItem[]) => void) => React.ReactNode;
}

/** A backlog with the open pane at its right. */
export function BesidePane({ target, children }: BesidePaneProps): JSX.Element {
  const [selected, setSelected] = React.useState<readonly SelectedItem[]>([]);
  const { shown } = usePanes(target);
  return (
    <div className="beside-pane">
      <div className="beside-pane-main">{children(setSelected)}</div>
      {shown && <Pane key={shown.contribution.fullId} placed={shown} selected={selected} />}
    </div>
  );
}
