/** How often alerts told of this threat, and whether its probability should be looked at again. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { judgeProbability } from '../../../core/model/edits/judge';
import type { Threat } from '../../../core/model/threat';
import { proposedProbability, seenThreat } from '../../../core/operate/feed/evidence';
import { Banner } from '../../../ui/Banner';
import { counted, probabilityWords } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';

export function SeenSection({ threat }: { readonly threat: Threat }): React.ReactElement | null {
  const { app } = useHub();
  const { model, apply, readOnly } = useModelView();
  const seen = React.useMemo(() => seenThreat(model, threat.id, app.now()), [model, threat.id, app]);
  if (!seen) return null;
  const level = threat.probability.level;
  const proposed = proposedProbability(seen, level);
  const reason = `Its events fired ${counted(seen.lately, 'time')} in 30 days.`;
  return (
    <section className="wo-section">
      <h3>Seen by operations</h3>
      <p>
        <strong>{counted(seen.total, 'alert')}</strong> in all, {seen.lately.toLocaleString('en')} in the last
        30 days; the last one on {new Date(seen.last).toLocaleDateString()}.
      </p>
      {proposed && (
        <Banner
          tone="warning"
          actions={
            !readOnly && (
              <Button
                text={`Set to ${probabilityWords[proposed]}`}
                onClick={() => apply(judgeProbability(model, [threat.id], { level: proposed, reason }))}
              />
            )
          }
        >
          Look at the probability again: it says {probabilityWords[level].toLowerCase()}, yet its events fired{' '}
          {counted(seen.lately, 'time')} in 30 days. An alert may tell of a try that failed, so somebody has
          to judge.
        </Banner>
      )}
    </section>
  );
}
