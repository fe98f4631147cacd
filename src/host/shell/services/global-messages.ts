/** ms.vss-tfs-web.tfs-global-messages-service: toasts, the banner at the top, and dialogs. */
import type { Banner, BannerButton, LinkedText, MessageLink } from '../overlays/overlay-stack';
import { runCommand } from '../page/commands';
import { contributionById } from '../page/contributions';
import type { Shell } from '../page/shell';
import { service } from '../xdm/service';

interface MessageProps {
  readonly message?: string;
  readonly messageFormat?: string;
  readonly messageLinks?: readonly MessageLink[];
}

interface ButtonProps {
  readonly text?: string;
  readonly href?: string;
  readonly commandId?: string;
  readonly commandArgument?: unknown;
  readonly onClick?: () => void;
}

interface BannerProps extends MessageProps {
  readonly level?: number;
  readonly dismissable?: boolean;
  readonly buttons?: readonly ButtonProps[];
  readonly helpInfo?: { readonly href?: string; readonly tooltip?: string };
  /** Under it a dismissal is remembered for the person. */
  readonly settingId?: string;
}

interface DialogProps extends MessageProps {
  readonly title?: string;
  readonly contributionId?: string;
  readonly contributionConfiguration?: Readonly<Record<string, unknown>>;
  readonly buttonProps?: readonly ButtonProps[];
  readonly settingId?: string;
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

function buttonOf(
  shell: Shell,
  { text, href, commandId, commandArgument, onClick }: ButtonProps,
): BannerButton {
  return {
    text: text ?? '',
    href,
    run: () => {
      if (commandId !== undefined) runCommand(shell, commandId, commandArgument);
      onClick?.();
    },
  };
}

const dismissals = 'GlobalMessages/Dismissed';

/** Whether the person has dismissed the message for good. Without an answer it is shown: a message may matter. */
async function isDismissed({ connection }: Shell, settingId: string): Promise<boolean> {
  const key = `${dismissals}/${settingId}`;
  const path = `/_apis/Settings/Entries/me/${key.split('/').map(encodeURIComponent).join('/')}`;
  return connection
    .send<{ readonly value: Readonly<Record<string, unknown>> }>({ path, apiVersion: '7.2-preview.1' })
    .then(({ value }) => value[key] === true)
    .catch(() => false);
}

function rememberDismissal({ connection }: Shell, settingId: string | undefined): void {
  if (settingId === undefined) return;
  const body = { [`${dismissals}/${settingId}`]: true };
  // What could not be remembered is shown once more, which harms nobody.
  void connection
    .send({ method: 'PATCH', path: '/_apis/Settings/Entries/me', apiVersion: '7.2-preview.1', body })
    .catch(() => undefined);
}

function bannerOf(shell: Shell, props: BannerProps): Banner {
  const { helpInfo } = props;
  return {
    level: bannerLevels[props.level ?? 0] ?? 'info',
    message: linkedText(props),
    dismissable: props.dismissable ?? true,
    buttons: (props.buttons ?? []).map((button) => buttonOf(shell, button)),
    helpLink:
      helpInfo?.href === undefined ? undefined : { name: helpInfo.tooltip ?? 'Help', href: helpInfo.href },
    onDismiss: () => rememberDismissal(shell, props.settingId),
  };
}

/** Opens the dialog and returns the way to close it from outside. */
function openDialog(shell: Shell, props: DialogProps): () => void {
  const { overlays } = shell;
  const finish = (): void => {
    overlays.close(key);
    rememberDismissal(shell, props.settingId);
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
        ...(props.buttonProps ? { buttons: props.buttonProps.map((button) => buttonOf(shell, button)) } : {}),
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
      async addBanner(props: BannerProps) {
        const now = shell();
        if (props.settingId !== undefined && (await isDismissed(now, props.settingId))) return;
        now.overlays.setBanner(bannerOf(now, props));
      },
      closeBanner: () => shell().overlays.setBanner(undefined),
      async addDialog(props: DialogProps) {
        const now = shell();
        if (props.settingId !== undefined && (await isDismissed(now, props.settingId))) return;
        closeLast = openDialog(now, props);
      },
      closeDialog: () => closeLast(),
    };
  },
});
