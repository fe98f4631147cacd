/** ms.vss-tfs-web.tfs-global-messages-service: toasts, the banner at the top, and dialogs. */
import type { Banner, LinkedText, MessageLink } from '../overlays/overlay-stack';
import { contributionById } from '../page/contributions';
import type { Shell } from '../page/shell';
import { service } from '../xdm/service';

interface MessageProps {
  readonly message?: string;
  readonly messageFormat?: string;
  readonly messageLinks?: readonly MessageLink[];
}

interface BannerProps extends MessageProps {
  readonly level?: number;
  readonly dismissable?: boolean;
  readonly buttons?: readonly { readonly text?: string; readonly href?: string }[];
}

interface DialogProps extends MessageProps {
  readonly title?: string;
  readonly contributionId?: string;
  readonly contributionConfiguration?: Readonly<Record<string, unknown>>;
  readonly onDismiss?: () => void;
}

interface ToastProps {
  readonly message: string;
  readonly duration?: number;
  readonly callToAction?: string;
  readonly forceOverrideExisting?: boolean;
  readonly onCallToActionClick?: () => void;
}

/** MessageBannerLevel of the API, a const enum: 0 info, 1 warning, 2 error, 3 success. */
const bannerLevels = ['info', 'warning', 'error', 'success'] as const;

function linkedText({ message, messageFormat, messageLinks }: MessageProps): LinkedText {
  return messageFormat
    ? { text: messageFormat, links: messageLinks ?? [] }
    : { text: message ?? '', links: [] };
}

function bannerOf(props: BannerProps): Banner {
  return {
    level: bannerLevels[props.level ?? 0] ?? 'info',
    message: linkedText(props),
    dismissable: props.dismissable ?? true,
    buttons: (props.buttons ?? []).map(({ text, href }) => ({ text: text ?? '', href })),
  };
}

/** Opens the dialog and returns the way to close it from outside. */
function openDialog(shell: Shell, props: DialogProps): () => void {
  const { overlays } = shell;
  const finish = (): void => {
    overlays.close(key);
    props.onDismiss?.();
  };
  const placed = props.contributionId && contributionById(shell.bootstrap.extensions, props.contributionId);
  const title = props.title ?? '';
  const key = placed
    ? overlays.open({
        kind: 'frame-dialog',
        placed,
        title,
        configuration: { ...props.contributionConfiguration, dialog: { close: finish } },
        lightDismiss: true,
        onClose: finish,
      })
    : overlays.open({
        kind: 'message',
        title,
        message: linkedText(props),
        okText: 'OK',
        cancelText: undefined,
        lightDismiss: true,
        onClose: finish,
      });
  return finish;
}

export default service({
  id: 'ms.vss-tfs-web.tfs-global-messages-service',
  create({ shell }) {
    let closeLast = (): void => undefined;
    return {
      addToast(props: ToastProps) {
        const toast = {
          message: props.message,
          duration: props.duration ?? 5000,
          callToAction: props.callToAction,
          onCallToAction: () => props.onCallToActionClick?.(),
        };
        shell().overlays.toast(toast, props.forceOverrideExisting === true ? 'at-once' : 'queue');
      },
      addBanner: (props: BannerProps) => shell().overlays.setBanner(bannerOf(props)),
      closeBanner: () => shell().overlays.setBanner(undefined),
      addDialog(props: DialogProps) {
        closeLast = openDialog(shell(), props);
      },
      closeDialog: () => closeLast(),
    };
  },
});
