/** A widget in a dialog of the size it wishes for. */
import * as React from 'react';
import { contributionById } from '../../page/contributions';
import { useShell } from '../../page/shell';
import { Modal } from '../../parts/Modal';
import type { Widget, WidgetType } from '../../rest/dashboards';
import { ExtensionFrame } from '../../xdm/ExtensionFrame';
import type { FramedPage } from '../../xdm/framed-page';
import { enlargeWidget, settingsOf, type WidgetSettings } from './widget-calls';
import { useWidget } from './use-widget';

const noConfiguration = {};
const nobody = (): void => undefined;

interface LargerProps {
  readonly widget: Widget;
  readonly options: NonNullable<WidgetType['lightboxOptions']>;
  readonly close: () => void;
}

export function Larger({ widget, options, close }: LargerProps): JSX.Element | null {
  const { bootstrap } = useShell();
  const { width, height } = options;
  const first = React.useCallback(
    (page: FramedPage, settings: WidgetSettings) => enlargeWidget(page, settings, { width, height }),
    [width, height],
  );
  const settings = { ...settingsOf(widget), lightboxOptions: options };
  const { face, onOpen, onFailed } = useWidget({ settings, onSettled: nobody, first });
  const placed = contributionById(bootstrap.extensions, widget.contributionId);
  if (!placed) return null;
  return (
    <Modal title={widget.name} shape="dialog" lightDismiss onDismiss={close}>
      {face.kind === 'failed' && (
        <p className="form-message error" role="alert">
          {face.reason}
        </p>
      )}
      <div className="larger" style={{ width, height }}>
        <ExtensionFrame
          placed={placed}
          configuration={noConfiguration}
          sizing="fill"
          onOpen={onOpen}
          onFailed={onFailed}
        />
      </div>
    </Modal>
  );
}
