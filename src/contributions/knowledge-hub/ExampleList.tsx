/** The examples of a threat, run in place against the rule as it stands in the form. */
import * as React from 'react';
import type { KnowledgePackage, KnowledgeThreat } from '../../core/kb/package';
import { runExample } from '../../core/kb/run-examples';

const outcomeWords = {
  fires: 'fires',
  silent: 'stays silent',
  tentative: 'only asks',
  broken: 'cannot be run',
} as const;

export interface ExampleListProps {
  readonly known: KnowledgePackage;
  readonly threat: KnowledgeThreat | undefined;
  readonly examples: readonly unknown[];
}

export function ExampleList({ known, threat, examples }: ExampleListProps): React.ReactElement {
  const outcomes = React.useMemo(
    () => (threat ? examples.map((each) => runExample(known, threat, each)) : []),
    [known, threat, examples],
  );
  return (
    <>
      <h3>Examples</h3>
      {examples.length === 0 && <p className="wo-quiet">This threat has no examples.</p>}
      {examples.length > 0 && !threat && (
        <p className="wo-quiet">They run as soon as the threat holds together.</p>
      )}
      <ul className="wo-example-list" aria-live="polite">
        {outcomes.map(({ expect, because, outcome, holds }, at) => (
          <li key={at}>
            <span className={`wo-example-word ${holds ? '' : 'wo-error-text'}`}>
              {holds ? '✓ as it should' : '✗ otherwise'}
            </span>
            <span>
              The rule {outcomeWords[outcome]}
              {!holds && `, and should ${expect === 'fires' ? 'fire' : 'stay silent'}`}:{' '}
              <span className="wo-quiet">{because}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
