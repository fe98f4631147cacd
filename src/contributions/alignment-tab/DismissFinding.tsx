/** "Leave it as it is…": a finding that somebody looked at, with who, why and until when; and the way back. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { DismissedFinding } from '../../core/alignment/dismissals';
import type { Finding } from '../../core/alignment/finding';
import { dismissFinding, restoreFinding } from '../../core/model/edits/decide';
import type { ModelId } from '../../core/model/ids';
import { counted } from '../../ui/words';
import { daysLater } from '../tab-parts/advice/days';
import { DecisionDialog } from '../tab-parts/advice/PlanDialog';
import { useActor } from '../tab-parts/advice/use-actor';
import { dayOf } from '../tab-parts/advice/words';
import { useReach } from '../tab-parts/desk-context';

/** A decision is looked at again after a quarter of a year, unless somebody says otherwise. */
const proposedDays = 90;

/** Where a decision about the finding is kept: in its model, else in the first that can be saved. */
function useKeeper({ subject }: Finding): ModelId | undefined {
  const { desk, picture } = useReach();
  if (subject.model !== undefined) return desk.takesEdits(subject.model) ? subject.model : undefined;
  return picture.models.map(({ model }) => model.info.id).find((id) => desk.takesEdits(id));
}

export function DismissFinding({ finding }: { readonly finding: Finding }): React.ReactElement | null {
  const { app, desk, busy } = useReach();
  const [isOpen, setOpen] = React.useState(false);
  const by = useActor();
  const keeper = useKeeper(finding);
  if (keeper === undefined) return null;
  const today = app.now().slice(0, 10);
  return (
    <>
      <Button
        subtle={true}
        text="Leave it as it is…"
        ariaLabel={`Leave it as it is: ${finding.message}`}
        disabled={busy}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <DecisionDialog
          title="Leave the finding as it is"
          note={finding.message}
          by={by}
          today={today}
          until={daysLater(today, proposedDays)}
          sentences={(words) => [
            `In the threat model: ${words.by || '…'} leaves this finding as it is until ${words.until}. It comes back afterwards.`,
          ]}
          run={async (words) => {
            const { model } = desk.sessionOf(keeper).current;
            const until = `${words.until}T23:59:59.000Z`;
            const decision = { by: words.by, reason: words.reason, at: app.now(), until };
            const deed = desk.edit(keeper, dismissFinding(model, finding.key, decision, app.newId));
            return { message: `Left as it is until ${words.until}.`, deed };
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Row({ dismissed }: { readonly dismissed: DismissedFinding }): React.ReactElement {
  const { desk, perform, busy } = useReach();
  const { finding, dismissal, model: keeper } = dismissed;
  const restore = () =>
    perform(async () => {
      const { model } = desk.sessionOf(keeper).current;
      return { message: 'Reported again.', deed: desk.edit(keeper, restoreFinding(model, finding.key)) };
    });
  return (
    <li>
      <div>{finding.message}</div>
      <div className="wo-quiet">
        {dismissal.by}
        {dismissal.until !== undefined && <>, until {dayOf(dismissal.until)}</>}: {dismissal.reason}{' '}
        {desk.takesEdits(keeper) && (
          <button type="button" className="wo-link" disabled={busy} onClick={() => void restore()}>
            Report again<span className="wo-hidden">: {finding.message}</span>
          </button>
        )}
      </div>
    </li>
  );
}

/** What was left as it is, folded: it is no finding, and it is not hidden. */
export function Dismissed({ dismissed }: { readonly dismissed: readonly DismissedFinding[] }) {
  if (dismissed.length === 0) return null;
  return (
    <details className="wo-card wo-dismissed">
      <summary>
        {counted(dismissed.length, 'finding')} left as {dismissed.length === 1 ? 'it is' : 'they are'}, for a
        reason
      </summary>
      <ul className="wo-plain-list">
        {dismissed.map((each) => (
          <Row key={each.finding.key} dismissed={each} />
        ))}
      </ul>
    </details>
  );
}
