/** The door of the menus: a page that nobody sees, which opens the panel for what the menu was opened on. */
import { bootAction } from '../boot';
import { askedItems } from '../tab-parts/item-pane/asked-items';

void bootAction((page) => ({
  execute: (context: unknown) => {
    const ids = askedItems(context);
    const [first] = ids;
    if (first === undefined)
      return page.toast('Save the work item first: then there is something to say about it.');
    const title = ids.length === 1 ? `Security of #${first}` : `Security of ${ids.length} work items`;
    return page.openPanel('work-item-panel', { title, configuration: { ids } });
  },
}));
