/** "Accept risk…" on a threat of a story: who answers for it, why, until when; said on the story as well. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { ThreatAdvice } from '../../../core/advice/candidates';
import { useReach } from '../desk-context';
import { useActor } from './use-actor';
import { accept, acceptanceText } from './deeds';
import { DecisionDialog } from './PlanDialog';
import { daysLater } from './days';

/** An acceptance is for a time: a quarter of a year is proposed. */
const proposedDays = 90;

export function AcceptRisk({ threat, story }: { readonly threat: ThreatAdvice; readonly story: number }) {
  const { app, desk, busy, picture } = useReach();
  const [isOpen, setOpen] = React.useState(false);
  const by = useActor();
  const { title, id } = threat.risk.threat;
  if (threat.protection.kind === 'accepted' || !desk.takesEdits(threat.model)) return null;
  const today = app.now().slice(0, 10);
  const { policy } = picture.models.find(({ model }) => model.info.id === threat.model)?.model ?? {};
  const expected = policy?.acceptors?.map(({ name }) => name);
  return (
    <>
      <Button
        subtle={true}
        text="Accept risk…"
        ariaLabel={`Accept risk: ${title}`}
        disabled={busy}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <DecisionDialog
          title="Accept the risk"
          note={`“${title}” stays as it is, and somebody answers for it. When the time is over, it is a finding again.`}
          by={by}
          expected={expected}
          today={today}
          until={daysLater(today, proposedDays)}
          sentences={(words) => [
            `Comment on #${story}, under your account: “${acceptanceText(words, [title])}”`,
            `In the threat model: ${words.by || '…'} accepts the risk of “${title}” until ${words.until}.`,
          ]}
          run={(words) =>
            accept(app, desk, { ...words, model: threat.model, threats: [{ id, title }], story })
          }
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
