/** One requirement: its words, who asks, what it is about, and what is to fulfil it. Every change is saved and undoable. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { Requirement } from '../../../core/model/decisions';
import { putRequirement, removeRequirement } from '../../../core/model/edits/requirements';
import { controlTypes } from '../../../core/model/mitigation';
import { realisedBy } from '../../../core/risk/realised';
import { Choice } from '../../../ui/Choice';
import { Field, Labelled } from '../../../ui/Field';
import { SidePanel } from '../../../ui/Layers';
import { Pill } from '../../../ui/Marks';
import { CommentsSection } from '../comments/CommentsSection';
import { useModelView } from '../model-view';
import { LinkedItems, Ticks } from './Pickers';
import { controlWords, missingWords, verdictTones, verdictWords } from './requirement-words';

/** A text that is kept when the field is left: a save for every letter would be no undo step for a person. */
function Text(props: {
  readonly label: string;
  readonly value: string;
  readonly rows?: number;
  readonly disabled: boolean;
  readonly onKeep: (value: string) => void;
}): React.ReactElement {
  const { label, value, rows, disabled, onKeep } = props;
  const [draft, setDraft] = React.useState(value);
  React.useEffect(() => setDraft(value), [value]);
  return (
    <div onBlur={() => draft !== value && onKeep(draft)}>
      <Field
        label={label}
        value={draft}
        onChange={setDraft}
        disabled={disabled}
        {...(rows === undefined ? {} : { rows })}
      />
    </div>
  );
}

export const KeptText = Text;

const families = [
  { value: 'none', label: 'No family' },
  { value: 'control-type', label: 'All of a control type' },
  { value: 'tag', label: 'All with a tag' },
] as const;
const controls = controlTypes.map((value) => ({ value, label: controlWords[value] ?? value }));

function Family(props: {
  readonly requirement: Requirement;
  readonly disabled: boolean;
  readonly onChange: (family: Requirement['family']) => void;
}): React.ReactElement {
  const { requirement, disabled, onChange } = props;
  const { family } = requirement;
  return (
    <Labelled label="Family of mitigations whose members follow">
      <div className="wo-field-row">
        <Choice
          label="Family of mitigations"
          value={family?.kind ?? 'none'}
          options={families}
          disabled={disabled}
          onChange={(kind) =>
            onChange(
              kind === 'none'
                ? undefined
                : kind === 'tag'
                  ? { kind, tag: '' }
                  : { kind, controlType: 'detective' },
            )
          }
        />
        {family?.kind === 'control-type' && (
          <Choice
            label="Control type of the family"
            value={family.controlType}
            options={controls}
            disabled={disabled}
            onChange={(controlType) => onChange({ kind: 'control-type', controlType })}
          />
        )}
      </div>
      {family?.kind === 'tag' && (
        <Text
          label="Tag of the family"
          value={family.tag}
          disabled={disabled}
          onKeep={(tag) => onChange({ kind: 'tag', tag: tag.trim() })}
        />
      )}
    </Labelled>
  );
}

function Verdict({ requirement }: { readonly requirement: Requirement }): React.ReactElement {
  const { model, index, items } = useModelView();
  const row = realisedBy(requirement, { model, index, states: items });
  return (
    <section className="wo-section" aria-label="Is it realised?">
      <h3>
        Is it realised? <Pill tone={verdictTones[row.verdict]}>{verdictWords[row.verdict]}</Pill>
      </h3>
      {row.missing.length > 0 && (
        <ul className="wo-plain-list">
          {row.missing.map((missing) => (
            <li key={missing} className="wo-warning-text">
              {missingWords[missing]}
            </li>
          ))}
        </ul>
      )}
      {row.mitigations.length > 0 && (
        <>
          <p className="wo-quiet">What works for it now:</p>
          <ul>
            {row.mitigations.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

export interface RequirementPanelProps {
  readonly requirement: Requirement;
  readonly onClose: () => void;
}

export function RequirementPanel({ requirement, onClose }: RequirementPanelProps): React.ReactElement {
  const { model, apply, applyLoudly, readOnly } = useModelView();
  const change = (part: Partial<Requirement>, label?: string) =>
    apply(putRequirement({ ...requirement, ...part }, label));
  const setFamily = (family: Requirement['family']) => {
    const { family: _before, ...rest } = requirement;
    apply(putRequirement(family ? { ...rest, family } : rest, 'Change family'));
  };
  const setSource = (text: string) => {
    const { source: _before, ...rest } = requirement;
    const source = text.trim();
    apply(putRequirement(source === '' ? rest : { ...rest, source }));
  };
  const remove = () => {
    onClose();
    applyLoudly(removeRequirement(requirement.id), 'The requirement was deleted.');
  };
  return (
    <SidePanel
      title={requirement.title || 'A requirement without a title'}
      subtitle="Requirement"
      onClose={onClose}
      footer={!readOnly && <Button danger={true} text="Delete" onClick={remove} />}
    >
      <Verdict requirement={requirement} />
      <Text
        label="Title"
        value={requirement.title}
        disabled={readOnly}
        onKeep={(title) => title.trim() !== '' && change({ title: title.trim() })}
      />
      <Text label="Asked for by" value={requirement.source ?? ''} disabled={readOnly} onKeep={setSource} />
      <Text
        label="What exactly"
        value={requirement.text}
        rows={4}
        disabled={readOnly}
        onKeep={(text) => change({ text })}
      />
      <Family requirement={requirement} disabled={readOnly} onChange={setFamily} />
      <Ticks
        legend="Mitigations that fulfil it"
        things={[...model.mitigation.values()]}
        chosen={requirement.mitigations}
        disabled={readOnly}
        none="No mitigation has these words."
        onChange={(mitigations) => change({ mitigations: [...mitigations] }, 'Link mitigation')}
      />
      <Ticks
        legend="Threats that it is about"
        things={[...model.threat.values()]}
        chosen={requirement.threats}
        disabled={readOnly}
        none="No threat has these words."
        onChange={(threats) => change({ threats: [...threats] }, 'Link threat')}
      />
      <LinkedItems
        heading="Stories that ask for it"
        ids={requirement.stories}
        by="story"
        disabled={readOnly}
        onChange={(stories) => change({ stories: [...stories] }, 'Link story')}
      />
      <LinkedItems
        heading="Work items that realise it without a mitigation"
        ids={requirement.workItems}
        by="number"
        disabled={readOnly}
        onChange={(workItems) => change({ workItems: [...workItems] }, 'Link work item')}
      />
      <CommentsSection about={{ kind: 'requirement', id: requirement.id }} />
    </SidePanel>
  );
}
