/** ms.vss-features.host-page-layout-service: dialogs and panels over the page, filled with text or contributed pages. */
import type { Resize } from '../overlays/overlay-stack';
import { contributionById, type PlacedContribution } from '../page/contributions';
import type { Shell } from '../page/shell';
import { service } from '../xdm/service';
import { tellDeveloper } from '../xdm/tell-developer';

interface ContentOptions {
  readonly title?: string;
  readonly description?: string;
  readonly size?: number;
  readonly configuration?: Readonly<Record<string, unknown>>;
  readonly lightDismiss?: boolean;
  readonly onClose?: (result: unknown) => void;
  readonly resizeOptions?: {
    readonly userResizable?: boolean;
    readonly minWidth?: number;
    readonly maxWidth?: number;
    readonly onWidthChanged?: (width: number) => void;
  };
}

/** Options that a page leaves out arrive as null: they cross the channel inside a JSON array. */
interface MessageOptions extends ContentOptions {
  readonly showCancel?: boolean;
  readonly okText?: string;
  readonly cancelText?: string;
}

/** PanelSize of the API: the enum is `const` and cannot be imported under isolatedModules. */
const panelSizes = ['small', 'medium', 'large'] as const;

/** Narrower than this no panel of the original gets. */
const narrowest = 340;

function resizeOf({ resizeOptions }: ContentOptions): Resize | undefined {
  if (resizeOptions?.userResizable !== true) return undefined;
  return {
    minWidth: Math.max(narrowest, resizeOptions.minWidth ?? narrowest),
    maxWidth: resizeOptions.maxWidth ?? Number.MAX_SAFE_INTEGER,
    onWidthChanged: (width) => resizeOptions.onWidthChanged?.(width),
  };
}

function contentOf(shell: Shell, contributionId: string): PlacedContribution {
  const placed = contributionById(shell.bootstrap.extensions, contributionId);
  if (placed) return placed;
  const problem = `Contribution "${contributionId}" does not exist in any installed extension.`;
  tellDeveloper(problem);
  throw new Error(problem);
}

/** The page inside gets its options' configuration plus `dialog` or `panel`, whose close(result) ends it. */
function openContent(
  shell: Shell,
  contributionId: string,
  options: ContentOptions,
  role: 'dialog' | 'panel',
): void {
  const placed = contentOf(shell, contributionId);
  const { overlays } = shell;
  let open = true;
  function finish(result: unknown): void {
    if (!open) return;
    open = false;
    overlays.close(key);
    options.onClose?.(result);
  }
  const framed = {
    placed,
    title: options.title ?? '',
    configuration: { ...options.configuration, [role]: { close: finish } },
    lightDismiss: options.lightDismiss ?? true,
    onClose: finish,
  };
  const key =
    role === 'dialog'
      ? overlays.open({ kind: 'frame-dialog', ...framed })
      : overlays.open({
          kind: 'frame-panel',
          ...framed,
          description: options.description ?? '',
          size: panelSizes[options.size ?? 1] ?? 'medium',
          resize: resizeOf(options),
        });
}

export default service({
  id: 'ms.vss-features.host-page-layout-service',
  create: ({ shell }) => ({
    openMessageDialog(message: string, given?: MessageOptions | null) {
      const options = given ?? {};
      shell().overlays.open({
        kind: 'message',
        title: options.title ?? '',
        message: { text: message, links: [] },
        okText: options.okText ?? 'OK',
        cancelText: options.showCancel === true ? (options.cancelText ?? 'Cancel') : undefined,
        lightDismiss: options.lightDismiss ?? true,
        onClose: (confirmed) => options.onClose?.(confirmed),
      });
    },
    openCustomDialog: (id: string, options?: ContentOptions | null) =>
      openContent(shell(), id, options ?? {}, 'dialog'),
    openPanel: (id: string, options?: ContentOptions | null) =>
      openContent(shell(), id, options ?? {}, 'panel'),
    getFullScreenMode: () => shell().overlays.current().fullScreen === 'on',
    setFullScreenMode: (mode: unknown) => shell().overlays.setFullScreen(mode === true ? 'on' : 'off'),
  }),
});
