/** What the organisation changed in the package, published and drafted, with whose it is and why. */
import * as React from 'react';
import type { Operation } from '../../core/kb/overlay-schema';
import { changesOf } from '../../core/kb/resolve-knowledge';
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

function Drafted({ op }: { readonly op: Operation }) {
  const what =
    op.op === 'link'
      ? `${op.threat} with ${op.mitigation}`
      : op.op === 'add'
        ? `${typeWords[op.type]} ${String(op.value['name'] ?? op.value['label'] ?? op.value['text'] ?? op.value['id'])}`
        : `${typeWords[op.type]} ${op.id}`;
  const word = op.op === 'link' && op.remove ? 'Unlinked' : opWords[op.op];
  return (
    <li>
      <strong>{word}</strong> {what}
      {op.op === 'patch' && <span className="wo-quiet"> ({Object.keys(op.set).join(', ')})</span>}
      {op.because !== undefined && <span>: {op.because}</span>}
    </li>
  );
}

export function ChangeList({ work }: { readonly work: Work }): React.ReactElement {
  const published = changesOf(work.known.own.resolved).filter((each) => each.package === work.id);
  const drafted = work.drafts.of(work.id);
  const isOwn = work.known.own.published.some(({ id }) => id === work.id);
  return (
    <section className="wo-card" aria-label="Your changes">
      <h2>Not published</h2>
      {drafted.length === 0 && <p className="wo-quiet">Nothing waits to be published.</p>}
      <ul className="wo-plain-list">
        {drafted.map((op, at) => (
          <Drafted key={at} op={op} />
        ))}
      </ul>
      <h2>Published</h2>
      {published.length === 0 && (
        <p className="wo-quiet">
          {isOwn
            ? 'The package is yours: what is published of it is the package itself.'
            : 'Your organisation uses the package as it ships.'}
        </p>
      )}
      {published.length > 0 && <p className="wo-quiet">{counted(published.length, 'change')}</p>}
      <ul className="wo-plain-list">
        {published.map(({ op, type, id, what, because, overlayName, version }, at) => (
          <li key={at}>
            <strong>{opWords[op]}</strong> {typeWords[type]} {id}
            {what.length > 0 && <span className="wo-quiet"> ({what.join(', ')})</span>}
            {because !== '' && <span>: {because}</span>}
            <div className="wo-quiet">
              {overlayName} {version}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
