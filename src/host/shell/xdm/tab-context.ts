/** Keeps a contributed tab told about where it is: by updateContext where the page has it, else by loading it anew. */
import type { FramedPage } from './framed-page';

export type TabContext = Readonly<Record<string, unknown>>;

export interface ContextFollower {
  /** The page has loaded with the context it was given last. Returns the way to say that it is gone. */
  opened(page: FramedPage): () => void;
  /** Where the tab is now. Contexts that a slow page missed are skipped: only the newest counts. */
  moved(context: TabContext): void;
}

/** @param reload loads the page anew with this context as its configuration. */
export function followContext(first: TabContext, reload: (context: TabContext) => void): ContextFollower {
  let known = JSON.stringify(first);
  let wanted = first;
  let page: FramedPage | undefined;
  let working: 'yes' | 'no' = 'no';
  async function settle(): Promise<void> {
    if (working === 'yes') return;
    working = 'yes';
    while (page && known !== JSON.stringify(wanted)) {
      const asked: FramedPage = page;
      const context = wanted;
      const outcome = await asked.call('updateContext', context);
      if (page !== asked) continue;
      known = JSON.stringify(context);
      if (outcome.kind !== 'absent') continue;
      // The page that is being replaced is asked no more; the new one opens with the newest context.
      page = undefined;
      known = JSON.stringify(wanted);
      reload(wanted);
    }
    working = 'no';
  }
  return {
    opened(opened) {
      page = opened;
      void settle();
      return () => {
        if (page === opened) page = undefined;
      };
    },
    moved(context) {
      wanted = context;
      void settle();
    },
  };
}
