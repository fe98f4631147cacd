/** What is wrong with a model: edits not saved, read-only, parts that are left out, states that could not be asked. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { exportFileName } from '../../core/export/file-name';
import { leftOut, leftOutText } from '../../core/store/quarantine';
import { Banner } from '../../ui/Banner';
import { downloadText } from '../../ui/hand-over';
import { editsFile } from './kept-edits/edit-shelf';
import { useModelView } from './model-view';

/** More than anybody reads here; the file has them all. */
const shown = 100;

/** The content of what is left out, as a file. */
function DownloadLeftOut(): React.ReactElement | null {
  const { state } = useModelView();
  const { stored, problems, model } = state.opened;
  const parts = React.useMemo(() => leftOut(stored), [stored]);
  if (parts.length === 0) return null;
  const name = exportFileName(model.info.name, { ending: 'left-out.json' });
  return (
    <Button
      text="Download what was left out"
      onClick={() => downloadText(name, leftOutText(problems, parts))}
    />
  );
}

function NotSaved(): React.ReactElement | null {
  const { state, session, model } = useModelView();
  const { saving, kept } = state;
  if (saving.kind !== 'failed') return null;
  const download = () =>
    downloadText(exportFileName(model.info.name, editsFile), session.unsavedText() ?? '');
  return (
    <Banner
      tone="error"
      actions={
        <>
          {/* For a browser that keeps nothing: a file that the import opens again. */}
          {kept === 'page' && <Button text="Download my edits" onClick={download} />}
          <Button text="Retry" onClick={() => session.retry()} />
        </>
      }
    >
      Not saved: {saving.reason}{' '}
      {kept === 'browser'
        ? 'Your edits are kept in this browser, also when you close the page'
        : 'Your edits are kept on this page only, because this browser stores nothing for it'}
      {saving.waits ? ', and sent as soon as it works again.' : '.'}
    </Banner>
  );
}

export function Problems(): React.ReactElement {
  const { state, problem, look } = useModelView();
  const { problems, readOnly } = state.opened;
  return (
    <>
      {readOnly === undefined && <NotSaved />}
      {readOnly !== undefined && (
        <Banner tone="warning" actions={problems.length === 0 && <DownloadLeftOut />}>
          This model is read-only. {readOnly}
        </Banner>
      )}
      {problems.length > 0 && (
        <Banner tone="warning" actions={<DownloadLeftOut />}>
          <details>
            <summary>
              {problems.length === 1
                ? 'One stored part of this model could not be read. It is left out here and kept as it is.'
                : `${problems.length} stored parts of this model could not be read. They are left out here and kept as they are.`}
            </summary>
            <ul className="wo-plain-list">
              {problems.slice(0, shown).map((text, i) => (
                <li key={i}>{text}</li>
              ))}
            </ul>
          </details>
        </Banner>
      )}
      {problem !== undefined && (
        <Banner
          tone="warning"
          actions={
            <button className="wo-link" onClick={look}>
              Retry
            </button>
          }
        >
          The states of the work items could not be read: {problem}
        </Banner>
      )}
    </>
  );
}
