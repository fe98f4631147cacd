/** The composition root of every page: handshake, adapters, app, theme, error boundary, render, tell the host. */
import * as React from 'react';
import * as ReactDOM from 'react-dom';
import {
  connectAction,
  connectOrganisation,
  connectPage,
  loadFailed,
  loadSucceeded,
  startPage,
} from '../adapters/azdo/page';
import type { ActionPage, Page } from '../adapters/azdo/page';
import { createApp } from '../app/app';
import type { App } from '../app/app';
import type { OrganisationApp } from '../app/organisation-app';
import { followColourScheme } from './colour-scheme';

export interface DoorContext {
  readonly app: App;
  readonly page: Page;
}

interface BoundaryState {
  readonly problem: string | undefined;
}

/** A page that breaks says so and offers to start again, instead of going blank. */
class ErrorBoundary extends React.Component<object, BoundaryState> {
  override state: BoundaryState = { problem: undefined };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { problem: error instanceof Error ? error.message : String(error) };
  }

  override render(): React.ReactNode {
    const { problem } = this.state;
    if (problem === undefined) return this.props.children;
    return (
      <main role="alert" style={{ padding: 32, color: 'var(--text-primary-color)' }}>
        <h1>This page stopped working</h1>
        <p>What was saved is safe. The reason: {problem}</p>
        <button onClick={() => window.location.reload()}>Load the page again</button>
      </main>
    );
  }
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Handshake and look, then the page; a failure is shown in its place. */
async function run(element: () => Promise<React.ReactElement>): Promise<void> {
  try {
    await startPage();
    followColourScheme();
    const page = await element();
    ReactDOM.render(<ErrorBoundary>{page}</ErrorBoundary>, document.getElementById('root'));
    await loadSucceeded();
  } catch (error) {
    await loadFailed(sentence(error));
  }
}

/** Runs a door; every deep link leads to the hub of the same extension. */
export function boot(door: (context: DoorContext) => React.ReactElement): Promise<void> {
  return run(async () => {
    const page = await connectPage();
    const app = createApp(page.ports, { projectId: page.projectId, hubId: `${page.extensionId}.hub` });
    return door({ app, page });
  });
}

/** Runs the door of an action in a menu: its page is never seen, so it draws nothing and asks nothing. */
export async function bootAction(offer: (page: ActionPage) => object): Promise<void> {
  try {
    await startPage();
    connectAction(offer);
    await loadSucceeded();
  } catch (error) {
    await loadFailed(sentence(error));
  }
}

/** Runs a door outside every project: in the organisation's settings. Its verbs load with it alone. */
export function bootOrganisation(door: (app: OrganisationApp) => React.ReactElement): Promise<void> {
  return run(async () => {
    const { createOrganisationApp } = await import('../app/organisation-app');
    return door(createOrganisationApp(await connectOrganisation()));
  });
}
