/** The door in the project's settings. */
import * as React from 'react';
import { boot } from '../boot';
import { SecurityFlags } from './SecurityFlags';

void boot(({ app }) => <SecurityFlags app={app} />);
