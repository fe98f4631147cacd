/** The door in the project's settings. */
import * as React from 'react';
import { boot } from '../boot';
import { PolicyHub } from './PolicyHub';

void boot(({ app, page }) => (
  <PolicyHub
    app={app}
    toast={(message, action) => {
      const more = action ? { callToAction: action.label, onCallToActionClick: action.run } : {};
      page.messages.addToast({ message, duration: 8000, forceOverrideExisting: true, ...more });
    }}
  />
));
