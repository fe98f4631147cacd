/** One assumption: its words, what rests on it, and whether it holds. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { Assumption } from '../../../core/model/decisions';
import {
  judgeAssumption,
  putAssumption,
  removeAssumption,
  restingOn,
} from '../../../core/model/edits/requirements';
import { Choice } from '../../../ui/Choice';
import { Labelled } from '../../../ui/Field';
import { SidePanel } from '../../../ui/Layers';
import { Pill } from '../../../ui/Marks';
import { counted } from '../../../ui/words';
import { CommentsSection } from '../comments/CommentsSection';
import { useModelView } from '../model-view';
import { LinkedItems, Ticks } from './Pickers';
import { KeptText } from './RequirementPanel';
import { stateOptions, stateTones, stateWords } from './requirement-words';

export function JudgeAssumption(props: {
  readonly assumption: Assumption;
  readonly look: 'framed' | 'quiet';
}): React.ReactElement {
  const { assumption, look } = props;
  const { model, applyLoudly, readOnly } = useModelView();
  if (readOnly) return <Pill tone={stateTones[assumption.state]}>{stateWords[assumption.state]}</Pill>;
  const judge = (state: Assumption['state']) => {
    const marked = state === 'wrong' ? restingOn(model, assumption).length : 0;
    const message =
      state === 'wrong'
        ? `Proved wrong: ${counted(marked, 'threat')} to be judged again.`
        : `The assumption: ${stateWords[state].toLowerCase()}.`;
    applyLoudly(judgeAssumption(model, assumption.id, state), message);
  };
  return (
    <Choice
      label={`Does it hold: ${assumption.text.slice(0, 80)}`}
      value={assumption.state}
      options={stateOptions}
      look={look}
      onChange={judge}
    />
  );
}

export interface AssumptionPanelProps {
  readonly assumption: Assumption;
  readonly onClose: () => void;
}

export function AssumptionPanel({ assumption, onClose }: AssumptionPanelProps): React.ReactElement {
  const { model, apply, applyLoudly, readOnly } = useModelView();
  const change = (part: Partial<Assumption>, label?: string) =>
    apply(putAssumption({ ...assumption, ...part }, label));
  const remove = () => {
    onClose();
    applyLoudly(removeAssumption(assumption.id), 'The assumption was deleted.');
  };
  return (
    <SidePanel
      title="Assumption"
      subtitle={<Pill tone={stateTones[assumption.state]}>{stateWords[assumption.state]}</Pill>}
      onClose={onClose}
      footer={!readOnly && <Button danger={true} text="Delete" onClick={remove} />}
    >
      <KeptText
        label="We assume that"
        value={assumption.text}
        rows={3}
        disabled={readOnly}
        onKeep={(text) => text.trim() !== '' && change({ text: text.trim() })}
      />
      <Labelled label="Does it hold?">
        <JudgeAssumption assumption={assumption} look="framed" />
      </Labelled>
      <p className="wo-quiet">
        When it proves wrong, the threats ticked here are marked to be investigated, with the reason.
      </p>
      <Ticks
        legend="Threats that rest on it"
        things={[...model.threat.values()]}
        chosen={assumption.threats}
        disabled={readOnly}
        none="No threat has these words."
        onChange={(threats) => change({ threats: [...threats] }, 'Link threat')}
      />
      <LinkedItems
        heading="Stories that rest on it"
        ids={assumption.stories}
        by="story"
        disabled={readOnly}
        onChange={(stories) => change({ stories: [...stories] }, 'Link story')}
      />
      <CommentsSection about={{ kind: 'assumption', id: assumption.id }} />
    </SidePanel>
  );
}
