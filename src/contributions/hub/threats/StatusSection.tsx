/** Whether the threat counts: open, flagged, or ruled out with a justification. */
import * as React from 'react';
import { setThreatStatus } from '../../../core/model/edits/judge';
import type { Threat, ThreatStatus } from '../../../core/model/threat';
import { Choice } from '../../../ui/Choice';
import { useModelView } from '../model-view';
import { ThreatStatusDialog } from './ThreatStatusDialog';

const choices = [
  { value: 'open', label: 'Open' },
  { value: 'needs-investigation', label: 'Needs investigation' },
  { value: 'not-applicable', label: 'Not applicable' },
] as const;

function words(status: ThreatStatus): string {
  if (status.kind === 'not-applicable') return status.justification;
  return status.kind === 'needs-investigation' ? (status.note ?? '') : '';
}

export function StatusSection({ threat }: { readonly threat: Threat }): React.ReactElement {
  const { model, apply, readOnly } = useModelView();
  const [asking, setAsking] = React.useState<'needs-investigation' | 'not-applicable' | undefined>(undefined);
  const save = (status: ThreatStatus) => {
    apply(setThreatStatus(model, [threat.id], status));
    setAsking(undefined);
  };
  const said = words(threat.status);
  return (
    <section className="wo-section">
      <h3>Status</h3>
      <Choice
        label="Status"
        value={threat.status.kind}
        options={choices}
        disabled={readOnly}
        onChange={(kind) => (kind === 'open' ? save({ kind }) : setAsking(kind))}
      />
      {said && <p className="wo-prose wo-quote">{said}</p>}
      {asking && <ThreatStatusDialog kind={asking} onSave={save} onClose={() => setAsking(undefined)} />}
    </section>
  );
}
