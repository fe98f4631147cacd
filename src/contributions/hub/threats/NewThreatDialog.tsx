/** A new threat by hand: what, where, how likely, how bad. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { addThreat } from '../../../core/model/edits/build';
import type { ImpactLevel, ProbabilityLevel } from '../../../core/model/threat';
import { Choice } from '../../../ui/Choice';
import { Labelled } from '../../../ui/Field';
import { ModalDialog } from '../../../ui/Layers';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { impactChoices, probabilityChoices } from './levels';
import { emptyTexts, ThreatTextFields } from './ThreatTextFields';
import type { ThreatTexts } from './ThreatTextFields';

/** Ticks and choices are quickly made again; what was written is not. */
const isEmpty = (texts: ThreatTexts) => !texts.title.trim() && !texts.description.trim();

export function NewThreatDialog({ onClose }: { readonly onClose: () => void }): React.ReactElement {
  const { app, go } = useHub();
  const { model, apply } = useModelView();
  const [texts, setTexts] = React.useState(emptyTexts);
  const [probability, setProbability] = React.useState<ProbabilityLevel>('possible');
  const [impact, setImpact] = React.useState<ImpactLevel>('moderate');
  const add = () => {
    if (!texts.title.trim()) return;
    const edit = addThreat({ ...texts, probability, impact }, app.newId);
    apply(edit);
    onClose();
    go({ model: model.info.id, tab: 'threats', threat: edit.added.id });
  };
  return (
    <ModalDialog
      title="New threat"
      wide="yes"
      onClose={onClose}
      holds={isEmpty(texts) ? 'nothing' : 'unsaved'}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button primary={true} text="Add threat" disabled={!texts.title.trim()} onClick={add} />
        </>
      }
    >
      <ThreatTextFields texts={texts} onChange={setTexts} onEnter={add} />
      <div className="wo-pair">
        <Labelled label="Probability">
          <Choice
            label="Probability"
            value={probability}
            options={probabilityChoices(model)}
            onChange={setProbability}
          />
        </Labelled>
        <Labelled label="Impact">
          <Choice label="Impact" value={impact} options={impactChoices(model)} onChange={setImpact} />
        </Labelled>
      </div>
    </ModalDialog>
  );
}
