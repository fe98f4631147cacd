/** The mitigations of one threat: how strong each is here, and its status where this place is an exception. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { removeTreatments } from '../../../core/model/edits/build';
import type { Treatment } from '../../../core/model/mitigation';
import type { Threat } from '../../../core/model/threat';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { EventLinks } from '../operations/EventLinks';
import { TreatmentControls } from '../TreatmentControls';
import { ProposedMitigations } from './ProposedMitigations';
import { UseMitigationDialog } from './UseMitigationDialog';

function Item({ treatment }: { readonly treatment: Treatment }): React.ReactElement | null {
  const { model, applyLoudly, readOnly } = useModelView();
  const { go } = useHub();
  const mitigation = model.mitigation.get(treatment.mitigation);
  if (!mitigation) return null;
  const remove = () =>
    applyLoudly(removeTreatments(model, [treatment.id]), 'The mitigation is taken from this threat.');
  return (
    <li className="wo-item">
      <div className="wo-item-head">
        <button
          type="button"
          className="wo-link wo-row-title"
          onClick={() => go({ model: model.info.id, mitigation: mitigation.id })}
        >
          {mitigation.title}
        </button>
        {!readOnly && (
          <Button
            subtle={true}
            text="Remove"
            ariaLabel={`Remove ${mitigation.title} from this threat`}
            onClick={remove}
          />
        )}
      </div>
      <TreatmentControls treatment={treatment} of={mitigation.title} />
      <EventLinks of={mitigation.id} />
    </li>
  );
}

export function TreatmentsSection({ threat }: { readonly threat: Threat }): React.ReactElement {
  const { index, readOnly } = useModelView();
  const [adding, setAdding] = React.useState(false);
  const treatments = index.treatmentsOfThreat(threat.id);
  return (
    <section className="wo-section">
      <h3>Mitigations</h3>
      {treatments.length === 0 && <p className="wo-quiet">Nothing treats this threat yet.</p>}
      <ul className="wo-items">
        {treatments.map((treatment) => (
          <Item key={treatment.id} treatment={treatment} />
        ))}
      </ul>
      {!readOnly && <Button text="Add mitigation…" onClick={() => setAdding(true)} />}
      <ProposedMitigations key={threat.id} threat={threat} />
      {adding && <UseMitigationDialog threats={[threat.id]} onClose={() => setAdding(false)} />}
    </section>
  );
}
