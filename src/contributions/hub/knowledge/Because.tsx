/** Why a threat is given at a place, or why not: the facts that decide, and the nearest ones that would turn it. */
import * as React from 'react';
import type { KnowledgeEngine } from '../../../core/kb/knowledge-engine';
import type { KnowledgeThreat, LocalChange } from '../../../core/kb/package';
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

const changeWords: Readonly<Record<LocalChange['op'], string>> = {
  add: 'added it',
  patch: 'changed it',
  link: 'changed its mitigations',
  disable: 'disabled it',
};

/** What the organisation changed at the entry, with whose words and why. */
function LocalChanges({ engine, threat }: Omit<BecauseProps, 'place'>): React.ReactElement | null {
  const known = engine.packages.find(({ id }) => id === threat.package);
  const changes = (known?.localChanges ?? []).filter(({ type, id }) => type === 'threat' && id === threat.id);
  if (changes.length === 0) return null;
  return (
    <ul className="wo-plain-list">
      {changes.map(({ op, because, overlayName, version }, at) => (
        <li key={at}>
          Your organisation {changeWords[op]}
          {because !== '' && `: ${because}`}{' '}
          <span className="wo-quiet">
            ({overlayName} {version})
          </span>
        </li>
      ))}
    </ul>
  );
}

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
      <LocalChanges engine={engine} threat={threat} />
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
