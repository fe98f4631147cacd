/** The panel and the dialog of azure-devops-ui with our head and foot: focus is trapped, Esc closes, focus returns. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { ContentSize } from 'azure-devops-ui/Callout';
import { CustomDialog } from 'azure-devops-ui/Components/Dialog/CustomDialog';
import { CustomPanel } from 'azure-devops-ui/Components/Panel/CustomPanel';
import { CloseIcon } from './icons';
import { tabInside } from './tab-ring';
import { useLayer } from './use-layer';

export interface LayerProps {
  readonly title: string;
  readonly subtitle?: React.ReactNode;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
  readonly footer?: React.ReactNode;
  readonly wide?: 'yes' | 'no';
  /** `unsaved`: something typed would be lost, so only the close button and the caller's own buttons close. */
  readonly holds?: 'unsaved' | 'nothing';
}

function Frame(props: LayerProps): React.ReactElement {
  const onEscape = () => {
    if (props.holds !== 'unsaved') props.onClose();
  };
  const frame = useLayer(onEscape);
  // A focused azure-devops-ui button keeps the first Esc for itself. Events of a dialog over this one pass here, too.
  const onKeyDownCapture = (event: React.KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || !frame.current?.contains(target)) return;
    if (event.key === 'Tab') tabInside(frame.current, event);
    if (event.key !== 'Escape' || !target.closest('.bolt-button')) return;
    event.preventDefault();
    event.stopPropagation();
    onEscape();
  };
  return (
    <div className="wo-layer" ref={frame} tabIndex={-1} onKeyDownCapture={onKeyDownCapture}>
      <div className="wo-layer-head">
        <div className="wo-layer-titles">
          <h2>{props.title}</h2>
          {props.subtitle && <div className="wo-quiet">{props.subtitle}</div>}
        </div>
        <Button subtle={true} ariaLabel="Close" onClick={props.onClose} className="wo-icon-button">
          <CloseIcon />
        </Button>
      </div>
      <div className="wo-layer-body">{props.children}</div>
      {props.footer && <div className="wo-layer-foot">{props.footer}</div>}
    </div>
  );
}

const dismissal = ({ holds, onClose }: LayerProps) => (holds === 'unsaved' ? () => undefined : onClose);

/** A panel at the right edge. Esc and a click beside it close it, unless it holds something unsaved. */
export function SidePanel(props: LayerProps): React.ReactElement {
  const onDismiss = dismissal(props);
  return (
    <CustomPanel
      ariaLabel={props.title}
      onDismiss={onDismiss}
      size={props.wide === 'yes' ? ContentSize.ExtraLarge : ContentSize.Large}
      className="wo-layer-root"
    >
      <Frame {...props} />
    </CustomPanel>
  );
}

/** A dialog in the middle. A click beside it does nothing; nor does Esc while it holds something unsaved. */
export function ModalDialog(props: LayerProps): React.ReactElement {
  const onDismiss = dismissal(props);
  return (
    <CustomDialog
      ariaLabel={props.title}
      onDismiss={onDismiss}
      modal={true}
      lightDismiss={false}
      contentSize={props.wide === 'yes' ? ContentSize.ExtraLarge : ContentSize.Medium}
      defaultActiveElement="#wo-none, .wo-layer-body .wo-input, .wo-layer-foot button"
      className="wo-layer-root"
    >
      <Frame {...props} />
    </CustomDialog>
  );
}
