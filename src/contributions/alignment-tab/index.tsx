/** The door of the tab on boards and backlogs. */
import * as React from 'react';
import { boot } from '../boot';
import { tabPage } from '../tab-parts/tab-page';
import { AlignmentTab } from './AlignmentTab';

void boot(({ app, page }) => {
  // Alignment is judged over the whole project, so another level or team changes nothing; without this the host reloads.
  page.register({
    pageTitle: 'Security alignment',
    name: 'Security alignment',
    updateContext: () => undefined,
  });
  return <AlignmentTab app={app} page={tabPage(page, async () => (await app.facts()).url)} />;
});
