/** The backlog pane's door. */
import * as React from 'react';
import { boot } from '../boot';
import { tabPage } from '../tab-parts/tab-page';
import { ItemPane } from '../tab-parts/item-pane/ItemPane';
import { Selection } from '../tab-parts/item-pane/selection';

void boot(({ app, page }) => {
  const selection = new Selection();
  page.register(selection.pane);
  const host = tabPage(page, async () => (await app.facts()).url);
  return <ItemPane app={app} page={host} selection={selection} />;
});
