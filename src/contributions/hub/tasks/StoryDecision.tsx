/** Asks under which story Tasks shall stand whose threats have none: one by one, or all alike. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { Step, SyncChoice } from '../../../core/sync/plan';
import { WarningIcon } from '../../../ui/icons';
import { StoryPicker } from '../../../ui/StoryPicker';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

export interface StoryDecisionProps {
  readonly steps: readonly Step[];
  readonly choice: SyncChoice;
  readonly onChoice: (choice: SyncChoice) => void;
}

export function StoryDecision({ steps, choice, onChoice }: StoryDecisionProps): React.ReactElement {
  const { app, go } = useHub();
  const { model } = useModelView();
  const [only, setOnly] = React.useState<Step['mitigation'] | undefined>(undefined);
  const one = steps.find((step) => step.mitigation === only);
  const decide = (parent: number | null) => {
    if (one) onChoice({ ...choice, parents: new Map(choice.parents).set(one.mitigation, parent) });
    else onChoice({ ...choice, fallbackParent: parent });
    setOnly(undefined);
  };
  return (
    <section className="wo-decision" aria-labelledby="wo-decision-title">
      <h3 id="wo-decision-title">
        <WarningIcon /> {counted(steps.length, 'Task')} {steps.length === 1 ? 'needs' : 'need'} a story
      </h3>
      <p>
        No story is linked to their threats, so they have no place on the backlog yet, and no query can list
        them.{' '}
        <button
          type="button"
          className="wo-link"
          onClick={() => go({ model: model.info.id, tab: 'stories' })}
        >
          Find stories for their threats
        </button>
      </p>
      <label className="wo-field">
        <span>Decide for</span>
        <select
          className="wo-choice wo-choice-framed"
          value={one?.mitigation ?? ''}
          onChange={(event) =>
            setOnly(steps.find((step) => step.mitigation === event.target.value)?.mitigation)
          }
        >
          <option value="">{steps.length === 1 ? 'This Task' : `All ${steps.length} Tasks`}</option>
          {steps.length > 1 &&
            steps.map((step) => (
              <option key={step.mitigation} value={step.mitigation}>
                {step.title}
              </option>
            ))}
        </select>
      </label>
      <StoryPicker label="Put under the story" find={app.findStories} onPick={(story) => decide(story.id)} />
      <div className="wo-buttons">
        <Button text="No parent" onClick={() => decide(null)} />
        <span className="wo-quiet">
          Backlogs hide Tasks without a parent. You would find them by query or tag only.
        </span>
      </div>
    </section>
  );
}
