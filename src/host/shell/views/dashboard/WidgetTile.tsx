/** One widget in its cells: the frame of its page, what it says of itself, and what may be done with it. */
import * as React from 'react';
import { contributionById } from '../../page/contributions';
import { useShell } from '../../page/shell';
import { Icon } from '../../parts/Icon';
import { Menu, type MenuEntry } from '../../parts/Menu';
import { Notice } from '../../parts/Notice';
import { Waiting } from '../../parts/Waiting';
import type { Widget, WidgetPosition, WidgetType } from '../../rest/dashboards';
import { ExtensionFrame } from '../../xdm/ExtensionFrame';
import type { FramedPage } from '../../xdm/framed-page';
import { settingsOf, type WidgetFace } from './widget-calls';
import { useWidget } from './use-widget';
import { pixels, stepped } from './widget-grid';

export const widgetDragType = 'application/x-widget';
const noConfiguration = {};

export interface TileActions {
  readonly mode: 'view' | 'edit';
  readonly mayEdit: boolean;
  readonly configure: () => void;
  readonly enlarge: () => void;
  readonly refresh: () => void;
  readonly remove: () => void;
  readonly moveTo: (position: WidgetPosition) => void;
  readonly resize: (size: Widget['size']) => void;
  readonly onSettled: (page: FramedPage | undefined) => void;
}

interface TileProps extends TileActions {
  readonly widget: Widget;
  readonly type: WidgetType | undefined;
  readonly position: WidgetPosition;
}

function Face({ face, name, configure }: { face: WidgetFace; name: string; configure: () => void }) {
  if (face.kind === 'loading') return <Waiting label={`Loading ${name}`} />;
  if (face.kind === 'unconfigured')
    return (
      <Notice kind="empty" room="small" title={name} action={{ text: 'Configure', run: configure }}>
        This widget has to be configured first.
      </Notice>
    );
  if (face.kind === 'blocked')
    return (
      <Notice kind="empty" room="small" title={name}>
        This widget is not for stakeholders.
      </Notice>
    );
  if (face.kind === 'failed')
    return (
      <Notice kind="error" room="small" title={name}>
        {face.reason}
      </Notice>
    );
  return null;
}

function menuEntries({ widget, type, mode, mayEdit, ...actions }: TileProps): readonly MenuEntry[] {
  const { columnSpan, rowSpan } = widget.size;
  const sizes = (type?.allowedSizes ?? []).map((size, place) => ({
    key: `${size.columnSpan}x${size.rowSpan}`,
    text: `${size.columnSpan} × ${size.rowSpan}`,
    ...(place === 0 ? { heading: 'Size' } : {}),
    group: 'sizes',
    checked: size.columnSpan === columnSpan && size.rowSpan === rowSpan,
    run: () => actions.resize(size),
  }));
  return [
    { key: 'refresh', text: 'Refresh', run: actions.refresh },
    ...(type?.lightboxOptions ? [{ key: 'enlarge', text: 'Open larger', run: actions.enlarge }] : []),
    ...(mayEdit && type ? [{ key: 'configure', text: 'Configure', run: actions.configure }] : []),
    ...(mode === 'edit' ? sizes : []),
    ...(mayEdit ? [{ key: 'remove', text: 'Remove', group: 'remove', run: actions.remove }] : []),
  ];
}

function Content({ widget, onSettled, configure }: TileProps): JSX.Element {
  const { bootstrap } = useShell();
  const placed = contributionById(bootstrap.extensions, widget.contributionId);
  const life = useWidget({ settings: settingsOf(widget), onSettled });
  const isMissing = placed === undefined;
  React.useEffect(() => {
    if (isMissing) onSettled(undefined);
  }, [isMissing, onSettled]);
  if (!placed)
    return (
      <Notice kind="error" room="small" title={widget.name}>
        No installed extension has the widget {widget.contributionId} any more.
      </Notice>
    );
  return (
    <React.Fragment>
      <Face face={life.face} name={widget.name} configure={configure} />
      <div className="widget-frame" hidden={life.face.kind !== 'shown' && life.face.kind !== 'loading'}>
        <ExtensionFrame
          placed={placed}
          configuration={noConfiguration}
          sizing="fill"
          onOpen={life.onOpen}
          onFailed={life.onFailed}
        />
      </div>
    </React.Fragment>
  );
}

const steps: Readonly<Record<string, { readonly down: number; readonly right: number }>> = {
  ArrowUp: { down: -1, right: 0 },
  ArrowDown: { down: 1, right: 0 },
  ArrowLeft: { down: 0, right: -1 },
  ArrowRight: { down: 0, right: 1 },
};

/** The frame of another page swallows every key and drag, so a handle lies over it while the dashboard is edited. */
function MoveHandle({ widget, position, moveTo }: TileProps): JSX.Element {
  function onKeyDown(event: React.KeyboardEvent): void {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    moveTo(stepped(position, step));
  }
  return (
    <button
      type="button"
      className="widget-handle"
      draggable
      aria-label={`Move ${widget.name}, now in row ${position.row}, column ${position.column}: use the arrow keys or drag it`}
      onKeyDown={onKeyDown}
      onDragStart={(event) => {
        event.dataTransfer.setData(widgetDragType, widget.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
    />
  );
}

export function WidgetTile(props: TileProps): JSX.Element {
  const { widget, position, mode } = props;
  const { columnSpan, rowSpan } = widget.size;
  const entries = menuEntries(props);
  return (
    <section
      className={`widget ${mode}`}
      aria-label={widget.name}
      data-widget={widget.id}
      style={{
        gridColumn: `${position.column} / span ${columnSpan}`,
        gridRow: `${position.row} / span ${rowSpan}`,
        width: pixels(columnSpan),
        height: pixels(rowSpan),
      }}
    >
      <Content {...props} />
      {mode === 'edit' && <MoveHandle {...props} />}
      {entries.length > 0 && (
        <div className="widget-menu">
          <Menu label={`Actions for ${widget.name}`} content={<Icon name="more" />} entries={entries} />
        </div>
      )}
    </section>
  );
}
