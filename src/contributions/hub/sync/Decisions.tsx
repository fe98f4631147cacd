/** What a sync must not decide alone: both sides of a conflict, odd fates of Tasks, each with its answers. */
import * as React from 'react';
import type { Conflict, FieldConflict, Oddity, Proposal } from '../../../core/sync/plan';
import { Pill } from '../../../ui/Marks';
import { QueryLink } from '../QueryLink';
import { WorkItemLink } from '../WorkItemLinks';

interface AnswersProps {
  /** What the answers are for; also the name of the group. */
  readonly about: string;
  readonly proposals: readonly Proposal[];
  readonly answer: string | undefined;
  readonly onAnswer: (answer: string) => void;
  readonly disabled: boolean;
}

function Answers({ about, proposals, answer, onAnswer, disabled }: AnswersProps): React.ReactElement {
  return (
    <fieldset className="wo-answers" disabled={disabled}>
      <legend className="wo-hidden">{about}</legend>
      {proposals.map((proposal) => (
        <label key={proposal.answer}>
          <input
            type="radio"
            name={about}
            checked={answer === proposal.answer}
            onChange={() => onAnswer(proposal.answer)}
          />
          <span>
            <strong>{proposal.says}</strong> <span className="wo-quiet">{proposal.does}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Sides({ model, backlog }: { readonly model: string; readonly backlog: string }): React.ReactElement {
  return (
    <div className="wo-sides">
      {(
        [
          ['In the model', model],
          ['On the backlog', backlog],
        ] as const
      ).map(([name, text]) => (
        <section key={name} className="wo-side" aria-label={name}>
          <h4>{name}</h4>
          <p className="wo-side-text">{text === '' ? <span className="wo-quiet">(nothing)</span> : text}</p>
        </section>
      ))}
    </div>
  );
}

const fateNames: Readonly<Record<Oddity['fate'], string>> = {
  renamed: 'Renamed',
  'section-edited': 'Text edited',
  'section-lost': 'Text removed',
  'tag-removed': 'Tag removed',
  'link-removed': 'Link removed',
  moved: 'Moved',
  retyped: 'Other type',
  foreign: 'Not ours',
  deleted: 'Deleted',
  unreadable: 'Not readable',
  removed: 'Will not be done',
  'state-unknown': 'Unknown state',
  copied: 'Copied',
  split: 'Split',
  restored: 'Came back',
  'left-over': 'Left over',
};

export interface DecisionsProps {
  readonly conflicts: readonly Conflict[];
  readonly oddities: readonly Oddity[];
  readonly answers: ReadonlyMap<string, string>;
  readonly onAnswer: (key: string, answer: string) => void;
  readonly disabled: boolean;
}

function Head({
  item,
  children,
}: {
  readonly item: Oddity | FieldConflict;
  readonly children: React.ReactNode;
}) {
  return (
    <h3 className="wo-decision-head">
      {children} <WorkItemLink id={item.workItem} /> {item.title}
    </h3>
  );
}

export function Decisions(props: DecisionsProps): React.ReactElement | null {
  const { oddities, answers, onAnswer, disabled } = props;
  // A Task that is not there is an oddity, too: it is told once.
  const conflicts = props.conflicts.filter((each): each is FieldConflict => each.kind === 'field');
  if (conflicts.length + oddities.length === 0) return null;
  return (
    <section className="wo-card" aria-labelledby="wo-sync-decide">
      <div className="wo-card-head">
        <h2 id="wo-sync-decide">
          For you to decide <span className="wo-quiet">{conflicts.length + oddities.length}</span>
        </h2>
        <span className="wo-head-actions">
          <QueryLink
            ids={conflicts.map(({ workItem }) => workItem)}
            text="Conflicts as query"
            of="changed on both sides"
          />
          <QueryLink
            ids={oddities.map(({ workItem }) => workItem)}
            text={conflicts.length > 0 ? 'The others as query' : 'Open as query'}
            of="changed on the backlog"
          />
        </span>
      </div>
      <p className="wo-quiet">
        Something happened to these Tasks that only a person can judge. The first answer is what we would do;
        nothing is written before you choose.
      </p>
      <ul className="wo-plain-list wo-decisions">
        {conflicts.map((conflict) => (
          <li key={conflict.key}>
            <Head item={conflict}>
              <Pill tone="warning">Both changed it</Pill>
            </Head>
            <p>{conflict.because} Nothing of it is written until you choose.</p>
            <Sides model={conflict.model} backlog={conflict.backlog} />
            <Answers
              about={`${conflict.title}: both changed it`}
              proposals={conflict.proposals}
              answer={answers.get(conflict.key)}
              onAnswer={(answer) => onAnswer(conflict.key, answer)}
              disabled={disabled}
            />
          </li>
        ))}
        {oddities.map((oddity) => (
          <li key={oddity.key}>
            <Head item={oddity}>
              <Pill>{fateNames[oddity.fate]}</Pill>
            </Head>
            <p>{oddity.because}</p>
            {oddity.model !== undefined && oddity.backlog !== undefined && (
              <Sides model={oddity.model} backlog={oddity.backlog} />
            )}
            <Answers
              about={`${oddity.title}: ${fateNames[oddity.fate]}`}
              proposals={oddity.proposals}
              answer={answers.get(oddity.key)}
              onAnswer={(answer) => onAnswer(oddity.key, answer)}
              disabled={disabled}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
