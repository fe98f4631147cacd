/** The door of the work item form's group. The listener is registered here, before the host hears of the load. */
import * as React from 'react';
import { boot } from '../boot';
import { formPlaces } from './form-places';
import { GroupSession } from './group-session';
import { WorkItemGroup } from './WorkItemGroup';

void boot((context) => {
  const { app, page } = context;
  const session = new GroupSession(app, page.workItemForm());
  return <WorkItemGroup session={session} places={formPlaces(context)} />;
});
