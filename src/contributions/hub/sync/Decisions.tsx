/** What a sync must not decide alone: both sides of a conflict, odd fates of Tasks, each with its answers. */
import * as React from 'react';
import type { FieldConflict, Oddity, Proposal } from '../../../core/sync/plan';
import { Pill } from '../../../ui/Marks';
import { differingWords } from '../../../ui/word-difference';
import { QueryLink } from '../QueryLink';
import { WorkItemLink } from '../WorkItemLinks';

interface AnswersProps {
  /** What the answers are for, in words. */
  readonly about: string;
  /** The same for the browser: two Tasks may have one title. */
  readonly group: string;
  readonly proposals: readonly Proposal[];
  /** What we would do; between two sides that both changed it we would not say. */
  readonly suggested: Proposal | undefined;
  readonly answer: string | undefined;
  readonly onAnswer: (answer: string) => void;
  readonly disabled: boolean;
}

function Answers(props: AnswersProps): React.ReactElement {
  const { about, group, proposals, suggested, answer, onAnswer, disabled } = props;
  return (
    <fieldset className="wo-answers" disabled={disabled}>
      <legend className="wo-hidden">{about}</legend>
      {proposals.map((proposal) => (
        <label key={proposal.answer}>
          <input
            type="radio"
            name={group}
            checked={answer === proposal.answer}
            onChange={() => onAnswer(proposal.answer)}
          />
          <span>
            <strong>{proposal.says}</strong>
            {proposal === suggested && <span className="wo-suggested">suggested</span>}{' '}
            <span className="wo-quiet">{proposal.does}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What the other side lacks is marked: in a long text nobody finds one word. */
function Sides(props: {
  readonly of: string;
  readonly model: string;
  readonly backlog: string;
}): React.ReactElement {
  const { of, model, backlog } = props;
  const [inModel, onBacklog] = React.useMemo(() => differingWords(model, backlog), [model, backlog]);
  return (
    <div className="wo-sides">
      {(
        [
          ['In the model', inModel],
          ['On the backlog', onBacklog],
        ] as const
      ).map(([name, pieces]) => (
        <section key={name} className="wo-side" aria-label={`${name}, ${of}`}>
          <h4>{name}</h4>
          <p className="wo-side-text">
            {pieces.length === 0 && <span className="wo-quiet">(nothing)</span>}
            {pieces.map(({ text, differs }, at) =>
              differs ? (
                <mark key={at} className="wo-differs">
                  {text}
                </mark>
              ) : (
                <React.Fragment key={at}>{text}</React.Fragment>
              ),
            )}
          </p>
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
  foreign: 'Other work',
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
  readonly conflicts: readonly FieldConflict[];
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
  const { conflicts, oddities, answers, onAnswer, disabled } = props;
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
        Something happened to these Tasks that only a person can judge. Your answers go into the plan below;
        nothing is written before you press Write.
      </p>
      <ul className="wo-plain-list wo-decisions">
        {conflicts.map((conflict) => (
          <li key={conflict.key}>
            <Head item={conflict}>
              <Pill tone="warning">Both changed it</Pill>
            </Head>
            <p>{conflict.because} Nothing of it is written until you choose.</p>
            <Sides
              of={`${conflict.field === 'title' ? 'title' : 'text'} of #${conflict.workItem}`}
              model={conflict.model}
              backlog={conflict.backlog}
            />
            <Answers
              about={`${conflict.title}: both changed ${conflict.field === 'title' ? 'the title' : 'the text'}`}
              group={conflict.key}
              proposals={conflict.proposals}
              suggested={undefined}
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
              <Sides
                of={`${fateNames[oddity.fate]}, #${oddity.workItem}`}
                model={oddity.model}
                backlog={oddity.backlog}
              />
            )}
            <Answers
              about={`${oddity.title}: ${fateNames[oddity.fate]}`}
              group={oddity.key}
              proposals={oddity.proposals}
              suggested={oddity.proposals[0]}
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
