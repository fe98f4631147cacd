/** The formula in words: numbers that nobody can explain are numbers that nobody believes. */
import * as React from 'react';
import { standardScale } from '../../../core/model/project-policy';
import { strengthScale } from '../../../core/risk/severity';
import { namesRule } from '../../../ui/figure-words';
import { percent, strengthWords } from '../../../ui/words';
import { useModelView } from '../model-view';

export function NumbersExplained(): React.ReactElement {
  const { scale: severity } = useModelView().assessment;
  const scale = strengthScale.map(
    ({ level, share }) => `${strengthWords[level].toLowerCase()} ${percent(share)}`,
  );
  return (
    <details className="wo-card">
      <summary>What these numbers mean</summary>
      <ul className="wo-plain-list">
        <li>
          <strong>Severity</strong>{' '}
          {severity === standardScale
            ? '= probability (1 to 5) × impact (1 to 5) × 4, so 4 to 100 points.'
            : 'is what the project’s own matrix has for probability and impact.'}{' '}
          {namesRule(severity)}
        </li>
        <li>
          <strong>A mitigation</strong> takes a share of what is left: {scale.join(', ')}. Two average ones
          leave 25%, not nothing.
        </li>
        <li>
          <strong>Now</strong> counts mitigations that exist or are implemented. A Task that is completed
          makes its mitigation implemented.
        </li>
        <li>
          <strong>When planned work is done</strong> also counts approved and planned mitigations, and those
          in progress.
        </li>
        <li>Threats that do not apply count nothing. The model’s risk is the sum over its threats.</li>
        <li>
          <strong>Assumed</strong> values were set by the import, not by a person. They count like all others,
          and are marked with a question mark.
        </li>
      </ul>
    </details>
  );
}
