/** Says in the head of every model that the timer runs, and for which: it is never silent. */
import * as React from 'react';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { useTimer } from './use-timer';

export function TimerMark(): React.ReactElement | null {
  const { go } = useHub();
  const { model } = useModelView();
  const { running, minutes } = useTimer();
  if (!running) return null;
  const elsewhere = running.model === model.info.id ? '' : ' on another model';
  return (
    <button type="button" className="wo-link" onClick={() => go({ model: running.model, tab: 'risk' })}>
      Timer runs{elsewhere}: {counted(minutes, 'minute')}
    </button>
  );
}
