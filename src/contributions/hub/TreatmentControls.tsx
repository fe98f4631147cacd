/** Strength with its reason, and the status at this one place. */
import * as React from 'react';
import { judgeStrength, setTreatmentStatus } from '../../core/model/edits/judge';
import type { Treatment } from '../../core/model/mitigation';
import { Choice } from '../../ui/Choice';
import { Labelled } from '../../ui/Field';
import { ConfirmAssumed } from '../../ui/Marks';
import { strengthOptions, strengthWords } from '../../ui/words';
import { useModelView } from './model-view';
import { ReasonField } from './ReasonField';
import { StatusChoice } from './StatusChoice';

export interface TreatmentControlsProps {
  readonly treatment: Treatment;
  /** What the labels name: the mitigation in a threat, the threat in a mitigation. */
  readonly of: string;
}

export function TreatmentControls({ treatment, of }: TreatmentControlsProps): React.ReactElement {
  const { model, apply, readOnly } = useModelView();
  const { level, basis, reason } = treatment.strength;
  const ids = [treatment.id];
  const said = treatment.status && 'reason' in treatment.status ? treatment.status.reason : '';
  return (
    <div className="wo-treatment">
      <Labelled label={basis === 'assumed' ? 'Strength (assumed)' : 'Strength'}>
        <span className="wo-judge-choice">
          <Choice
            label={`Strength for ${of}${basis === 'assumed' ? ' (assumed)' : ''}`}
            value={level}
            options={strengthOptions}
            disabled={readOnly}
            className={`wo-basis-${basis}`}
            onChange={(next) => apply(judgeStrength(model, ids, { level: next }))}
          />
          {basis === 'assumed' && !readOnly && (
            <ConfirmAssumed
              what={`strength for ${of}: ${strengthWords[level]}`}
              look="word"
              onConfirm={() => apply(judgeStrength(model, ids, { level }))}
            />
          )}
        </span>
      </Labelled>
      <Labelled label="Reason">
        <ReasonField
          label={`Reason for the strength for ${of}`}
          reason={reason}
          disabled={readOnly}
          onSave={(text) => apply(judgeStrength(model, ids, { level, reason: text }))}
        />
      </Labelled>
      <Labelled label="Status here">
        <StatusChoice
          label={`Status at this place for ${of}`}
          status={treatment.status}
          inherit="As the mitigation"
          disabled={readOnly}
          onChange={(status) => apply(setTreatmentStatus(model, ids, status))}
        />
      </Labelled>
      {said && <p className="wo-prose wo-quote">{said}</p>}
    </div>
  );
}
