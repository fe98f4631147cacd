/** Where the lesson of an incident stands: not proposed, with the security team, in the knowledge base, or declined. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { LessonFates } from '../../../app/lesson-fates';
import type { Incident } from '../../../core/model/incident';
import { Banner } from '../../../ui/Banner';
import { sentenceOf } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

export interface LessonStateProps {
  readonly incident: Incident;
  /** Undefined while they are read, or where they cannot be. */
  readonly fates: LessonFates | undefined;
  readonly onProposed: () => void;
}

function Said({ incident, fates }: Pick<LessonStateProps, 'incident' | 'fates'>): React.ReactElement | null {
  const known = fates?.get(incident.id);
  if (!known) return null;
  const { fate, proposal } = known;
  const day = proposal.at.slice(0, 10);
  if (fate === 'accepted') return <Banner tone="success">Its lesson is in the knowledge base.</Banner>;
  if (fate === 'proposed')
    return (
      <Banner tone="info">
        Its lesson was proposed by {proposal.by} on {day}; the security team has not answered yet.
      </Banner>
    );
  return (
    <Banner tone="warning">
      Its lesson was declined by {proposal.declined?.by}: {proposal.declined?.reason}
    </Banner>
  );
}

export function LessonState({ incident, fates, onProposed }: LessonStateProps): React.ReactElement {
  const { app } = useHub();
  const { model } = useModelView();
  const [state, setState] = React.useState<'idle' | 'busy' | { readonly problem: string }>('idle');
  const fate = fates?.get(incident.id)?.fate;
  const propose = async () => {
    setState('busy');
    try {
      await app.proposeLesson(model, incident);
      setState('idle');
      onProposed();
    } catch (error) {
      setState({ problem: sentenceOf(error) });
    }
  };
  return (
    <div className="wo-lesson">
      <Said incident={incident} fates={fates} />
      {typeof state === 'object' && (
        <Banner tone="error">The lesson was not proposed: {state.problem}</Banner>
      )}
      {fate !== 'accepted' && (
        <div className="wo-buttons">
          <Button
            text={fate === undefined ? 'Propose the lesson to the knowledge base' : 'Propose it anew'}
            disabled={state === 'busy'}
            onClick={() => void propose()}
          />
        </div>
      )}
    </div>
  );
}
