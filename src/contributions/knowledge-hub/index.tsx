/** The door in the organisation's settings. */
import * as React from 'react';
import { bootOrganisation } from '../boot';
import { KnowledgeHub } from './KnowledgeHub';

void bootOrganisation((app) => <KnowledgeHub app={app} />);
