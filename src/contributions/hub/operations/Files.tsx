/** The files for operations: what each is for, a look into it, and all of them as one download. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { OperationsReading } from '../../../app/read-operations';
import { Banner } from '../../../ui/Banner';
import { counted, sentenceOf } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { useLoad } from '../use-load';
import { Failed, Waiting } from '../Waiting';
import { downloadZip } from './download-zip';

/** By the beginning of the path; the first that fits. */
const purposes: readonly (readonly [string, string, string])[] = [
  ['runbook.md', 'Runbook', 'What each alert means and what to do first, with the context of the model.'],
  ['audit-requirements.md', 'Audit requirements', 'What has to be logged, by whom and when, as a sheet.'],
  [
    'sentinel/',
    'Microsoft Sentinel',
    'Analytics rules as YAML for a repository, and one ARM template to deploy.',
  ],
  ['monitor/', 'Azure Monitor', 'Scheduled query alerts in Bicep.'],
  [
    'pictures/',
    'Pictures',
    'What each event strikes and what is reached from there; the runbook shows them.',
  ],
  ['kql/', 'Queries', 'Each event as a query in the Kusto Query Language.'],
  ['sigma/', 'Sigma', 'Rules and correlations for any other SIEM.'],
  ['log-contract/', 'Log contract', 'For the developers: a JSON Schema, and names as constants.'],
  ['', 'Index', 'Which rule belongs to which event and threat.'],
];

type OneFile = OperationsReading['files'][number];

function groupsOf(files: readonly OneFile[]) {
  return purposes
    .map(([start, name, purpose], place) => ({
      name,
      purpose,
      files: files.filter(
        ({ path }) =>
          purposes.findIndex(([each]) => path.startsWith(each)) === place && path.startsWith(start),
      ),
    }))
    .filter((group) => group.files.length > 0);
}

function Preview({ file }: { readonly file: OneFile }): React.ReactElement {
  return (
    <section className="wo-card wo-file-preview" aria-labelledby="wo-file-preview">
      <h2 id="wo-file-preview">
        <code>{file.path}</code>
      </h2>
      <pre tabIndex={0} aria-label={`Content of ${file.path}`}>
        {file.content}
      </pre>
    </section>
  );
}

function Loaded({ reading }: { readonly reading: OperationsReading }): React.ReactElement {
  const { files } = reading;
  const [path, setPath] = React.useState('runbook.md');
  const [problem, setProblem] = React.useState<string | undefined>(undefined);
  const shown = files.find((file) => file.path === path) ?? files[0];
  const events = files.filter((file) => file.path.startsWith('kql/')).length;
  const refused = files.filter((file) => file.path.endsWith('.not-made.txt')).length;
  const download = () => {
    setProblem(undefined);
    downloadZip(`${reading.name} operations`, files).catch((error: unknown) => setProblem(sentenceOf(error)));
  };
  return (
    <>
      {problem !== undefined && <Banner tone="error">The files could not be packed: {problem}</Banner>}
      {events === 0 && (
        <Banner tone="info">
          No event is selected yet, so these files hold no rules. Select events first.
        </Banner>
      )}
      {refused > 0 && (
        <Banner tone="warning">
          {counted(refused, 'rule')} could not be made, because a platform would refuse it: the files that end
          in <code>.not-made.txt</code> say which and what to do.
        </Banner>
      )}
      <div className="wo-files">
        <section className="wo-card" aria-labelledby="wo-files-list">
          <div className="wo-card-head">
            <h2 id="wo-files-list">{counted(files.length, 'file')}</h2>
            <Button primary={true} text="Download all (.zip)" onClick={download} />
          </div>
          {groupsOf(files).map((group) => (
            <div key={group.name} className="wo-file-group">
              <h3>{group.name}</h3>
              <p className="wo-quiet">{group.purpose}</p>
              <ul className="wo-plain-list">
                {group.files.map((file) => (
                  <li key={file.path}>
                    <button
                      type="button"
                      className="wo-link"
                      aria-current={file === shown ? 'true' : undefined}
                      onClick={() => setPath(file.path)}
                    >
                      {file.path}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
        {shown && <Preview file={shown} />}
      </div>
      <p className="wo-quiet wo-footnote">
        The same from the command line:{' '}
        <code>npx without export operations --org URL --project NAME --out DIR</code>. Two exports of one
        model are the same byte for byte.
      </p>
    </>
  );
}

export function Files(): React.ReactElement {
  const { app } = useHub();
  const { session, state, model } = useModelView();
  const { id } = model.info;
  // A person's last edits must be stored first: the files are made from what is stored.
  const { opened } = state;
  const read = React.useCallback(async () => {
    await session.idle();
    return app.readOperations(id);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `opened` changes when something was saved: read anew then
  }, [app, session, id, opened]);
  const [reading, again] = useLoad(read);
  if (reading.kind === 'loading') return <Waiting label="Making the files…" />;
  if (reading.kind === 'failed') return <Failed reason={reading.reason} onRetry={again} />;
  return <Loaded reading={reading.value} />;
}
