/** The sprint tab's door. */
import * as React from 'react';
import { boot } from '../boot';
import { tabPage } from '../tab-parts/tab-page';
import { SprintContext } from './sprint-context';
import { SprintTab } from './SprintTab';

void boot(({ app, page }) => {
  const context = new SprintContext(page.configuration());
  page.register(context.tab);
  const host = tabPage(page, async () => (await app.facts()).url);
  return <SprintTab app={app} page={host} context={context} />;
});
