/** Fields that the forms of threats, mitigations, questions and events share. */
import * as React from 'react';
import { anchors } from '../../core/kb/package';
import { LabelledChoice } from '../../ui/LabelledChoice';
import { strideWords } from '../../ui/words';
import { letters } from './threat-form';
import type { Letter, ThreatForm } from './threat-form';

const categoryOf: Readonly<Record<Letter, keyof typeof strideWords>> = {
  S: 'spoofing',
  T: 'tampering',
  R: 'repudiation',
  I: 'information-disclosure',
  D: 'denial-of-service',
  E: 'elevation-of-privilege',
};
export const anchorWords = {
  element: 'Element',
  flow: 'Data flow',
  boundary: 'Trust boundary',
  model: 'Whole model',
} as const;
export const anchorOptions = anchors.map((value) => ({ value: value as string, label: anchorWords[value] }));
const levelOptions = [
  { value: '1', label: '1, quick' },
  { value: '2', label: '2, standard' },
  { value: '3', label: '3, comprehensive' },
] as const;

export function StrideBoxes(props: {
  readonly stride: readonly Letter[];
  readonly onChange: (stride: readonly Letter[]) => void;
}): React.ReactElement {
  const { stride, onChange } = props;
  return (
    <fieldset className="wo-letters">
      <legend>STRIDE</legend>
      {letters.map((letter) => (
        <label key={letter}>
          <input
            type="checkbox"
            checked={stride.includes(letter)}
            onChange={() => onChange(letters.filter((each) => (each === letter) !== stride.includes(each)))}
          />
          {strideWords[categoryOf[letter]]}
        </label>
      ))}
    </fieldset>
  );
}

/** For which models an entry is: its level, at the end of the row of what else is chosen, and whether it is TOP. */
export function ForWhichModels(props: {
  readonly form: Pick<ThreatForm, 'level' | 'top'>;
  readonly onChange: (change: Partial<Pick<ThreatForm, 'level' | 'top'>>) => void;
  readonly children?: React.ReactNode;
}): React.ReactElement {
  const { form, onChange, children } = props;
  return (
    <>
      <div className="wo-form-row">
        {children}
        <LabelledChoice
          label="Level"
          value={form.level}
          options={levelOptions}
          onChange={(level) => onChange({ level })}
        />
      </div>
      <label className="wo-mark-line">
        <input type="checkbox" checked={form.top} onChange={() => onChange({ top: !form.top })} /> TOP:
        matters on a small system too
      </label>
    </>
  );
}
