/** The composition root of the widgets and their settings: small, since a dashboard loads many pages at once. */
import * as React from 'react';
import * as ReactDOM from 'react-dom';
import { connectPage, loadFailed, loadSucceeded, startPage, teamOfPage } from '../adapters/azdo/page';
import type { Page } from '../adapters/azdo/page';
import { createWidgetApp } from '../app/widget-app';
import type { WidgetApp } from '../app/widget-app';
import { followColourScheme } from './colour-scheme';

export interface WidgetContext {
  readonly app: WidgetApp;
  readonly page: Page;
  /** The team of the dashboard; empty where the host names none. */
  readonly team: string;
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Registers the object of a door under its contribution; the host calls it from then on. */
export async function bootWidget(door: (context: WidgetContext) => object): Promise<void> {
  try {
    await startPage();
    followColourScheme();
    const page = await connectPage();
    page.register(door({ app: createWidgetApp(page.ports, page.projectId), page, team: teamOfPage() }));
    await loadSucceeded();
  } catch (error) {
    await loadFailed(sentence(error));
  }
}

/** Draws into the page, in place of what was there. */
export function draw(element: React.ReactElement): void {
  ReactDOM.render(<React.StrictMode>{element}</React.StrictMode>, document.getElementById('root'));
}
