/** Which mend belongs to which rule. A rule without one still opens its items. */
import * as React from 'react';
import { useReach } from '../../tab-parts/desk-context';
import { ItemLink } from '../../tab-parts/ItemLink';
import { ClauseWithoutThreat, ThreatWithoutStory } from './MissingEndMends';
import { Reading } from './MendParts';
import type { MendProps } from './MendParts';
import { StoryWithSeveralClauses, StoryWithSeveralThreats } from './PolicyMends';
import {
  LinkedClauseGone,
  LinkedClauseReworded,
  LinkedStoryGone,
  LinkedStoryWithoutClause,
} from './StoryMends';
import { DoneStoryWithOpenMitigation, MitigationNotPlanned } from './WorkMends';

function OpenItems({ finding }: MendProps): React.ReactElement {
  const { picture } = useReach();
  const { story } = finding.subject;
  return (
    <>
      {finding.readings.map((question) => (
        <Reading key={question} question={question}>
          {story === undefined ? (
            <p>Decide in the hub.</p>
          ) : (
            <ItemLink id={story} title={picture.stories.get(story)?.item.title} />
          )}
        </Reading>
      ))}
    </>
  );
}

const mends: ReadonlyMap<string, (props: MendProps) => React.ReactElement | null> = new Map([
  ['linked-story-without-clause', LinkedStoryWithoutClause],
  ['threat-without-story', ThreatWithoutStory],
  ['clause-without-threat', ClauseWithoutThreat],
  ['linked-clause-reworded', LinkedClauseReworded],
  ['linked-clause-gone', LinkedClauseGone],
  ['linked-story-gone', LinkedStoryGone],
  ['story-with-several-threats', StoryWithSeveralThreats],
  ['story-with-several-clauses', StoryWithSeveralClauses],
  ['mitigation-not-planned-with-its-story', MitigationNotPlanned],
  ['done-story-with-open-mitigation', DoneStoryWithOpenMitigation],
]);

/** The component that shows the readings of a rule's findings with their actions. */
export function mendOf(ruleId: string): (props: MendProps) => React.ReactElement | null {
  return mends.get(ruleId) ?? OpenItems;
}
