/** Why a threat is given at a place, or why not: the facts that decide, and the nearest ones that would turn it. */
import * as React from 'react';
import type { KnowledgeEngine } from '../../../core/kb/knowledge-engine';
import type { KnowledgeThreat } from '../../../core/kb/package';
import type { Place } from '../../../core/model/threat';

const upper = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export interface BecauseProps {
  readonly engine: KnowledgeEngine;
  readonly threat: KnowledgeThreat;
  readonly place: Place;
}

const heads = {
  yes: 'It is given because',
  no: 'It is not given because',
  unknown: 'Nobody can tell yet because',
};

export function BecauseFacts({ engine, threat, place }: BecauseProps): React.ReactElement {
  const explanation = engine.explain(threat, place);
  if (!explanation)
    return <p>Nothing is asked there: the place is out of scope or not connected at both ends.</p>;
  const { answer, because, turn } = explanation;
  return (
    <>
      <p>{heads[answer]}</p>
      <ul className="wo-plain-list">
        {because.map(({ sentence }) => (
          <li key={sentence}>{upper(sentence)}.</li>
        ))}
      </ul>
      {turn && (
        <p>
          {turn.to === 'no' ? 'It would go' : 'It would be given'} if{' '}
          {turn.changes.map(({ sentence }) => sentence).join(', and ')}.
        </p>
      )}
      <p className="wo-quiet">
        Rule “{threat.id}” of {threat.package} {threat.version}
      </p>
    </>
  );
}

/** Explained only once somebody asks: a plan may hold thousands of threats. */
export function Because(props: BecauseProps): React.ReactElement {
  const [open, setOpen] = React.useState(false);
  return (
    <details
      className="wo-preview"
      open={open}
      onToggle={(event: React.SyntheticEvent<HTMLDetailsElement>) => setOpen(event.currentTarget.open)}
    >
      <summary>Why</summary>
      {open && <BecauseFacts {...props} />}
    </details>
  );
}
