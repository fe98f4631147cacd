/** Changes of a dashboard, each kept at once; what somebody else changed in the meantime is read again, never overwritten. */
import * as React from 'react';
import { say } from '../../overlays/overlay-stack';
import { useShell } from '../../page/shell';
import { isConflict, sentenceOf } from '../../rest/connection';
import type { Dashboard, Widget, WidgetPosition, WidgetType } from '../../rest/dashboards';
import { useDashboards } from './use-dashboards';
import { arranged, firstRoom } from './widget-grid';

export interface Edits {
  /** @returns the new widget, or undefined where it was refused. */
  add(type: WidgetType, size: Widget['size']): Promise<Widget | undefined>;
  save(widget: Widget): Promise<boolean>;
  move(id: string, to: WidgetPosition): Promise<void>;
  remove(widget: Widget): Promise<void>;
}

export function useEdits(dashboard: Dashboard, reload: () => Promise<void>): Edits {
  const { overlays } = useShell();
  const dashboards = useDashboards();
  return React.useMemo(() => {
    /** Says what went wrong, and reads again in any case: the screen never shows a wish for a fact. */
    async function attempt<T>(work: () => Promise<T>): Promise<{ readonly value: T } | undefined> {
      try {
        return { value: await work() };
      } catch (problem) {
        const sentence = isConflict(problem)
          ? 'The widget was changed by someone else in the meantime. It has been read again; nothing was overwritten.'
          : sentenceOf(problem);
        say(overlays, sentence);
        return undefined;
      } finally {
        await reload();
      }
    }
    const places = (widgets: readonly Widget[], movedId?: string): readonly Widget[] => {
      const found = arranged(widgets, movedId);
      return widgets.map((each) => ({ ...each, position: found.get(each.id) ?? each.position }));
    };
    const before = new Map(dashboard.widgets.map((each) => [each.id, each]));
    const hasMoved = ({ id, position }: Widget): boolean => {
      const was = before.get(id)?.position;
      return was?.row !== position.row || was.column !== position.column;
    };
    return {
      async add(type, size) {
        const position = firstRoom(size, places(dashboard.widgets));
        const { name, contributionId, defaultSettings } = type;
        const added = { name, contributionId, position, size, settings: defaultSettings };
        return (await attempt(() => dashboards.add(dashboard, added)))?.value;
      },
      async save(widget) {
        const { id, eTag, name, size, settings, settingsVersion } = widget;
        const changed = dashboard.widgets.map((each) => (each.id === id ? widget : each));
        const others = places(changed, id).filter((each) => each.id !== id && hasMoved(each));
        const changes = [
          { id, eTag, name, size, settings, settingsVersion },
          ...others.map((each) => ({ id: each.id, eTag: each.eTag, position: each.position })),
        ];
        return (await attempt(() => dashboards.change(dashboard, changes))) !== undefined;
      },
      async move(id, to) {
        const wanted = dashboard.widgets.map((each) => (each.id === id ? { ...each, position: to } : each));
        const moved = places(wanted, id).filter(hasMoved);
        if (moved.length === 0) return;
        const changes = moved.map((each) => ({ id: each.id, eTag: each.eTag, position: each.position }));
        await attempt(() => dashboards.change(dashboard, changes));
      },
      async remove(widget) {
        await attempt(() => dashboards.removeWidget(dashboard, widget.id));
      },
    };
  }, [dashboard, reload, dashboards, overlays]);
}
