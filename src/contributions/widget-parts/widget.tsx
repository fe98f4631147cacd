/** What all widgets do alike: read, draw at the size they have, say what is wrong, lead to their page. */
import './widget.css';
import * as React from 'react';
import { bootWidget, draw } from '../boot-widget';
import type { WidgetContext } from '../boot-widget';
import { PageLink, WidgetPlaceContext } from './FigureWhy';
import type { WidgetPlace } from './FigureWhy';
import { newestOnly } from './newest-only';
import { readChosen } from './settings';
import type { Chosen, HostSettings } from './settings';

/** What the host makes of a call: 0 = shown. A rejection of this shape is shown as the widget's error. */
const success = { statusType: 0 };
const failure = (error: unknown) => ({
  message: error instanceof Error ? error.message : String(error),
  isUserVisible: true,
});

export interface Drawing<T> {
  readonly value: T;
  readonly size: HostSettings['size'];
  readonly chosen: Chosen;
}

export interface WidgetDoor<T> {
  readonly read: (context: WidgetContext, chosen: Chosen) => Promise<T>;
  /** What stands under the name: figures, drawing. */
  readonly view: (drawing: Drawing<T>) => React.ReactElement;
  /** Path below the project of the page that says more, with its name. */
  readonly page: (drawing: Drawing<T>, extension: string) => { readonly path: string; readonly name: string };
}

function Frame(props: {
  readonly name: string;
  readonly size: HostSettings['size'];
  readonly link: { readonly url: string; readonly name: string };
  readonly place: WidgetPlace;
  readonly children: React.ReactNode;
}): React.ReactElement {
  const { name, size, link, place, children } = props;
  return (
    <main className={`ww ww-${size.columnSpan}x${size.rowSpan}`}>
      <h2 className="ww-name">
        <PageLink url={link.url} title={link.name} go={place.go}>
          {name}
        </PageLink>
      </h2>
      <WidgetPlaceContext.Provider value={place}>{children}</WidgetPlaceContext.Provider>
    </main>
  );
}

/** Runs a widget. Nothing is written but the count of findings of the day. */
export function runWidget<T>(door: WidgetDoor<T>): Promise<void> {
  return bootWidget((context) => {
    const shown = newestOnly(
      async (settings: HostSettings) => {
        const chosen = readChosen(settings);
        const reading = Promise.all([door.read(context, chosen), context.page.ports.backlog.facts()]);
        const [value, facts] = await reading;
        return {
          drawing: { value, size: settings.size, chosen },
          base: facts.url,
        };
      },
      ({ drawing, base }, { name, size }) => {
        const page = door.page(drawing, context.page.extensionId);
        const place = {
          hub: `${base}/_apps/hub/${context.page.extensionId}.hub`,
          go: (url: string) => context.page.navigation.navigate(url),
        };
        draw(
          <Frame
            name={name}
            size={size}
            link={{ url: `${base}/${page.path}`, name: page.name }}
            place={place}
          >
            {door.view(drawing)}
          </Frame>,
        );
      },
    );
    const show = (settings: HostSettings) =>
      shown(settings).then(
        () => success,
        (error: unknown) => Promise.reject(failure(error)),
      );
    return { preload: () => Promise.resolve(success), load: show, reload: show };
  });
}

/** No model, or nothing to show: one sentence, and the name above leads on. */
export function Nothing({ children }: { readonly children: React.ReactNode }): React.ReactElement {
  return <p className="ww-nothing">{children}</p>;
}
