/** The backlog pane's door. */
import * as React from 'react';
import { boot } from '../boot';
import { tabPage } from '../tab-parts/tab-page';
import { BacklogPane } from './BacklogPane';
import { Selection } from './selection';

void boot(({ app, page }) => {
  const selection = new Selection();
  page.register(selection.pane);
  const host = tabPage(page, async () => (await app.facts()).url);
  return <BacklogPane app={app} page={host} selection={selection} />;
});
