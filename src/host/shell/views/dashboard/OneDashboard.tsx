/** One dashboard: its widgets on the grid, and beside it the catalog or the configuration of a widget. */
import * as React from 'react';
import { changedQuery } from '../../page/navigation';
import { useShell } from '../../page/shell';
import { ShellLink } from '../../page/ShellLink';
import { useLoad } from '../../page/use-load';
import { Icon } from '../../parts/Icon';
import { Loading } from '../../parts/Loading';
import { Notice } from '../../parts/Notice';
import type { Dashboard, Widget, WidgetPosition, WidgetType } from '../../rest/dashboards';
import type { FramedPage } from '../../xdm/framed-page';
import { ViewHeader } from '../ViewHeader';
import { Catalog } from './Catalog';
import { Configuration } from './Configuration';
import { Larger } from './Larger';
import { mayEdit, useDashboards } from './use-dashboards';
import { useEdits, type Edits } from './use-edits';
import { arranged, cellAt } from './widget-grid';
import { widgetDragType, WidgetTile } from './WidgetTile';

type Beside =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'catalog' }
  | { readonly kind: 'configuration'; readonly id: string };

interface Read {
  readonly dashboard: Dashboard;
  readonly types: readonly WidgetType[];
}

/** Tells every page once that all widgets of the dashboard have been loaded. */
function useDashboardLoaded(
  widgets: readonly Widget[],
): (id: string) => (page: FramedPage | undefined) => void {
  const settled = React.useRef(new Map<string, FramedPage | undefined>());
  const told = React.useRef<'yes' | 'no'>('no');
  const ids = React.useRef<readonly string[]>([]);
  ids.current = widgets.map(({ id }) => id);
  const listeners = React.useRef(new Map<string, (page: FramedPage | undefined) => void>());
  return (id) => {
    const known = listeners.current.get(id);
    if (known) return known;
    const listener = (page: FramedPage | undefined): void => {
      settled.current.set(id, page);
      if (told.current === 'yes') return void page?.call('onDashboardLoaded');
      if (!ids.current.every((each) => settled.current.has(each))) return;
      told.current = 'yes';
      for (const each of settled.current.values()) void each?.call('onDashboardLoaded');
    };
    listeners.current.set(id, listener);
    return listener;
  };
}

interface GridProps {
  readonly read: Read;
  readonly edits: Edits;
  readonly mode: 'view' | 'edit';
  /** The widget whose configuration is open, as it would be. */
  readonly preview: Widget | undefined;
  readonly configure: (id: string) => void;
  readonly enlarge: (id: string) => void;
}

function Tiles({ read, edits, mode, preview, configure, enlarge }: GridProps): JSX.Element {
  const shell = useShell();
  const [refreshed, setRefreshed] = React.useState<Readonly<Record<string, number>>>({});
  const { dashboard, types } = read;
  const widgets = dashboard.widgets.map((each) => (each.id === preview?.id ? preview : each));
  const onSettled = useDashboardLoaded(widgets);
  const places = arranged(widgets, preview?.id);
  const move = (id: string, to: WidgetPosition): void => void edits.move(id, to);
  function onDrop(event: React.DragEvent<HTMLElement>): void {
    const id = event.dataTransfer.getData(widgetDragType);
    if (id === '') return;
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    move(id, cellAt(event.clientX - box.left, event.clientY - box.top));
  }
  return (
    <div
      className={`widgets ${mode}`}
      onDragOver={(event) => event.dataTransfer.types.includes(widgetDragType) && event.preventDefault()}
      onDrop={onDrop}
    >
      {/* Always in the same order: an element that is moved in the document loads its frame anew. */}
      {[...widgets]
        .sort((a, b) => a.id.localeCompare(b.id))
        .map((widget) => {
          const { id } = widget;
          return (
            <WidgetTile
              key={`${id} ${refreshed[id] ?? 0}`}
              widget={widget}
              type={types.find(({ contributionId }) => contributionId === widget.contributionId)}
              position={places.get(id) ?? { row: 1, column: 1 }}
              mode={mode}
              mayEdit={mayEdit(shell)}
              configure={() => configure(id)}
              enlarge={() => enlarge(id)}
              refresh={() => setRefreshed((now) => ({ ...now, [id]: (now[id] ?? 0) + 1 }))}
              remove={() => void edits.remove(widget)}
              moveTo={(to) => move(id, to)}
              resize={(size) => void edits.save({ ...widget, size })}
              onSettled={onSettled(id)}
            />
          );
        })}
    </div>
  );
}

interface LoadedProps {
  readonly read: Read;
  readonly reload: () => Promise<void>;
}

/** Asks for the dashboard again as often as it says. */
function useInterval(minutes: number, reload: () => Promise<void>): void {
  React.useEffect(() => {
    if (minutes <= 0) return undefined;
    const timer = window.setInterval(() => void reload(), minutes * 60_000);
    return () => window.clearInterval(timer);
  }, [minutes, reload]);
}

/** What is open beside and above the widgets. */
function useOpened() {
  const [beside, setBeside] = React.useState<Beside>({ kind: 'nothing' });
  const [preview, setPreview] = React.useState<Widget | undefined>(undefined);
  const [larger, setLarger] = React.useState<string | undefined>(undefined);
  function show(next: Beside): void {
    setPreview(undefined);
    setBeside(next);
  }
  return {
    beside,
    preview,
    setPreview,
    larger,
    setLarger,
    close: () => show({ kind: 'nothing' }),
    openCatalog: () => show({ kind: 'catalog' }),
    configure: (id: string) => show({ kind: 'configuration', id }),
  };
}

type Opened = ReturnType<typeof useOpened>;

interface HeadProps {
  readonly name: string;
  readonly mode: 'view' | 'edit';
  readonly opened: Opened;
}

function Head({ name, mode, opened }: HeadProps): JSX.Element {
  const shell = useShell();
  const { navigation } = shell;
  const { pathname, search } = navigation.current();
  function setMode(to: 'view' | 'edit'): void {
    if (to === 'view') opened.close();
    navigation.move(pathname + changedQuery(search, { edit: to === 'edit' ? 'yes' : undefined }), 'replace');
  }
  return (
    <ViewHeader title={name} icon="dashboard">
      <ShellLink className="button subtle" path={['_dashboards', 'directory']}>
        All dashboards
      </ShellLink>
      {mayEdit(shell) && mode === 'view' && (
        <button type="button" className="button" onClick={() => setMode('edit')}>
          <Icon name="edit" /> Edit
        </button>
      )}
      {mode === 'edit' && (
        <React.Fragment>
          <button type="button" className="button" onClick={opened.openCatalog}>
            <Icon name="plus" /> Add widget
          </button>
          <button type="button" className="button primary" onClick={() => setMode('view')}>
            Done editing
          </button>
        </React.Fragment>
      )}
    </ViewHeader>
  );
}

/** The catalog or the configuration of a widget, at the right; a widget in its larger size above all. */
function Aside({ read, edits, opened }: Pick<GridProps, 'read' | 'edits'> & { readonly opened: Opened }) {
  const { dashboard, types } = read;
  const { beside, close, configure } = opened;
  const typeOf = (widget: Widget | undefined): WidgetType | undefined =>
    types.find(({ contributionId }) => contributionId === widget?.contributionId);
  const find = (id: string | undefined): Widget | undefined =>
    dashboard.widgets.find((each) => each.id === id);
  async function add(type: WidgetType, size: Widget['size']): Promise<void> {
    const made = await edits.add(type, size);
    if (made && type.configurationRequired) configure(made.id);
  }
  const configured = beside.kind === 'configuration' ? find(beside.id) : undefined;
  const configuredType = typeOf(configured);
  const enlarged = find(opened.larger);
  const options = typeOf(enlarged)?.lightboxOptions;
  return (
    <React.Fragment>
      {beside.kind === 'catalog' && <Catalog add={(type, size) => void add(type, size)} close={close} />}
      {configured && configuredType && (
        <Configuration
          key={configured.id}
          widget={configured}
          type={configuredType}
          preview={opened.setPreview}
          save={edits.save}
          close={close}
        />
      )}
      {enlarged && options && (
        <Larger widget={enlarged} options={options} close={() => opened.setLarger(undefined)} />
      )}
    </React.Fragment>
  );
}

function Loaded({ read, reload }: LoadedProps): JSX.Element {
  const shell = useShell();
  const { navigation } = shell;
  const { dashboard } = read;
  const isEdited = new URLSearchParams(navigation.current().search).get('edit') === 'yes';
  const mode = mayEdit(shell) && isEdited ? 'edit' : 'view';
  const opened = useOpened();
  const edits = useEdits(dashboard, reload);
  useInterval(dashboard.refreshInterval, reload);
  return (
    <div className="view dashboards">
      <Head name={dashboard.name} mode={mode} opened={opened} />
      <div className="beside-pane">
        <div className="beside-pane-main widget-room">
          {dashboard.widgets.length === 0 && (
            <Notice kind="empty" title="This dashboard has no widgets yet">
              {mode === 'edit'
                ? 'Choose Add widget: a widget is drawn as soon as it is added.'
                : mayEdit(shell)
                  ? 'Choose Edit, then Add widget.'
                  : 'Somebody who may change dashboards can add some.'}
            </Notice>
          )}
          <Tiles
            read={read}
            edits={edits}
            mode={mode}
            preview={opened.preview}
            configure={opened.configure}
            enlarge={opened.setLarger}
          />
        </div>
        <Aside read={read} edits={edits} opened={opened} />
      </div>
    </div>
  );
}

export function OneDashboard({ id }: { readonly id: string }): JSX.Element {
  const dashboards = useDashboards();
  const read = React.useCallback(async (): Promise<Read> => {
    const [dashboard, types] = await Promise.all([dashboards.read(id), dashboards.types()]);
    return { dashboard, types };
  }, [dashboards, id]);
  const load = useLoad(read);
  return (
    <Loading load={load} what="the dashboard">
      {(value) => <Loaded read={value} reload={load.reload} />}
    </Loading>
  );
}
