/** The matrix from probability and impact to points, the names, and what each level means here. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { standardScale } from '../../core/model/project-policy';
import type { ProjectPolicy, Scale } from '../../core/model/project-policy';
import { impactLevels, probabilityLevels } from '../../core/model/threat';
import { severityName } from '../../core/risk/severity';
import { SeverityMark } from '../../ui/Marks';
import { impactWords, probabilityWords, severityWords } from '../../ui/words';
import { withCell } from './draft';
import { NumberBox } from './parts';
import type { CardProps } from './parts';

interface ScaleProps {
  readonly scale: Scale;
  readonly readOnly: boolean;
  readonly onScale: (scale: Scale) => void;
}

function Matrix({ scale, readOnly, onScale }: ScaleProps): React.ReactElement {
  // The likeliest stands on top, as in every risk matrix.
  const rows = probabilityLevels.map((level, row) => ({ level, row })).reverse();
  return (
    <div className="wo-scroll" tabIndex={0} role="region" aria-label="Risk matrix">
      <table className="wo-policy-matrix">
        <thead>
          <tr>
            <th scope="col">Probability ↓ Impact →</th>
            {impactLevels.map((level) => (
              <th key={level} scope="col">
                {impactWords[level]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ level, row }) => (
            <tr key={level}>
              <th scope="row">{probabilityWords[level]}</th>
              {impactLevels.map((impact, column) => {
                const value = scale.points[row]?.[column] ?? 0;
                return (
                  <td key={impact}>
                    <NumberBox
                      label={`${probabilityWords[level]} and ${impactWords[impact]}, points`}
                      value={value}
                      readOnly={readOnly}
                      onChange={(next) => onScale(withCell(scale, { row, column }, next))}
                    />
                    <SeverityMark name={severityName(value, scale)} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Limits({ scale, readOnly, onScale }: ScaleProps): React.ReactElement {
  return (
    <p className="wo-policy-limits">
      {(['medium', 'high', 'critical'] as const).map((name) => (
        <label key={name}>
          {severityWords[name]} from
          <NumberBox
            label={`${severityWords[name]} from, points`}
            value={scale.from[name]}
            readOnly={readOnly}
            onChange={(next) => onScale({ ...scale, from: { ...scale.from, [name]: next } })}
          />
        </label>
      ))}
      <span className="wo-quiet">In points. Residual risk falls through the same names.</span>
    </p>
  );
}

const nothing = ['', '', '', '', ''];

function Meanings({ policy, readOnly, onChange }: CardProps): React.ReactElement {
  const meanings = policy.meanings ?? { probability: nothing, impact: nothing };
  const column = (kind: 'probability' | 'impact', title: string, names: readonly string[]) => (
    <fieldset className="wo-policy-meanings">
      <legend>{title}</legend>
      {names.map((name, at) => (
        <label key={name}>
          <span>{name}</span>
          <input
            type="text"
            className="wo-input"
            maxLength={200}
            value={meanings[kind][at] ?? ''}
            disabled={readOnly}
            onChange={({ target }) => {
              const words = meanings[kind].map((each, place) => (place === at ? target.value : each));
              onChange({ ...policy, meanings: { ...meanings, [kind]: words } });
            }}
          />
        </label>
      ))}
    </fieldset>
  );
  return (
    <details className="wo-why-number">
      <summary>What each level means here, such as “once a year”</summary>
      <div className="wo-policy-two">
        {column(
          'probability',
          'Probability',
          probabilityLevels.map((level) => probabilityWords[level]),
        )}
        {column(
          'impact',
          'Impact',
          impactLevels.map((level) => impactWords[level]),
        )}
      </div>
    </details>
  );
}

const withoutScale = ({ scale: _scale, ...rest }: ProjectPolicy): ProjectPolicy => rest;

export function ScaleCard({ policy, readOnly, onChange }: CardProps): React.ReactElement {
  const scale = policy.scale ?? standardScale;
  const shared = { scale, readOnly, onScale: (next: Scale) => onChange({ ...policy, scale: next }) };
  return (
    <section className="wo-card" aria-labelledby="wo-policy-scale">
      <div className="wo-breakdown-head">
        <h2 id="wo-policy-scale">Scales and matrix</h2>
        {policy.scale && !readOnly && (
          <Button text="Back to the standard" onClick={() => onChange(withoutScale(policy))} />
        )}
      </div>
      <p className="wo-quiet">
        {policy.scale
          ? 'The project’s own matrix.'
          : 'The standard: probability (1 to 5) × impact (1 to 5) × 4. Change a number to make it your own.'}
      </p>
      <Matrix {...shared} />
      <Limits {...shared} />
      <Meanings policy={policy} readOnly={readOnly} onChange={onChange} />
    </section>
  );
}
