/** What the organisation changed in a package: in the draft, and published, each with its reason and a way back. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { entryIn, operationName, overlayIdOf } from '../../core/kb/knowledge-draft';
import type { LocalChange } from '../../core/kb/package';
import { entryTypes, listOf } from '../../core/kb/overlay-schema';
import type { EntryType, Operation } from '../../core/kb/overlay-schema';
import { counted } from '../../ui/words';
import type { Work } from './PackageScreen';

const typeWords = {
  threat: 'threat',
  mitigation: 'mitigation',
  question: 'question',
  event: 'event',
  property: 'property',
  entityType: 'kind of thing',
} as const;
const opWords = { patch: 'Changed', add: 'Added', disable: 'Disabled', link: 'Linked' } as const;

type Json = Readonly<Record<string, unknown>> | undefined;
const nameIn = (entry: Json) => entry?.['name'] ?? entry?.['label'] ?? entry?.['text'];
/** As people call it: in the package as it is, or as it ships when it is disabled. */
function entryName(work: Work, type: EntryType, id: string): string {
  const shipped = work.known.own.shipped.find((each) => each.id === work.id);
  const found = [work.package, shipped].map((each) => each && nameIn(entryIn(each.file, listOf[type], id)));
  return String(found.find((each) => each !== undefined) ?? id);
}
const plain = (reference: string) => reference.slice(reference.indexOf(':') + 1);

function draftedText(work: Work, op: Operation): string {
  if (op.op === 'link') {
    const threat = entryName(work, 'threat', plain(op.threat));
    return `“${threat}” with “${entryName(work, 'mitigation', plain(op.mitigation))}”`;
  }
  const name = op.op === 'add' ? String(nameIn(op.value) ?? op.value['id']) : entryName(work, op.type, op.id);
  return `${typeWords[op.type]} “${name}”`;
}

/** Of an operationName: `threat a`, or `link a b`. */
function takenText(work: Work, name: string): string {
  const [kind, first = '', second = ''] = name.split(' ');
  const type = kind === 'link' ? 'threat' : entryTypes.find((each) => each === kind);
  if (!type) return name;
  const entry = `${typeWords[type]} “${entryName(work, type, first)}”`;
  return kind === 'link' ? `${entry} with “${entryName(work, 'mitigation', second)}”` : entry;
}

const nameOfChange = ({ op, type, id, what }: LocalChange) =>
  op === 'link' ? `link ${plain(id)} ${plain(what[0] ?? '')}` : `${type} ${plain(id)}`;

function Line(props: {
  readonly word: string;
  readonly text: string;
  readonly because: string | undefined;
  readonly back: (() => void) | undefined;
  readonly backWord?: string;
  readonly children?: React.ReactNode;
}): React.ReactElement {
  const { word, text, because = '', back, backWord = 'Take back', children } = props;
  return (
    <li className="wo-change-line">
      <div>
        <strong>{word}</strong> {text}
        {because !== '' && <span className="wo-quiet">: {because}</span>}
        {children}
      </div>
      {back && (
        <Button subtle={true} text={backWord} ariaLabel={`${backWord}: ${word} ${text}`} onClick={back} />
      )}
    </li>
  );
}

function Drafted({ work }: { readonly work: Work }): React.ReactElement {
  const { ops, takenBack = [], facts } = work.drafts.of(work.id);
  const less = (name: string) => () => work.drafts.without(work.id, name);
  if (ops.length + takenBack.length === 0 && !facts) return <p className="wo-quiet">Nothing.</p>;
  return (
    <ul className="wo-plain-list">
      {facts && <Line word="Changed" text="what the package says of itself" because="" back={undefined} />}
      {takenBack.map((name) => (
        <Line
          key={name}
          word="Taken back"
          text={takenText(work, name)}
          because=""
          back={less(name)}
          backWord="Leave it"
        />
      ))}
      {ops.map((op) => (
        <Line
          key={operationName(op)}
          word={op.op === 'link' && op.remove ? 'Unlinked' : opWords[op.op]}
          text={draftedText(work, op)}
          because={op.because}
          back={less(operationName(op))}
        />
      ))}
    </ul>
  );
}

function Published({ work }: { readonly work: Work }): React.ReactElement {
  const known = work.known.own.resolved.packages.find(({ id }) => id === work.id);
  const published = known?.localChanges ?? [];
  const isOwn = work.known.own.published.some(({ id }) => id === work.id);
  const gone = new Set(work.drafts.of(work.id).takenBack);
  if (published.length === 0)
    return (
      <p className="wo-quiet">
        {isOwn
          ? 'The package is yours: what is published of it is the package itself.'
          : 'Your organisation uses the package as it ships.'}
      </p>
    );
  return (
    <>
      <p className="wo-quiet">{counted(published.length, 'change')}</p>
      <ul className="wo-plain-list">
        {published.map((change, at) => {
          const { op, type, id, what, because, overlay, overlayName, version } = change;
          const name = nameOfChange(change);
          const isOurs = overlay === overlayIdOf(work.id);
          const keys = op === 'link' ? ` with “${entryName(work, 'mitigation', plain(what[0] ?? ''))}”` : '';
          return (
            <Line
              key={at}
              word={opWords[op]}
              text={`${typeWords[type]} “${entryName(work, type, plain(id))}”${keys}`}
              because={because}
              back={
                isOurs && !gone.has(name) ? () => work.drafts.add(work.id, { takenBack: [name] }) : undefined
              }
            >
              <div className="wo-quiet">
                {op === 'patch' && what.length > 0 && `${what.join(', ')}; `}
                {overlayName} {version}
                {gone.has(name) && ', taken back in the draft'}
              </div>
            </Line>
          );
        })}
      </ul>
    </>
  );
}

export function ChangeList({ work }: { readonly work: Work }): React.ReactElement {
  return (
    <section className="wo-card" aria-label="Your changes">
      <h2>Not published</h2>
      <Drafted work={work} />
      <h2>Published</h2>
      <Published work={work} />
    </section>
  );
}
