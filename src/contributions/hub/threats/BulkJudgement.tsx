/** Judges all ticked threats in one step, which one Undo takes back. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { confirmJudgements, judgeImpact, judgeProbability } from '../../../core/model/edits/judge';
import type { ThreatId } from '../../../core/model/ids';
import { Choice } from '../../../ui/Choice';
import { counted, impactWords, probabilityWords } from '../../../ui/words';
import { useModelView } from '../model-view';
import { impactChoices, probabilityChoices } from './levels';

const noProbability = { value: '', label: 'Set probability…' } as const;
const noImpact = { value: '', label: 'Set impact…' } as const;

export function BulkJudgement({ ids }: { readonly ids: readonly ThreatId[] }): React.ReactElement {
  const { model, applyLoudly } = useModelView();
  const confirming = confirmJudgements(model, ids);
  const assumed = confirming.threat?.put?.length ?? 0;
  const of = counted(ids.length, 'threat');
  return (
    <>
      <Choice
        label="Set the probability of the selected threats"
        value=""
        options={[noProbability, ...probabilityChoices(model)]}
        onChange={(level) =>
          level !== '' &&
          applyLoudly(
            judgeProbability(model, ids, { level }),
            `The probability of ${of} is now ${probabilityWords[level]}.`,
          )
        }
      />
      <Choice
        label="Set the impact of the selected threats"
        value=""
        options={[noImpact, ...impactChoices(model)]}
        onChange={(level) =>
          level !== '' &&
          applyLoudly(judgeImpact(model, ids, { level }), `The impact of ${of} is now ${impactWords[level]}.`)
        }
      />
      <Button
        text="Confirm judgements"
        disabled={assumed === 0}
        tooltipProps={{ text: 'Assumed probabilities and impacts become judged as they stand.' }}
        onClick={() =>
          applyLoudly(confirming, `The judgements of ${counted(assumed, 'threat')} are confirmed.`)
        }
      />
    </>
  );
}
