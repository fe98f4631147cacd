/** Which mend belongs to which rule. A rule without one still opens its items. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { useReach } from '../../tab-parts/desk-context';
import { ItemLink } from '../../tab-parts/ItemLink';
import { ClauseWithoutThreat, ThreatWithoutStory } from './MissingEndMends';
import { Reading } from './MendParts';
import type { MendProps } from './MendParts';
import { ModelOlder } from './ModelMends';
import { StoryWithSeveralClauses, StoryWithSeveralThreats } from './PolicyMends';
import {
  LinkedClauseGone,
  LinkedClauseReworded,
  LinkedStoryGone,
  LinkedStoryWithoutClause,
} from './StoryMends';
import { DoneStoryWithOpenMitigation, MitigationNotPlanned } from './WorkMends';

/** Where the finding is decided: at its work item, and at its threat or mitigation in the model. */
function OpenItems({ finding }: MendProps): React.ReactElement {
  const { picture, page } = useReach();
  const { story, task, model, threat, mitigation } = finding.subject;
  const title = (id: number) => picture.stories.get(id)?.item.title ?? picture.tasks.get(id)?.title;
  return (
    <>
      {finding.readings.map((question) => (
        <Reading key={question} question={question}>
          {[story, task].map((id) => id !== undefined && <ItemLink key={id} id={id} title={title(id)} />)}
          {model !== undefined && (
            <Button
              text="Open in the threat model"
              onClick={() => page.goToHub({ model, threat, mitigation })}
            />
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
  ['model-older-than-its-backlog', ModelOlder],
]);

/** The component that shows the readings of a rule's findings with their actions. */
export function mendOf(ruleId: string): (props: MendProps) => React.ReactElement | null {
  return mends.get(ruleId) ?? OpenItems;
}
