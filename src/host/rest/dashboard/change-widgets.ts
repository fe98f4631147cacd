/** What replacing and updating widgets share. */
import type { Call } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { sentText } from '../../kernel/sent';
import type { StoredDashboard, StoredWidget } from '../../dashboards/dashboards';
import { readWidget, requireEtag } from '../../dashboards/read-widget';
import type { World } from '../../organisation/world';
import {
  keepChanged,
  requireDashboard,
  requireDashboardEditor,
  requireWidget,
  withDashboards,
} from './dashboard-shape';

/** `replace` begins from nothing but the id, `update` from what is kept. */
export type Manner = 'replace' | 'update';

export interface Changed {
  readonly dashboard: StoredDashboard;
  readonly widgets: readonly StoredWidget[];
}

/** One widget, named by the address. @throws Problem 404 when it is missing, 409 for another version. */
export function changeWidget(call: Call, world: World, manner: Manner): Changed {
  requireDashboardEditor(call);
  return withDashboards(call, world, (tx) => {
    const before = requireDashboard(tx, call.params.text('dashboard'));
    const widget = changed(before, call.params.text('widget'), call.body, manner);
    const widgets = before.widgets.map((one) => (one.id === widget.id ? widget : one));
    return { dashboard: keepChanged(tx, before, { widgets }, { call, world }), widgets: [widget] };
  });
}

/** Several widgets, each naming itself; `replace` also removes those that are not named. */
export function changeWidgets(call: Call, world: World, list: readonly unknown[], manner: Manner): Changed {
  requireDashboardEditor(call);
  return withDashboards(call, world, (tx) => {
    const before = requireDashboard(tx, call.params.text('dashboard'));
    const named = list.map((raw) => {
      const id = sentText(raw, 'id');
      if (id === undefined && manner === 'replace') return readWidget(raw, undefined);
      if (id === undefined) throw problem(400, 'InvalidWidgetException', 'A widget must have an id.');
      return changed(before, id, raw, manner);
    });
    const byId = new Map(named.map((widget) => [widget.id, widget]));
    const widgets = manner === 'replace' ? named : before.widgets.map((one) => byId.get(one.id) ?? one);
    return { dashboard: keepChanged(tx, before, { widgets }, { call, world }), widgets: named };
  });
}

function changed(dashboard: StoredDashboard, id: string, raw: unknown, manner: Manner): StoredWidget {
  const kept = requireWidget(dashboard, id);
  requireEtag(raw, 'widget', kept);
  if (manner === 'update') return readWidget(raw, kept);
  return { ...readWidget(raw, undefined), id: kept.id, etag: kept.etag + 1 };
}
