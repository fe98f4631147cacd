/** The panel's door: what is beside a backlog, for the items that the menu was opened on. */
import * as React from 'react';
import { boot } from '../boot';
import { askedItems } from '../tab-parts/item-pane/asked-items';
import { ItemPane } from '../tab-parts/item-pane/ItemPane';
import { Selection } from '../tab-parts/item-pane/selection';
import { tabPage } from '../tab-parts/tab-page';

void boot(({ app, page }) => {
  const selection = new Selection(askedItems(page.configuration()));
  const host = tabPage(page, async () => (await app.facts()).url);
  return <ItemPane app={app} page={host} selection={selection} />;
});
