/** The tabs of a form: its own, then the pages that extensions contribute. */
import * as React from 'react';
import { nameOf, type PlacedContribution } from '../../page/contributions';
import { TabList } from '../../parts/TabList';

interface FormTabsProps {
  readonly chosen: string;
  readonly choose: (id: string) => void;
  readonly pages: readonly PlacedContribution[];
  readonly isNew: boolean;
}

export function FormTabs({ chosen, choose, pages, isNew }: FormTabsProps): JSX.Element {
  const tabs = [
    { id: 'details', text: 'Details' },
    ...(isNew ? [] : [{ id: 'history', text: 'History' }]),
    ...pages.map((placed) => ({ id: placed.contribution.fullId, text: nameOf(placed) })),
  ];
  return <TabList label="Parts of the work item" tabs={tabs} chosen={chosen} choose={choose} />;
}
