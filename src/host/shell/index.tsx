/** The page of the local Azure DevOps around extensions: entry of its bundle. */
import * as React from 'react';
import * as ReactDOM from 'react-dom';
import { App } from './page/App';
import { readBootstrap } from './page/bootstrap';
import { browserSettings } from './page/settings';
import './styles/base.css';
import './styles/page.css';
import './styles/parts.css';
import './styles/overlays.css';
import './styles/boards.css';
import './styles/backlog.css';
import './styles/form.css';
import './styles/faults.css';
import './styles/settings.css';
import './styles/dashboard.css';

ReactDOM.render(
  <App bootstrap={readBootstrap(document)} settings={browserSettings(window)} />,
  document.getElementById('shell'),
);
