/** Draws what lies over the page, in the order it was opened. */
import * as React from 'react';
import { useShell } from '../page/shell';
import { Icon } from '../parts/Icon';
import { Modal } from '../parts/Modal';
import { ExtensionFrame } from '../xdm/ExtensionFrame';
import { LinkedMessage } from './LinkedMessage';
import type { Banner, BannerButton, Dialog, Overlays as OverlayState, OverlayStack } from './overlay-stack';
import { WorkItemDialog } from './WorkItemDialog';

export function useOverlays(stack: OverlayStack): OverlayState {
  const [state, setState] = React.useState(stack.current());
  React.useEffect(() => {
    setState(stack.current());
    return stack.onChanged(() => setState(stack.current()));
  }, [stack]);
  return state;
}

interface ButtonsProps {
  readonly buttons: readonly BannerButton[];
  readonly after: () => void;
}

/** Buttons that an extension named: a link where it gave an address, else its own function. */
function Buttons({ buttons, after }: ButtonsProps): JSX.Element {
  return (
    <React.Fragment>
      {buttons.map((button) =>
        button.href === undefined ? (
          <button
            key={button.text}
            type="button"
            className="button"
            onClick={() => {
              after();
              button.run();
            }}
          >
            {button.text}
          </button>
        ) : (
          <LinkedMessage
            key={button.text}
            message={{ text: '{0}', links: [{ name: button.text, href: button.href }] }}
          />
        ),
      )}
    </React.Fragment>
  );
}

type MessageDialogProps = {
  readonly dialog: Extract<Dialog, { kind: 'message' }>;
  readonly remove: () => void;
};

function MessageDialog({ dialog, remove }: MessageDialogProps): JSX.Element {
  function finish(confirmed: boolean): void {
    remove();
    dialog.onClose(confirmed);
  }
  const footer = dialog.buttons ? (
    <Buttons buttons={dialog.buttons} after={() => finish(true)} />
  ) : (
    <React.Fragment>
      {dialog.cancelText !== undefined && (
        <button type="button" className="button" onClick={() => finish(false)}>
          {dialog.cancelText}
        </button>
      )}
      <button type="button" className="button primary" data-autofocus="" onClick={() => finish(true)}>
        {dialog.okText}
      </button>
    </React.Fragment>
  );
  return (
    <Modal
      title={dialog.title}
      shape="message"
      lightDismiss={dialog.lightDismiss}
      onDismiss={() => finish(false)}
      footer={footer}
    >
      <p>
        <LinkedMessage message={dialog.message} />
      </p>
    </Modal>
  );
}

function OneDialog({
  dialog,
  remove,
}: {
  readonly dialog: Dialog;
  readonly remove: () => void;
}): JSX.Element {
  if (dialog.kind === 'message') return <MessageDialog dialog={dialog} remove={remove} />;
  if (dialog.kind === 'work-item' || dialog.kind === 'new-work-item')
    return <WorkItemDialog dialog={dialog} remove={remove} />;
  if (dialog.kind === 'own-panel')
    return (
      <Modal title={dialog.title} shape={`panel ${dialog.size}`} lightDismiss onDismiss={remove}>
        {dialog.content(remove)}
      </Modal>
    );
  if (dialog.kind === 'frame-dialog')
    return (
      <Modal
        title={dialog.title}
        shape="dialog"
        lightDismiss={dialog.lightDismiss}
        onDismiss={() => dialog.onClose(undefined)}
      >
        <ExtensionFrame placed={dialog.placed} configuration={dialog.configuration} sizing="content" />
      </Modal>
    );
  return (
    <Modal
      title={dialog.title}
      subtitle={dialog.description}
      shape={`panel ${dialog.size}`}
      resize={dialog.resize}
      lightDismiss={dialog.lightDismiss}
      onDismiss={() => dialog.onClose(undefined)}
    >
      <ExtensionFrame placed={dialog.placed} configuration={dialog.configuration} sizing="fill" />
    </Modal>
  );
}

function Toasts({
  state,
  stack,
}: {
  readonly state: OverlayState;
  readonly stack: OverlayStack;
}): JSX.Element {
  const [first] = state.toasts;
  React.useEffect(() => {
    if (!first) return undefined;
    const timer = window.setTimeout(() => stack.endToast(first.key), first.toast.duration);
    return () => window.clearTimeout(timer);
  }, [first, stack]);
  return (
    // The live region must be there before its text is, or screen readers say nothing.
    <div className="toasts" role="status" aria-live="polite">
      {first && (
        <div className="toast">
          <span>{first.toast.message}</span>
          {first.toast.callToAction !== undefined && (
            <button
              type="button"
              className="link-button"
              onClick={() => (stack.endToast(first.key), first.toast.onCallToAction())}
            >
              {first.toast.callToAction}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

export function BannerBar({
  banner,
  close,
}: {
  readonly banner: Banner;
  readonly close: () => void;
}): JSX.Element {
  return (
    <div className={`banner ${banner.level}`} role={banner.level === 'error' ? 'alert' : 'status'}>
      <Icon name={banner.level === 'error' || banner.level === 'warning' ? 'error' : 'info'} />
      <span>
        <LinkedMessage message={banner.message} />
      </span>
      <Buttons buttons={banner.buttons} after={() => undefined} />
      {banner.helpLink && <LinkedMessage message={{ text: '{0}', links: [banner.helpLink] }} />}
      {banner.dismissable && (
        <button type="button" className="icon-button" aria-label="Dismiss" onClick={close}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

export function Overlays(): JSX.Element {
  const { overlays } = useShell();
  const state = useOverlays(overlays);
  return (
    <React.Fragment>
      {state.dialogs.map(({ key, dialog }) => (
        <OneDialog key={key} dialog={dialog} remove={() => overlays.close(key)} />
      ))}
      <Toasts state={state} stack={overlays} />
    </React.Fragment>
  );
}
