/** One finding: its sentence, and unfolded the facts behind it, its readings, and what mends it under each. */
import * as React from 'react';
import type { Finding } from '../../core/alignment/finding';
import { useReach } from '../tab-parts/desk-context';
import { ItemLink } from '../tab-parts/ItemLink';
import { DismissFinding } from './DismissFinding';
import { mendOf } from './mends/mend-of';

export interface FindingCardProps {
  readonly finding: Finding;
  readonly open: 'yes' | 'no';
  readonly onToggle: (key: string) => void;
}

function Body({ finding }: { readonly finding: Finding }): React.ReactElement {
  const { picture } = useReach();
  const { story, task } = finding.subject;
  const Mend = mendOf(finding.ruleId);
  return (
    <div className="wo-finding-body">
      <ul className="wo-finding-because">
        {finding.because.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
        {story !== undefined && picture.stories.has(story) && (
          <li>
            <ItemLink id={story} title={picture.stories.get(story)?.item.title} />
          </li>
        )}
        {task !== undefined && picture.tasks.has(task) && (
          <li>
            <ItemLink id={task} title={picture.tasks.get(task)?.title} />
          </li>
        )}
      </ul>
      <div className="wo-readings">
        <Mend finding={finding} />
      </div>
      <DismissFinding finding={finding} />
    </div>
  );
}

function CardOf({ finding, open, onToggle }: FindingCardProps): React.ReactElement {
  const isOpen = open === 'yes';
  return (
    <li className="wo-finding" id={`finding-${finding.key}`}>
      <button
        type="button"
        className="wo-finding-head"
        aria-expanded={isOpen}
        onClick={() => onToggle(finding.key)}
      >
        <span className={`wo-finding-fold ${isOpen ? 'wo-finding-unfolded' : ''}`} aria-hidden="true" />
        <span>{finding.message}</span>
      </button>
      {isOpen && <Body finding={finding} />}
    </li>
  );
}

/** Folded cards of hundreds of findings need not be drawn again with every edit; the sentence says all they show. */
export const FindingCard = React.memo(
  CardOf,
  (a, b) =>
    a.open === 'no' &&
    b.open === 'no' &&
    a.finding.message === b.finding.message &&
    a.onToggle === b.onToggle,
);
