/** The examples that come with a threat, run in place against the rule as it stands in the form. */
import * as React from 'react';
import type { KnowledgePackage, KnowledgeThreat } from '../../core/kb/package';
import { printExample } from '../../core/kb/rule-text/example-text';
import { readExample, runExample } from '../../core/kb/run-examples';
import type { ExampleOutcome } from '../../core/kb/run-examples';

const outcomeWords = {
  fires: 'fires',
  silent: 'stays silent',
  tentative: 'only asks',
  broken: 'cannot be run',
} as const;

export function OutcomeLine({ outcome: given }: { readonly outcome: ExampleOutcome }): React.ReactElement {
  const { expect, because, outcome, holds } = given;
  return (
    <>
      <span className={`wo-example-word ${holds ? '' : 'wo-error-text'}`}>
        {holds ? '✓ as it should' : '✗ otherwise'}
      </span>
      <span>
        The rule {outcomeWords[outcome]}
        {!holds && `, and should ${expect === 'fires' ? 'fire' : 'stay silent'}`}
        {because !== '' && ': '}
        <span className="wo-quiet">{because}</span>
      </span>
    </>
  );
}

export interface ExampleListProps {
  readonly known: KnowledgePackage;
  readonly threat: KnowledgeThreat | undefined;
  readonly examples: readonly unknown[];
  /** The threat came with a package that ships; one's own has examples of one's own only. */
  readonly shipped: boolean;
}

export function ExampleList({ known, threat, examples, shipped }: ExampleListProps): React.ReactElement {
  const rows = React.useMemo(
    () =>
      threat
        ? examples.map((each) => ({ outcome: runExample(known, threat, each), read: readExample(each) }))
        : [],
    [known, threat, examples],
  );
  return (
    <>
      <h3>Examples</h3>
      {!shipped && (
        <p className="wo-quiet">
          One that fires and one that stays silent show everybody what the rule is about.
        </p>
      )}
      {shipped && examples.length === 0 && <p className="wo-quiet">No example comes with this threat.</p>}
      {examples.length > 0 && !threat && (
        <p className="wo-quiet">They run as soon as the threat holds together.</p>
      )}
      <ul className="wo-plain-list" aria-live="polite">
        {rows.map(({ outcome, read }, at) => (
          <li key={at}>
            <div className="wo-example-list">
              <OutcomeLine outcome={outcome} />
            </div>
            {read && (
              <details className="wo-preview">
                <summary>Its model</summary>
                <pre className="wo-example-text">{printExample(read.model)}</pre>
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
