/** How often alerts told of this threat, and whether its probability should be looked at again. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { judgeProbability } from '../../../core/model/edits/judge';
import type { Threat } from '../../../core/model/threat';
import { seenThreat } from '../../../core/operate/feed/evidence';
import { leaveProbability, probabilityReview, reviewPause } from '../../../core/operate/feed/review';
import type { Review } from '../../../core/operate/feed/review';
import { Banner } from '../../../ui/Banner';
import { counted, probabilityWords } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { EvidenceChart } from '../operations/EvidenceChart';
import { ReasonDialog } from '../ReasonDialog';

type Open = Review & { readonly kind: 'open' };

function Proposal({
  threat,
  review,
}: {
  readonly threat: Threat;
  readonly review: Open;
}): React.ReactElement {
  const { app } = useHub();
  const { model, applyLoudly, readOnly } = useModelView();
  const [leaving, setLeaving] = React.useState(false);
  const { level, seen } = review;
  const times = counted(seen.lately, 'time');
  const accept = () => {
    const reason = `Its events fired ${times} in 30 days.`;
    applyLoudly(
      judgeProbability(model, [threat.id], { level, reason }),
      `The probability is ${probabilityWords[level].toLowerCase()} now.`,
    );
  };
  const leave = async (reason: string) => {
    setLeaving(false);
    const by = (await app.actor().catch(() => undefined)) ?? 'Somebody';
    const edit = leaveProbability(model, { threat: threat.id, level, by, reason, at: app.now() }, app.newId);
    applyLoudly(edit, 'The probability stays as it is.');
  };
  return (
    <>
      <Banner
        tone="warning"
        actions={
          !readOnly && (
            <>
              <Button text={`Set to ${probabilityWords[level]}`} onClick={accept} />
              <Button text="Leave as it is…" onClick={() => setLeaving(true)} />
            </>
          )
        }
      >
        Look at the probability again: it says {probabilityWords[threat.probability.level].toLowerCase()}, yet
        its events fired {times} in 30 days. An alert may tell of a try that failed, so somebody has to judge.
      </Banner>
      {leaving && (
        <ReasonDialog
          title={`Leave it at “${probabilityWords[threat.probability.level]}”?`}
          label={`Why is that fine? It is asked again in ${reviewPause} days, or when it fires more often.`}
          action="Leave as it is"
          need="required"
          onSave={(reason) => void leave(reason)}
          onClose={() => setLeaving(false)}
        />
      )}
    </>
  );
}

export function SeenSection({ threat }: { readonly threat: Threat }): React.ReactElement | null {
  const { app } = useHub();
  const { model } = useModelView();
  const seen = React.useMemo(() => seenThreat(model, threat.id, app.now()), [model, threat.id, app]);
  if (!seen) return null;
  const review = probabilityReview(model, threat, app.now());
  return (
    <section className="wo-section">
      <h3>Seen by operations</h3>
      <p>
        <strong>{counted(seen.total, 'alert')}</strong> in all, {seen.lately.toLocaleString('en')} in the last
        30 days; the last one on {seen.last.slice(0, 10)}.
      </p>
      {review?.kind === 'open' && <Proposal threat={threat} review={review} />}
      {review?.kind === 'left' && (
        <p className="wo-quiet">
          {review.statement.by} left the probability as it is on {review.statement.at.slice(0, 10)}:{' '}
          {review.statement.reason}
        </p>
      )}
      <EvidenceChart seen={seen} what={threat.title} span="month" room="panel" />
    </section>
  );
}
