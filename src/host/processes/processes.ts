/** Every process this server can be started with. */
import { agile } from './agile';
import { basic } from './basic';
import { cmmi } from './cmmi';
import { inherited } from './inherited';
import type { ProcessKey, ProcessTemplate } from './process';
import { scrum } from './scrum';

export const processes: Readonly<Record<ProcessKey, ProcessTemplate>> = {
  agile,
  scrum,
  basic,
  cmmi,
  inherited,
};

export const PROCESS_KEYS: readonly ProcessKey[] = ['agile', 'scrum', 'basic', 'cmmi', 'inherited'];
