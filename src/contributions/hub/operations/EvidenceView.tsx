/** What the feed of alerts counted: over time, by event, by threat, and which probabilities to look at again. */
import * as React from 'react';
import { orderedEvents } from '../../../core/operate/coverage';
import { seenEvent, seenInAll, seenThreat } from '../../../core/operate/feed/evidence';
import type { Seen } from '../../../core/operate/feed/evidence';
import { openReviews } from '../../../core/operate/feed/review';
import { Choice } from '../../../ui/Choice';
import { counted, probabilityWords } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { EvidenceChart, spans } from './EvidenceChart';
import type { SpanName } from './EvidenceChart';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly kind: 'event' | 'threat';
  readonly seen: Seen;
}

function useRows(): readonly Row[] {
  const { app } = useHub();
  const { model } = useModelView();
  return React.useMemo(() => {
    const now = app.now();
    const row = (kind: Row['kind'], { id, title }: { id: string; title: string }, seen: Seen | undefined) =>
      seen ? [{ id, title, kind, seen }] : [];
    const rows: readonly Row[] = [
      ...orderedEvents(model).flatMap((event) => row('event', event, seenEvent(model, event.id, now))),
      ...[...model.threat.values()].flatMap((threat) =>
        row('threat', threat, seenThreat(model, threat.id, now)),
      ),
    ];
    return [...rows].sort((a, b) => b.seen.lately - a.seen.lately || b.seen.total - a.seen.total);
  }, [app, model]);
}

function Nothing(): React.ReactElement {
  return (
    <section className="wo-card wo-empty">
      <h2>Nothing was seen yet</h2>
      <p>
        Let a job hand the alerts of your monitoring to{' '}
        <code>npx without ingest FILE --org URL --project NAME</code> (- for what comes in): each is counted
        once at the event that it tells of. Then this page shows what happens, and which threats are more
        likely than the model says.
      </p>
    </section>
  );
}

function Reviews(): React.ReactElement | null {
  const { app, go } = useHub();
  const { model } = useModelView();
  const open = React.useMemo(() => openReviews(model, app.now()), [model, app]);
  if (open.length === 0) return null;
  return (
    <section className="wo-card" aria-labelledby="wo-reviews">
      <h2 id="wo-reviews">More likely than the model says?</h2>
      <ul className="wo-plain-list">
        {open.map(({ threat, review }) => (
          <li key={threat.id}>
            <button
              type="button"
              className="wo-link"
              onClick={() => go({ model: model.info.id, threat: threat.id })}
            >
              {threat.title}
            </button>{' '}
            <span className="wo-quiet">
              {counted(review.seen.lately, 'alert')} in 30 days: {probabilityWords[threat.probability.level]}{' '}
              to {probabilityWords[review.level]}?
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rows({
  rows,
  title,
  chosen,
  onChoose,
}: {
  readonly rows: readonly Row[];
  readonly title: string;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}): React.ReactElement {
  return (
    <table className="wo-small-table wo-seen-table">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className="wo-right">
            30 days
          </th>
          <th scope="col" className="wo-right">
            In all
          </th>
          <th scope="col">Last</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title: name, seen }) => (
          <tr key={id} className={id === chosen ? 'wo-ticked' : ''}>
            <td>
              <button
                type="button"
                className="wo-link wo-row-title"
                aria-pressed={id === chosen}
                onClick={() => onChoose(id === chosen ? '' : id)}
              >
                {name}
              </button>
            </td>
            <td className="wo-right">{seen.lately.toLocaleString('en')}</td>
            <td className="wo-right">{seen.total.toLocaleString('en')}</td>
            <td>{seen.last.slice(0, 10)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Chart({ rows, chosen }: { readonly rows: readonly Row[]; readonly chosen: string }) {
  const { app, go } = useHub();
  const { model } = useModelView();
  const [span, setSpan] = React.useState<SpanName>('month');
  const all = React.useMemo(() => seenInAll(model, app.now()), [model, app]);
  const row = rows.find(({ id }) => id === chosen);
  const seen = row?.seen ?? all;
  if (!seen) return null;
  const title = row?.title ?? `Alerts about ${model.info.name}`;
  return (
    <section className="wo-card" aria-labelledby="wo-evidence">
      <div className="wo-card-head">
        <h2 id="wo-evidence">{title}</h2>
        <div className="wo-buttons">
          {row && (
            <button
              type="button"
              className="wo-link"
              onClick={() => go({ model: model.info.id, [row.kind]: row.id })}
            >
              {row.kind === 'event' ? 'Open the event' : 'Open the threat'}
            </button>
          )}
          <Choice
            label="Time"
            value={span}
            options={(Object.keys(spans) as SpanName[]).map((value) => ({ value, label: spans[value].name }))}
            onChange={setSpan}
          />
        </div>
      </div>
      <EvidenceChart seen={seen} what={title} span={span} room="page" />
    </section>
  );
}

export function EvidenceView(): React.ReactElement {
  const rows = useRows();
  const [chosen, setChosen] = React.useState('');
  if (rows.length === 0) return <Nothing />;
  const of = (kind: Row['kind']) => rows.filter((row) => row.kind === kind);
  return (
    <>
      <Reviews />
      <Chart rows={rows} chosen={chosen} />
      <div className="wo-seen-pair">
        <div className="wo-card wo-card-table">
          <Rows rows={of('event')} title="Event" chosen={chosen} onChoose={setChosen} />
        </div>
        <div className="wo-card wo-card-table">
          <Rows rows={of('threat')} title="Threat" chosen={chosen} onChoose={setChosen} />
        </div>
      </div>
      <p className="wo-quiet wo-footnote">
        Days are those of UTC. An alert counts once, however often it is sent; at a threat count all events
        that tell of it.
      </p>
    </>
  );
}
