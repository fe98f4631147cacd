/** The project hub's door. */
import * as React from 'react';
import { boot } from '../boot';
import { Hub } from './Hub';
import { hubNavigation } from './host-navigation';

void boot(({ app, page }) => <Hub app={app} navigation={hubNavigation(page)} />);
