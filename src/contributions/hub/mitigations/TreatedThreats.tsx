/** The threats that one mitigation treats, with strength and status at each place. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { removeTreatments, treatThreats } from '../../../core/model/edits/build';
import type { ThreatId } from '../../../core/model/ids';
import type { Mitigation, Treatment } from '../../../core/model/mitigation';
import { placeName } from '../../../core/model/model-index';
import { SeverityMark } from '../../../ui/Marks';
import { usePortion } from '../../../ui/TableParts';
import { points } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { WhyThreatRisk } from '../risk/WhyNumber';
import { TreatmentControls } from '../TreatmentControls';
import { ThreatPicker } from './ThreatPicker';

function Item({ treatment }: { readonly treatment: Treatment }): React.ReactElement | null {
  const { model, assessment, applyLoudly, readOnly } = useModelView();
  const { go } = useHub();
  const threat = model.threat.get(treatment.threat);
  const risk = assessment.threats.get(treatment.threat);
  if (!threat) return null;
  const remove = () =>
    applyLoudly(removeTreatments(model, [treatment.id]), 'The threat is not treated by it any more.');
  return (
    <li className="wo-item">
      <div className="wo-item-head">
        <span>
          <button
            type="button"
            className="wo-link wo-row-title"
            onClick={() => go({ model: model.info.id, threat: threat.id })}
          >
            {threat.title}
          </button>
          <div className="wo-quiet">
            {placeName(model, threat.place)}
            {risk && risk.applies && (
              <>
                {' · '}now {points(risk.current)} <SeverityMark name={risk.currentName} />
              </>
            )}
            {risk && !risk.applies && ' · does not apply'}
          </div>
        </span>
        {!readOnly && (
          <Button subtle={true} text="Remove" ariaLabel={`Remove from ${threat.title}`} onClick={remove} />
        )}
      </div>
      {risk?.applies && <WhyThreatRisk risk={risk} />}
      <TreatmentControls treatment={treatment} of={threat.title} />
    </li>
  );
}

export function TreatedThreats({ mitigation }: { readonly mitigation: Mitigation }): React.ReactElement {
  const { app } = useHub();
  const { model, index, apply, readOnly } = useModelView();
  const [picked, setPicked] = React.useState<ReadonlySet<ThreatId> | undefined>(undefined);
  const treatments = index.treatmentsOfMitigation(mitigation.id);
  const { shown, more } = usePortion(treatments);
  const add = () => {
    apply(treatThreats(model, { mitigation: mitigation.id, threats: [...(picked ?? [])], newId: app.newId }));
    setPicked(undefined);
  };
  return (
    <section className="wo-section">
      <h3>Threats that it treats</h3>
      {treatments.length === 0 && <p className="wo-quiet">None yet, so it changes no number.</p>}
      <ul className="wo-items">
        {shown.map((treatment) => (
          <Item key={treatment.id} treatment={treatment} />
        ))}
      </ul>
      {more}
      {picked && (
        <ThreatPicker picked={picked} onPick={setPicked} without={new Set(treatments.map((t) => t.threat))} />
      )}
      {!readOnly && (
        <div className="wo-buttons">
          {picked && <Button primary={true} text="Add" disabled={picked.size === 0} onClick={add} />}
          <Button
            text={picked ? 'Cancel' : 'Add threats…'}
            onClick={() => setPicked(picked ? undefined : new Set())}
          />
        </div>
      )}
    </section>
  );
}
