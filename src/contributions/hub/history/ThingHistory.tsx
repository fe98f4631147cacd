/** What changed at one thing of the model and at what hangs on it, the newest first. Read when it is opened. */
import * as React from 'react';
import type { Model } from '../../../core/model/model';
import type { HistoryEntry } from '../../../core/history/note';
import { sentenceOf } from '../../../ui/words';
import { useHub } from '../hub-context';
import { useModelView } from '../model-view';
import { useOpened } from '../use-opened';
import { sentencesOf, spokenNote } from './change-words';
import { dayOf, timeOf, whoOf } from './history-days';

const shown = 20;

type Reading = readonly HistoryEntry[] | 'reading' | { readonly problem: string };

function linesOf(model: Model, entries: readonly HistoryEntry[], ids: ReadonlySet<string>) {
  return entries.flatMap((entry) => {
    const own = entry.changes.filter(({ id }) => ids.has(id));
    const sentences = own.flatMap((change) => sentencesOf(model, spokenNote(model, change)));
    return sentences.length > 0 ? [{ entry, sentences }] : [];
  });
}

function Read({ ids }: { readonly ids: ReadonlySet<string> }): React.ReactElement {
  const { app } = useHub();
  const { model } = useModelView();
  const [reading, setReading] = React.useState<Reading>('reading');
  const { id } = model.info;
  React.useEffect(() => {
    let current = true;
    app.readHistory(id).then(
      (entries) => current && setReading(entries),
      (error: unknown) => current && setReading({ problem: sentenceOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [app, id]);
  if (reading === 'reading') return <p className="wo-quiet">Reading…</p>;
  if ('problem' in reading) return <p role="alert">{reading.problem}</p>;
  const lines = linesOf(model, reading, ids);
  return (
    <ul className="wo-plain-list">
      {lines.length === 0 && <li className="wo-quiet">Nothing is noted about it.</li>}
      {lines.slice(0, shown).map(({ entry, sentences }) => (
        <li key={entry.id}>
          <span className="wo-quiet">
            {dayOf(entry.at)}, {timeOf(entry.at)}, {whoOf(entry)}:
          </span>{' '}
          {sentences.join('; ')}
        </li>
      ))}
    </ul>
  );
}

export default function ThingHistory({ ids }: { readonly ids: readonly string[] }): React.ReactElement {
  const [open, onToggle] = useOpened();
  const known = ids.join();
  const set = React.useMemo(() => new Set(known.split(',')), [known]);
  return (
    <section className="wo-section" aria-label="History">
      <details onToggle={onToggle}>
        <summary>History</summary>
        {open && <Read ids={set} />}
      </details>
    </section>
  );
}
