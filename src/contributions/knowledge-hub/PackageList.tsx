/** Which packages and overlays there are, whose they are, and what is wrong with them. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { OrganisationApp } from '../../app/organisation-app';
import type { PublishedFile } from '../../app/knowledge-store';
import { draftSize } from '../../core/kb/knowledge-draft';
import type { KnowledgePackage } from '../../core/kb/package';
import { changesOf } from '../../core/kb/resolve-knowledge';
import type { OwnReading } from '../../core/kb/resolve-knowledge';
import { Banner } from '../../ui/Banner';
import { dayOf } from '../../ui/day-of';
import { ModalDialog } from '../../ui/Layers';
import { counted, sentenceOf } from '../../ui/words';
import { AddPackage } from './AddPackage';
import { asPublishable } from './preview';
import { Lessons } from './Lessons';
import { ProblemList } from './ProblemList';
import type { Drafts, Known } from './use-knowledge';

export interface HubPartProps {
  readonly app: OrganisationApp;
  readonly known: Known;
  readonly drafts: Drafts;
  readonly onChanged: () => Promise<void>;
}

const whenAndWho = ({ current }: PublishedFile) =>
  `${current.version}, published ${dayOf(current.at)} by ${current.by}`;

function PackageRow(
  props: HubPartProps & { readonly known_: KnowledgePackage; readonly onOpen: (id: string) => void },
) {
  const { known_: known, drafts, onOpen } = props;
  const { own } = props.known;
  const mine = own.published.find(({ id }) => id === known.id);
  const changes = changesOf(own.resolved).filter((change) => change.package === known.id).length;
  const draft = draftSize(drafts.of(known.id));
  return (
    <tr>
      <td data-label="Package">
        <button type="button" className="wo-link wo-row-title" onClick={() => onOpen(known.id)}>
          {known.name}
        </button>
        <div className="wo-quiet">{known.id}</div>
      </td>
      <td data-label="Comes from">{mine ? `You: ${whenAndWho(mine)}` : `Without, ${known.version}`}</td>
      <td data-label="Threats" className="wo-right">
        {known.threats.length}
      </td>
      <td data-label="Mitigations" className="wo-right">
        {known.mitigations.length}
      </td>
      <td data-label="Security events" className="wo-right">
        {known.events.length}
      </td>
      <td data-label="Your changes">
        {changes > 0 ? counted(changes, 'change') : <span className="wo-quiet">none</span>}
        {draft > 0 && <strong> + {draft} not published</strong>}
      </td>
    </tr>
  );
}

interface Withdrawing {
  readonly file: PublishedFile;
  readonly busy: boolean;
  readonly problem?: string;
}

function WithdrawDialog(
  props: HubPartProps & { readonly file: PublishedFile; readonly onClose: () => void },
) {
  const [state, setState] = React.useState<Withdrawing>({ file: props.file, busy: false });
  const { file } = state;
  const withdraw = async () => {
    setState({ file, busy: true });
    try {
      await props.app.withdraw(file.id, file.current.hash);
      await props.onChanged();
      props.onClose();
    } catch (error) {
      setState({ file, busy: false, problem: sentenceOf(error) });
    }
  };
  return (
    <ModalDialog
      title={`Withdraw ${file.name}?`}
      onClose={props.onClose}
      footer={
        <>
          <Button text="Cancel" onClick={props.onClose} disabled={state.busy} />
          <Button text="Withdraw" danger={true} disabled={state.busy} onClick={() => void withdraw()} />
        </>
      }
    >
      {state.problem !== undefined && <Banner tone="error">{state.problem}</Banner>}
      <p>
        Nobody gets anything from it any more. Models keep the threats and mitigations that they have of it,
        with every decision; their next upgrade marks as stale what no longer matches.
      </p>
    </ModalDialog>
  );
}

function BackButton({
  file,
  app,
  onChanged,
}: Pick<HubPartProps, 'app' | 'onChanged'> & { readonly file: PublishedFile }) {
  const [state, setState] = React.useState<'idle' | 'busy' | string>('idle');
  const before = file.previous;
  const json = before && asPublishable(before.file);
  if (!before || !json) return null;
  const back = async () => {
    setState('busy');
    try {
      await app.publish({ file: json, replaces: file.current.hash });
      await onChanged();
      setState('idle');
    } catch (error) {
      setState(sentenceOf(error));
    }
  };
  return (
    <>
      {state !== 'idle' && state !== 'busy' && <Banner tone="error">{state}</Banner>}
      <Button text={`Back to ${before.version}`} disabled={state === 'busy'} onClick={() => void back()} />
    </>
  );
}

function OwnFile({
  file,
  reading,
  app,
  onChanged,
  onWithdraw,
}: Pick<HubPartProps, 'app' | 'onChanged'> & {
  readonly file: PublishedFile;
  readonly reading: OwnReading | undefined;
  readonly onWithdraw: () => void;
}) {
  const refused = reading?.kind === 'refused';
  return (
    <li className="wo-own-file">
      <div className="wo-own-head">
        <div>
          <strong>{file.name}</strong> <span className="wo-quiet">{file.id}</span>
          <div className="wo-quiet">
            {file.kind === 'overlay' ? 'Changes' : 'Package'} {whenAndWho(file)}
            {reading?.kind === 'overlay' && `: ${counted(reading.changes.length, 'change')}`}
          </div>
        </div>
        <div className="wo-own-head">
          <BackButton file={file} app={app} onChanged={onChanged} />
          <Button text="Withdraw…" onClick={onWithdraw} />
        </div>
      </div>
      {refused && (
        <Banner tone="error">
          It is not used, in no project, until this is mended:
          <ProblemList problems={reading.problems} />
        </Banner>
      )}
    </li>
  );
}

export function PackageList(
  props: HubPartProps & { readonly onOpen: (id: string) => void },
): React.ReactElement {
  const { own } = props.known;
  const [adding, setAdding] = React.useState(false);
  const [gone, setGone] = React.useState<PublishedFile | undefined>(undefined);
  return (
    <div className="wo-stack">
      <header className="wo-knowledge-head">
        <div>
          <h1>Threat knowledge</h1>
          <p className="wo-quiet">
            What the threat models of all projects get their threats and mitigations from. Change a package,
            try the change on examples and models, then publish it to everybody.
          </p>
        </div>
        <Button text="Add a package…" primary={true} onClick={() => setAdding(true)} />
      </header>
      <section className="wo-card wo-card-table" aria-label="Packages">
        <table className="wo-small-table wo-package-table">
          <thead>
            <tr>
              <th scope="col">Package</th>
              <th scope="col">Comes from</th>
              <th scope="col" className="wo-right">
                Threats
              </th>
              <th scope="col" className="wo-right">
                Mitigations
              </th>
              <th scope="col" className="wo-right">
                Security events
              </th>
              <th scope="col">Your changes</th>
            </tr>
          </thead>
          <tbody>
            {own.resolved.packages.map((each) => (
              <PackageRow key={each.id} {...props} known_={each} />
            ))}
          </tbody>
        </table>
      </section>
      <Lessons {...props} />
      {own.published.length > 0 && (
        <section className="wo-card" aria-labelledby="wo-published">
          <h2 id="wo-published">Published by your organisation</h2>
          <ul className="wo-own-files">
            {own.published.map((file, at) => (
              <OwnFile
                key={file.id}
                app={props.app}
                onChanged={props.onChanged}
                file={file}
                reading={own.resolved.own[at]}
                onWithdraw={() => setGone(file)}
              />
            ))}
          </ul>
        </section>
      )}
      <p className="wo-quiet wo-footnote">
        Every member of the organisation can read what is published here, and the store cannot keep anybody
        from writing. A model keeps what it uses, pinned by its content, and asks before it takes a change.
      </p>
      {adding && <AddPackage {...props} onOpen={props.onOpen} onClose={() => setAdding(false)} />}
      {gone && <WithdrawDialog {...props} file={gone} onClose={() => setGone(undefined)} />}
    </div>
  );
}
