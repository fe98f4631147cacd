/** How it is done by hand: for those without the right, and for taskboards. */
import * as React from 'react';
import type { ManualSteps as Manual } from '../../core/flags/manual-steps';

interface ManualProps {
  readonly steps: Manual;
  readonly open?: 'yes' | 'no';
}

export function ManualSteps({ steps: { title, why, steps }, open = 'no' }: ManualProps): React.ReactElement {
  return (
    <details className="wo-card wo-by-hand" open={open === 'yes'}>
      <summary>{title}</summary>
      <p>{why}</p>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  );
}
