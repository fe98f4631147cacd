/** What every part of a tab can reach: the verbs, the desk, the page around, and the way to do something. */
import * as React from 'react';
import type { App } from '../../app/app';
import type { AlignmentPicture } from '../../core/alignment/picture';
import type { AlignmentDesk, DeskState } from './desk';
import type { TabPage } from './tab-page';
import type { Perform } from './use-desk';

export interface DeskReach {
  readonly app: App;
  readonly page: TabPage;
  readonly desk: AlignmentDesk;
  readonly picture: AlignmentPicture;
  readonly perform: Perform;
  readonly saving: DeskState['saving'];
  /** True while an action is under way; buttons that write wait. */
  readonly busy: boolean;
}

export const DeskContext = React.createContext<DeskReach | undefined>(undefined);

export function useReach(): DeskReach {
  const reach = React.useContext(DeskContext);
  if (!reach) throw new Error('A part of a tab stands outside its desk.');
  return reach;
}
