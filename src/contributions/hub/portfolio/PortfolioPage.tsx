/** The threat models of all projects, for the security team: which of them needs it first, and why. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { Portfolio } from '../../../app/read-portfolio';
import { Banner } from '../../../ui/Banner';
import { Choice } from '../../../ui/Choice';
import { BackIcon } from '../../../ui/icons';
import { SearchBox } from '../../../ui/SearchBox';
import { counted } from '../../../ui/words';
import { useHub } from '../hub-context';
import { Failed } from '../Waiting';
import { asShow, showOptions, shownRows } from './portfolio-rows';
import { PortfolioTable } from './PortfolioTable';
import { usePortfolio } from './use-portfolio';
import './portfolio.css';

function Empty(): React.ReactElement {
  return (
    <section className="wo-card wo-empty">
      <h2>No threat model in any project</h2>
      <p>
        As soon as a project has a threat model, it stands here with its review, its risk and what nobody has
        decided yet. The models that need the security team first stand at the top.
      </p>
    </section>
  );
}

function Unread({ sentences }: { readonly sentences: readonly string[] }): React.ReactElement | null {
  if (sentences.length === 0) return null;
  return (
    <Banner tone="warning">
      <details>
        <summary>
          {counted(sentences.length, 'place')} could not be read. What is below is without{' '}
          {sentences.length === 1 ? 'it' : 'them'}.
        </summary>
        <ul className="wo-plain-list">
          {sentences.map((sentence, at) => (
            <li key={at}>{sentence}</li>
          ))}
        </ul>
      </details>
    </Banner>
  );
}

function Progress({ known }: { readonly known: Portfolio }): React.ReactElement {
  const words =
    known.of === 0 ? 'Asking for the projects…' : `Looked at ${known.looked} of ${known.of} projects…`;
  return (
    <div className="wo-portfolio-progress">
      <progress aria-label="Projects looked at" max={Math.max(1, known.of)} value={known.looked} />
      <span role="status" className="wo-quiet">
        {words}
      </span>
    </div>
  );
}

function Found({ known, done }: { readonly known: Portfolio; readonly done: boolean }): React.ReactElement {
  const { query, go } = useHub();
  const [text, setText] = React.useState('');
  const show = asShow(query['show']);
  const rows = React.useMemo(() => shownRows(known.rows, { show, text }), [known.rows, show, text]);
  if (done && known.rows.length === 0) return known.unread.length > 0 ? <></> : <Empty />;
  return (
    <>
      <div className="wo-toolbar">
        <SearchBox label="Filter by model or project" value={text} onChange={setText} />
        <Choice
          label="Show"
          value={show}
          options={showOptions}
          onChange={(next) => go({ page: 'portfolio', ...(next === 'all' ? {} : { show: next }) })}
        />
        {done && (
          <span role="status" className="wo-quiet wo-toolbar-count">
            {rows.length === known.rows.length
              ? `${counted(rows.length, 'model')} in ${counted(known.of, 'project')}`
              : `${rows.length} of ${counted(known.rows.length, 'model')}`}
          </span>
        )}
      </div>
      {rows.length > 0 && <PortfolioTable rows={rows} />}
      {done && rows.length === 0 && (
        <section className="wo-card wo-empty">
          <h2>No model is like that</h2>
          <p>Change the filter to see the others.</p>
        </section>
      )}
    </>
  );
}

export default function PortfolioPage({ onLeave }: { readonly onLeave: () => void }): React.ReactElement {
  const [reading, again] = usePortfolio();
  return (
    <>
      <header className="wo-header">
        <div className="wo-header-main">
          <button type="button" className="wo-link wo-crumb" onClick={onLeave}>
            <BackIcon /> All threat models
          </button>
          <h1>Portfolio</h1>
          <p className="wo-quiet wo-portfolio-about">
            The threat models of all projects that you may see. What needs the security team first stands at
            the top.
          </p>
        </div>
        <Button text="Look again" disabled={reading.kind === 'reading'} onClick={again} />
      </header>
      <div className="wo-content">
        {reading.kind === 'failed' ? (
          <Failed reason={reading.reason} onRetry={again} />
        ) : (
          <div className="wo-portfolio">
            {reading.kind === 'reading' && <Progress known={reading.known} />}
            <Unread sentences={reading.known.unread} />
            <Found known={reading.known} done={reading.kind === 'done'} />
          </div>
        )}
      </div>
    </>
  );
}
