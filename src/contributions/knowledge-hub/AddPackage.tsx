/** A package of one's own: empty, from a template of another tool, or from a file; looked at before it is published. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { newPackage } from '../../core/kb/knowledge-draft';
import type { PublishableFile } from '../../core/kb/knowledge-draft';
import type { Problem } from '../../core/kb/problem';
import type { NotTaken } from '../../core/model/model';
import { Banner } from '../../ui/Banner';
import { Field, useFieldId } from '../../ui/Field';
import { ModalDialog } from '../../ui/Layers';
import { counted, sentenceOf } from '../../ui/words';
import type { HubPartProps } from './PackageList';
import { asPublishable, previewFile, unnamedReason } from './preview';
import { ProblemList } from './ProblemList';
import { idFrom } from './threat-form';

interface Candidate {
  readonly file: PublishableFile;
  readonly notTaken: readonly NotTaken[];
}

function bytesOf(file: File): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve(new Uint8Array(reader.result instanceof ArrayBuffer ? reader.result : new ArrayBuffer(0)));
    reader.onerror = () => reject(new Error('This file could not be read from your disk.'));
    reader.readAsArrayBuffer(file);
  });
}

/** A file of ours is JSON; anything else is asked of the importers. Rejects with a sentence. */
async function candidateOf(file: File, app: HubPartProps['app']): Promise<Candidate> {
  const bytes = await bytesOf(file);
  if (file.name.toLowerCase().endsWith('.json')) {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const made = asPublishable(json);
    if (made) return { file: made, notTaken: [] };
    throw new Error(unnamedReason(json));
  }
  const found = app.readTemplate(file.name, bytes);
  if (found.kind === 'refused') throw new Error(found.reason);
  if (found.kind === 'none') throw new Error('This model brings no rules of its own.');
  const made = asPublishable(found.file);
  if (!made) throw new Error('This template could not be made into a package.');
  return { file: made, notTaken: found.notTaken };
}

const countOf = (file: PublishableFile, list: string) =>
  Array.isArray(file[list]) ? (file[list] as unknown[]).length : 0;

function Looked({
  candidate,
  problems,
}: {
  readonly candidate: Candidate;
  readonly problems: readonly Problem[];
}) {
  const { file, notTaken } = candidate;
  const counts =
    file.kind === 'overlay'
      ? counted(countOf(file, 'ops'), 'change')
      : `${counted(countOf(file, 'threats'), 'threat')}, ${counted(countOf(file, 'mitigations'), 'mitigation')}, ${counted(countOf(file, 'questions'), 'question')}`;
  return (
    <>
      <p>
        <strong>{file.name}</strong>{' '}
        <span className="wo-quiet">
          {file.id} {file.version}
        </span>
        : {counts}.
      </p>
      {problems.length > 0 && (
        <Banner tone="error">
          It is refused as a whole:
          <ProblemList problems={problems} />
        </Banner>
      )}
      {notTaken.length > 0 && (
        <>
          <h3>Not taken over</h3>
          <ul className="wo-plain-list">
            {notTaken.map(({ what, count, why }) => (
              <li key={`${what} ${why}`}>
                {count} {what}: <span className="wo-quiet">{why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Chooser({ label, onFile }: { readonly label: string; readonly onFile: (file: File) => void }) {
  const id = useFieldId();
  return (
    <div className="wo-file-box">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        className="wo-file-input"
        accept=".tb7,.tmt,.tm,.tm7,.json,.xml"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <span className="wo-quiet">
        A template of the Microsoft Threat Modeling Tool (.tb7) or Threats Manager (.tmt), the rules inside
        their models, or a package or overlay as JSON
      </span>
    </div>
  );
}

export function AddPackage(
  props: HubPartProps & { readonly onOpen: (id: string) => void; readonly onClose: () => void },
): React.ReactElement {
  const { app, onOpen, onClose, onChanged } = props;
  const { own } = props.known;
  const [name, setName] = React.useState('');
  const [candidate, setCandidate] = React.useState<Candidate | undefined>(undefined);
  const [problem, setProblem] = React.useState<string | undefined>(undefined);
  const [busy, setBusy] = React.useState(false);
  const preview = React.useMemo(() => candidate && previewFile(own, candidate.file), [own, candidate]);
  const choose = async (file: File) => {
    setProblem(undefined);
    setCandidate(undefined);
    try {
      setCandidate(await candidateOf(file, app));
    } catch (error) {
      setProblem(
        error instanceof SyntaxError ? 'This file is no JSON, so it cannot be read.' : sentenceOf(error),
      );
    }
  };
  const publish = async () => {
    const core = own.shipped.filter(({ id: each }) => each === 'without.core');
    const taken = new Set(own.published.map((each) => each.id));
    const file = candidate?.file ?? newPackage(`own.${idFrom(name, new Set())}`, name.trim(), core);
    const there = own.published.find((each) => each.id === file.id);
    if (!candidate && taken.has(file.id)) return setProblem('You have a package of this name.');
    setBusy(true);
    try {
      await app.publish({ file, replaces: there?.current.hash });
      await onChanged();
      onClose();
      // An empty package is there to be filled; what came from a file may first be looked at in the list.
      if (!candidate) onOpen(file.id);
    } catch (error) {
      setBusy(false);
      setProblem(sentenceOf(error));
    }
  };
  const ready = candidate ? preview?.problems.length === 0 : name.trim() !== '';
  return (
    <ModalDialog
      title="Add a package"
      wide="yes"
      onClose={onClose}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} disabled={busy} />
          <Button
            primary={true}
            text={candidate ? 'Publish' : 'Create'}
            disabled={!ready || busy}
            onClick={() => void publish()}
          />
        </>
      }
    >
      {problem !== undefined && <Banner tone="error">{problem}</Banner>}
      {candidate && preview ? (
        <Looked candidate={candidate} problems={preview.problems} />
      ) : (
        <>
          <Field
            label="Name of a new, empty package"
            value={name}
            onChange={setName}
            maxLength={100}
            focusFirst="yes"
          />
          <p className="wo-quiet">or</p>
        </>
      )}
      <Chooser
        label={candidate ? 'Choose another file' : 'Take a file'}
        onFile={(file) => void choose(file)}
      />
    </ModalDialog>
  );
}
