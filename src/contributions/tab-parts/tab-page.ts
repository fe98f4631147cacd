/** What the two tabs ask of the page around them: open things, go places, say what was done. boot wires it to Azure DevOps. */
import type { DoorContext } from '../boot';

/** Ids that the hub's address takes. */
export interface HubPlace {
  readonly model: string;
  readonly threat?: string | undefined;
  readonly mitigation?: string | undefined;
}

/** `?model=…&threat=…`, or nothing. */
function queryOf(place: HubPlace | undefined): string {
  if (!place) return '';
  const given = Object.entries(place).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `?${new URLSearchParams(given).toString()}`;
}

export interface TabPage {
  /** Settles when the form is closed again. */
  openWorkItem(id: number): Promise<void>;
  /** Shows the form of a new item; its number once saved, undefined when it was closed without. `fields` by reference name. */
  newWorkItem(type: string, fields: Readonly<Record<string, string>>): Promise<number | undefined>;
  /** A page of Azure DevOps, beside this one: what was opened here stays open. */
  openBeside(url: string): void;
  /** Goes to the hub of the same extension, for good: to its home, or to the place in a model. */
  goToHub(place?: HubPlace): void;
  toast(message: string, action?: { readonly label: string; readonly run: () => void }): void;
}

/** Milliseconds that a message with an Undo stays. */
const toastTime = 8000;

/** `projectUrl` without a slash at the end. */
export function tabPage(page: DoorContext['page'], projectUrl: () => Promise<string>): TabPage {
  const { navigation, messages } = page;
  return {
    openWorkItem: async (id) => {
      await (await page.workItems()).openWorkItem(id);
    },
    newWorkItem: async (type, fields) => {
      const form = await page.workItems();
      // The typings promise an item; the host answers null for a form that was closed unsaved.
      const saved: { readonly id: number } | null = await form.openNewWorkItem(type, { ...fields });
      return saved?.id;
    },
    openBeside: (url) => navigation.openNewWindow(url, ''),
    goToHub: (place) => {
      const go = (project: string) =>
        navigation.navigate(`${project}/_apps/hub/${page.extensionId}.hub${queryOf(place)}`);
      projectUrl().then(go, (error: unknown) =>
        messages.addToast({ message: `The hub could not be opened: ${String(error)}`, duration: toastTime }),
      );
    },
    toast: (message, action) => {
      const more = action ? { callToAction: action.label, onCallToActionClick: action.run } : {};
      // At once: a toast that waits its turn would offer Undo for something else than what was just done.
      messages.addToast({ message, duration: toastTime, forceOverrideExisting: true, ...more });
    },
  };
}
