/** Fields that the forms of threats and questions share. */
import * as React from 'react';
import { anchors } from '../../core/kb/package';
import { strideWords } from '../../ui/words';
import { letters } from './threat-form';
import type { Letter } from './threat-form';

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
export const levelOptions = [
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
