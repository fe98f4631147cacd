/** Before publishing: what it would do to every model that this person can read. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { Spinner, SpinnerSize } from 'azure-devops-ui/Spinner';
import type { Measured } from '../../app/measure-publication';
import { addImpacts, isNoImpact, noImpact } from '../../core/kb/publication-impact';
import type { Impact } from '../../core/kb/publication-impact';
import { Banner } from '../../ui/Banner';
import { ModalDialog } from '../../ui/Layers';
import { counted, sentenceOf } from '../../ui/words';
import { FailedExamples } from './FailedExamples';
import type { Work } from './PackageScreen';

type Stage =
  | { readonly kind: 'measuring'; readonly done: number; readonly of: number }
  | { readonly kind: 'measured'; readonly measured: Measured }
  | { readonly kind: 'publishing'; readonly measured: Measured }
  | { readonly kind: 'failed'; readonly problem: string; readonly measured?: Measured };

/** "This would add 14 threats in 6 models, retire 3 and change 5." */
export function impactSentence(impacts: readonly Impact[]): string {
  const { added, retired, changed, mitigations } = impacts.reduce(addImpacts, noImpact);
  const touched = impacts.filter((each) => !isNoImpact(each)).length;
  if (touched === 0) return 'This would change no model.';
  const texts = mitigations > 0 ? `, and rewrite ${counted(mitigations, 'mitigation')}` : '';
  return `This would add ${counted(added, 'threat')} in ${counted(touched, 'model')}, retire ${retired} and change ${changed}${texts}.`;
}

function Figures({ measured, work }: { readonly measured: Measured; readonly work: Work }) {
  const { models, looked, unread } = measured;
  const isOwn = work.known.own.published.some(({ id }) => id === work.id);
  const touched = models.filter(({ impact }) => !isNoImpact(impact));
  return (
    <>
      <p className="wo-impact">
        <strong>{impactSentence(models.map(({ impact }) => impact))}</strong>
      </p>
      <p className="wo-quiet">
        Looked at {counted(looked, 'model')} that you can read. Nothing happens to a model before somebody
        takes the change there; decisions stay, and what no longer matches is marked as stale.
      </p>
      {isOwn && models.length === 0 && (
        <p>No model uses the package yet: a team takes it on the page Knowledge of its model.</p>
      )}
      {touched.length > 0 && (
        <table className="wo-small-table">
          <thead>
            <tr>
              <th scope="col">Project</th>
              <th scope="col">Model</th>
              <th scope="col" className="wo-right">
                New
              </th>
              <th scope="col" className="wo-right">
                Retired
              </th>
              <th scope="col" className="wo-right">
                Changed
              </th>
            </tr>
          </thead>
          <tbody>
            {touched.slice(0, 100).map(({ project, model, impact }, at) => (
              <tr key={at}>
                <td>{project}</td>
                <td>{model}</td>
                <td className="wo-right">{impact.added}</td>
                <td className="wo-right">{impact.retired}</td>
                <td className="wo-right">{impact.changed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {unread.length > 0 && (
        <Banner tone="warning">
          Not counted:
          <ul className="wo-plain-list">
            {unread.slice(0, 20).map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  );
}

export function PublishDialog({
  work,
  onClose,
}: {
  readonly work: Work;
  readonly onClose: () => void;
}): React.ReactElement {
  const { app, known, preview, drafts, onChanged } = work;
  const [stage, setStage] = React.useState<Stage>({ kind: 'measuring', done: 0, of: 0 });
  const gone = React.useRef(false);
  React.useEffect(() => {
    const progress = (done: number, of: number) => {
      if (!gone.current) setStage({ kind: 'measuring', done, of });
      return gone.current;
    };
    app.measure({ before: known.own.resolved.packages, after: preview.packages, progress }).then(
      (measured) => !gone.current && setStage({ kind: 'measured', measured }),
      (error: unknown) => !gone.current && setStage({ kind: 'failed', problem: sentenceOf(error) }),
    );
    return () => {
      gone.current = true;
    };
  }, [app, known, preview]);
  const { file } = preview;
  const publish = async (measured: Measured) => {
    if (!file) return;
    setStage({ kind: 'publishing', measured });
    try {
      const replaces = known.own.published.find(({ id }) => id === file.id)?.current.hash;
      await app.publish({ file, replaces });
      drafts.drop(work.id);
      await onChanged();
      onClose();
    } catch (error) {
      setStage({ kind: 'failed', problem: sentenceOf(error), measured });
    }
  };
  const measured = 'measured' in stage ? stage.measured : undefined;
  return (
    <ModalDialog
      title={`Publish ${file?.name ?? ''} ${file?.version ?? ''}`}
      wide="yes"
      onClose={stage.kind === 'publishing' ? () => undefined : onClose}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} disabled={stage.kind === 'publishing'} />
          <Button
            primary={true}
            text={stage.kind === 'publishing' ? 'Publishing…' : 'Publish to everybody'}
            disabled={!measured || stage.kind === 'publishing'}
            onClick={() => measured && void publish(measured)}
          />
        </>
      }
    >
      {stage.kind === 'failed' && <Banner tone="error">It was not published: {stage.problem}</Banner>}
      {stage.kind === 'measuring' && (
        <div className="wo-waiting">
          <Spinner
            size={SpinnerSize.large}
            label={
              stage.of > 0 ? `Looking at project ${stage.done + 1} of ${stage.of}…` : 'Looking at the models…'
            }
          />
        </div>
      )}
      {measured && <Figures measured={measured} work={work} />}
      <FailedExamples work={work} />
    </ModalDialog>
  );
}
