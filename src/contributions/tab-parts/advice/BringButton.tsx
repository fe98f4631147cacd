/** "Bring into the sprint": shows what would move or be made, then does it. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { Work } from '../../../core/advice/desk';
import type { Sprint } from '../../../core/alignment/picture';
import type { Mitigation } from '../../../core/model/mitigation';
import type { ModelId } from '../../../core/model/ids';
import { useReach } from '../desk-context';
import { bring, bringSentences } from './deeds';
import { PlanDialog } from './PlanDialog';
import { isBringable } from './words';

export interface BringProps {
  readonly model: ModelId;
  readonly mitigation: Mitigation;
  readonly missing: readonly Work[];
  readonly story: number;
  readonly sprint: Sprint;
  readonly primary?: 'yes' | 'no';
}

export function BringButton(props: BringProps): React.ReactElement | null {
  const { model, mitigation, missing, story, sprint, primary } = props;
  const { app, desk, busy } = useReach();
  const [isOpen, setOpen] = React.useState(false);
  if (!isBringable(props)) return null;
  const makes = missing.some(({ standing }) => standing.kind === 'no-task');
  if (makes && !desk.takesEdits(model)) return null;
  const text = makes && missing.length === 1 ? 'Create Task in this sprint…' : 'Bring into this sprint…';
  const plan = { model, sprint, story, works: missing };
  return (
    <>
      <Button
        text={text}
        ariaLabel={`${text} ${mitigation.title}`}
        primary={primary === 'yes'}
        disabled={busy}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <PlanDialog
          title={`Bring into ${sprint.name}`}
          sentences={bringSentences(plan)}
          ready="yes"
          run={() => bring(app, desk, plan)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
