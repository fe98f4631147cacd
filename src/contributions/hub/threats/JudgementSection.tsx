/** How likely and how bad, each with the reason. */
import * as React from 'react';
import { judgeImpact, judgeProbability } from '../../../core/model/edits/judge';
import type { Threat } from '../../../core/model/threat';
import { Choice } from '../../../ui/Choice';
import { AssumedMark, ConfirmAssumed } from '../../../ui/Marks';
import { impactWords, probabilityWords } from '../../../ui/words';
import { useModelView } from '../model-view';
import { ReasonField } from '../ReasonField';
import { impactChoices, probabilityChoices } from './levels';

function Line(props: { readonly label: string; readonly basis: string; readonly children: React.ReactNode }) {
  return (
    <div className="wo-judge-line">
      <span className="wo-judge-label">
        {props.label} {props.basis === 'assumed' && <AssumedMark />}
      </span>
      {props.children}
    </div>
  );
}

export function JudgementSection({ threat }: { readonly threat: Threat }): React.ReactElement {
  const { model, apply, readOnly } = useModelView();
  const { probability, impact } = threat;
  const ids = [threat.id];
  return (
    <section className="wo-section">
      <h3>Judgement</h3>
      <Line label="Probability" basis={probability.basis}>
        <span className="wo-judge-choice">
          <Choice
            label="Probability"
            value={probability.level}
            options={probabilityChoices(model)}
            disabled={readOnly}
            onChange={(level) => apply(judgeProbability(model, ids, { level }))}
          />
          {probability.basis === 'assumed' && !readOnly && (
            <ConfirmAssumed
              what={`probability: ${probabilityWords[probability.level]}`}
              look="word"
              onConfirm={() => apply(judgeProbability(model, ids, { level: probability.level }))}
            />
          )}
        </span>
        <ReasonField
          label="Reason for the probability"
          reason={probability.reason}
          disabled={readOnly}
          onSave={(reason) => apply(judgeProbability(model, ids, { level: probability.level, reason }))}
        />
      </Line>
      <Line label="Impact" basis={impact.basis}>
        <span className="wo-judge-choice">
          <Choice
            label="Impact"
            value={impact.level}
            options={impactChoices(model)}
            disabled={readOnly}
            onChange={(level) => apply(judgeImpact(model, ids, { level }))}
          />
          {impact.basis === 'assumed' && !readOnly && (
            <ConfirmAssumed
              what={`impact: ${impactWords[impact.level]}`}
              look="word"
              onConfirm={() => apply(judgeImpact(model, ids, { level: impact.level }))}
            />
          )}
        </span>
        <ReasonField
          label="Reason for the impact"
          reason={impact.reason}
          disabled={readOnly}
          onSave={(reason) => apply(judgeImpact(model, ids, { level: impact.level, reason }))}
        />
      </Line>
    </section>
  );
}
