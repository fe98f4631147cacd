/** What lies over the page: dialogs, panels, toasts and one banner, opened by the shell or by an extension. */
import type { PlacedContribution } from '../page/contributions';
import type { WorkItem } from '../rest/work-item';
import type { NewItem } from '../rest/work-items';

export interface MessageLink {
  readonly name: string;
  readonly href: string;
}

/** A text in which {0}, {1} … stand for links. */
export interface LinkedText {
  readonly text: string;
  readonly links: readonly MessageLink[];
}

interface Framed {
  readonly placed: PlacedContribution;
  readonly title: string;
  readonly configuration: Readonly<Record<string, unknown>>;
  readonly lightDismiss: boolean;
  readonly onClose: (result: unknown) => void;
}

/** How a person may change the width of a panel. Pixels. */
export interface Resize {
  readonly minWidth: number;
  readonly maxWidth: number;
  readonly onWidthChanged: (width: number) => void;
}

export type Dialog =
  | {
      readonly kind: 'message';
      readonly title: string;
      readonly message: LinkedText;
      readonly okText: string;
      readonly cancelText: string | undefined;
      /** Instead of the answers above. */
      readonly buttons?: readonly BannerButton[];
      readonly lightDismiss: boolean;
      readonly onClose: (confirmed: boolean) => void;
    }
  | (Framed & { readonly kind: 'frame-dialog' })
  | (Framed & {
      readonly kind: 'frame-panel';
      readonly description: string;
      readonly size: 'small' | 'medium' | 'large';
      readonly resize: Resize | undefined;
    })
  | {
      /** A panel of the shell itself. */
      readonly kind: 'own-panel';
      readonly title: string;
      readonly size: 'small' | 'medium' | 'large';
      readonly content: (close: () => void) => JSX.Element;
    }
  | {
      readonly kind: 'work-item';
      readonly id: number;
      /** The list it was opened from, for previous and next. */
      readonly among?: readonly number[];
      readonly onClose: (saved: WorkItem | undefined) => void;
    }
  | {
      readonly kind: 'new-work-item';
      readonly item: NewItem;
      readonly onClose: (saved: WorkItem | undefined) => void;
    };

export interface Toast {
  readonly message: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly callToAction: string | undefined;
  readonly onCallToAction: () => void;
}

/** Goes to an address, or calls back. */
export interface BannerButton {
  readonly text: string;
  readonly href: string | undefined;
  readonly run: () => void;
}

export interface Banner {
  readonly level: 'info' | 'warning' | 'error' | 'success';
  readonly message: LinkedText;
  readonly dismissable: boolean;
  readonly buttons: readonly BannerButton[];
  readonly helpLink: MessageLink | undefined;
  readonly onDismiss: () => void;
}

export interface Overlays {
  readonly dialogs: readonly { readonly key: number; readonly dialog: Dialog }[];
  /** The first is shown, the others wait. */
  readonly toasts: readonly { readonly key: number; readonly toast: Toast }[];
  readonly banner: Banner | undefined;
  readonly fullScreen: 'on' | 'off';
}

export interface OverlayStack {
  current(): Overlays;
  onChanged(listener: () => void): () => void;
  /** Opens a dialog on top of the others; the key closes it again. */
  open(dialog: Dialog): number;
  /** Takes a dialog away. Its onClose is the caller's to call: only the caller knows the result. */
  close(key: number): void;
  toast(toast: Toast, place: 'queue' | 'at-once'): void;
  endToast(key: number): void;
  setBanner(banner: Banner | undefined): void;
  setFullScreen(mode: 'on' | 'off'): void;
}

const none: Overlays = { dialogs: [], toasts: [], banner: undefined, fullScreen: 'off' };

export function overlayStack(): OverlayStack {
  let state = none;
  let lastKey = 0;
  const listeners = new Set<() => void>();
  function become(next: Overlays): void {
    state = next;
    for (const listener of [...listeners]) listener();
  }
  return {
    current: () => state,
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(dialog) {
      lastKey += 1;
      become({ ...state, dialogs: [...state.dialogs, { key: lastKey, dialog }] });
      return lastKey;
    },
    close: (key) => become({ ...state, dialogs: state.dialogs.filter((each) => each.key !== key) }),
    toast(toast, place) {
      lastKey += 1;
      const waiting = place === 'at-once' ? [] : state.toasts;
      become({ ...state, toasts: [...waiting, { key: lastKey, toast }] });
    },
    endToast: (key) => become({ ...state, toasts: state.toasts.filter((each) => each.key !== key) }),
    setBanner: (banner) => become({ ...state, banner }),
    setFullScreen: (fullScreen) => become({ ...state, fullScreen }),
  };
}

/** Shows one plain line that goes away by itself. */
export function say(overlays: OverlayStack, message: string): void {
  overlays.toast(
    { message, duration: 5000, callToAction: undefined, onCallToAction: () => undefined },
    'at-once',
  );
}

/** Asks a question with two answers; resolves when one was given. */
export function ask(
  overlays: OverlayStack,
  question: { readonly title: string; readonly text: string; readonly okText: string },
): Promise<boolean> {
  return new Promise((resolve) => {
    overlays.open({
      kind: 'message',
      title: question.title,
      message: { text: question.text, links: [] },
      okText: question.okText,
      cancelText: 'Cancel',
      lightDismiss: true,
      onClose: resolve,
    });
  });
}
