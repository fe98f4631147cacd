/** The project hub's door. */
import * as React from 'react';
import { boot } from '../boot';
import { Hub } from './Hub';
import { hubNavigation } from './host-navigation';
import { browserShelf } from './kept-edits/edit-shelf';

void boot(({ app, page }) => (
  <Hub
    app={app}
    navigation={hubNavigation(page)}
    shelf={browserShelf({ ...page.visitor, project: page.projectId })}
  />
));
