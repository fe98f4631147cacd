/** The threats whose risk somebody answers for today. */
import * as React from 'react';
import type { ThreatId } from '../../../core/model/ids';
import { validAcceptances } from '../../../core/risk/accepted';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

export function useAccepted(): ReadonlySet<ThreatId> {
  const { app } = useHub();
  const { model } = useModelView();
  return React.useMemo(() => new Set(validAcceptances(model, app.now()).keys()), [app, model]);
}
