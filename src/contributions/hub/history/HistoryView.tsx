/** Who changed what and when; the difference between two moments; the way back. */
import * as React from 'react';
import { Choice } from '../../../ui/Choice';
import { SearchBox } from '../../../ui/SearchBox';
import { counted } from '../../../ui/words';
import { useModelView } from '../model-view';
import { Failed, Waiting } from '../Waiting';
import { Compare } from './Compare';
import type { Moments } from './Compare';
import { dayOf, historyDays, timeOf, whoOf } from './history-days';
import type { HistoryFilter, Line, Stretch } from './history-days';
import { useHistory } from './use-history';
import type { History } from './use-history';

const shownSentences = 4;
const shownDays = 30;

function Sentences({ sentences }: { readonly sentences: readonly string[] }): React.ReactElement {
  const [first, rest] = [sentences.slice(0, shownSentences), sentences.slice(shownSentences)];
  return (
    <>
      <ul className="wo-plain-list">
        {first.map((each, at) => (
          <li key={at}>{each}</li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{counted(rest.length, 'more change')}</summary>
          <ul className="wo-plain-list">
            {rest.slice(0, 500).map((each, at) => (
              <li key={at}>{each}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function LineRow(props: { readonly line: Line; readonly onCompare: (index: number) => void }) {
  const { entry, index, sentences } = props.line;
  return (
    <li className="wo-history-line">
      <time dateTime={entry.at} className="wo-quiet">
        {timeOf(entry.at)}
      </time>
      <div className="wo-history-said">
        <Sentences sentences={sentences} />
      </div>
      <button
        type="button"
        className="wo-link"
        aria-label={`Difference since before ${timeOf(entry.at)}, ${dayOf(entry.at)}`}
        onClick={() => props.onCompare(index + 1)}
      >
        Since then…
      </button>
    </li>
  );
}

function StretchRows(props: { readonly stretch: Stretch; readonly onCompare: (index: number) => void }) {
  const { who, lines } = props.stretch;
  return (
    <section className="wo-history-stretch" aria-label={who}>
      <h3>{who}</h3>
      <ol className="wo-history-lines">
        {lines.map((line) => (
          <LineRow key={line.entry.id} line={line} onCompare={props.onCompare} />
        ))}
      </ol>
    </section>
  );
}

function Timeline(props: { readonly history: History; readonly onCompare: (index: number) => void }) {
  const { entries, model } = props.history;
  const [filter, setFilter] = React.useState<HistoryFilter>({ person: '', text: '' });
  const days = React.useMemo(() => historyDays(model, entries, filter), [model, entries, filter]);
  const people = [...new Set(entries.map(whoOf))].sort();
  const options = [
    { value: '', label: 'Everybody' },
    ...people.map((name) => ({ value: name, label: name })),
  ];
  return (
    <section className="wo-card" aria-labelledby="wo-history-title">
      <div className="wo-card-head">
        <h2 id="wo-history-title">What changed</h2>
        {entries.length > 0 && (
          <div className="wo-toolbar">
            <SearchBox
              label="Find a change"
              value={filter.text}
              onChange={(text) => setFilter({ ...filter, text })}
            />
            <Choice
              label="Whose changes"
              value={filter.person}
              options={options}
              onChange={(person) => setFilter({ ...filter, person })}
            />
          </div>
        )}
      </div>
      {days.length === 0 && (
        <p className="wo-quiet">
          {entries.length === 0
            ? 'No change has been noted yet. From now on every save is kept here: what changed, by whom, and when.'
            : 'Nothing fits this filter.'}
        </p>
      )}
      {days.slice(0, shownDays).map((day) => (
        <div key={day.name} className="wo-history-day">
          <h3 className="wo-history-date">{day.name}</h3>
          {day.stretches.map((stretch) => (
            <StretchRows key={stretch.lines[0]?.entry.id} stretch={stretch} onCompare={props.onCompare} />
          ))}
        </div>
      ))}
      {days.length > shownDays && (
        <p className="wo-quiet">{counted(days.length - shownDays, 'older day')} not shown: find a change.</p>
      )}
      <p className="wo-footnote wo-quiet">
        The model was made on {dayOf(model.info.created)}. Names and times are what the pages that saved said:
        the store of extensions records no author, and any member of the organisation can write there.
      </p>
    </section>
  );
}

function Loaded({ history }: { readonly history: History }): React.ReactElement {
  const [moments, setMoments] = React.useState<Moments | undefined>(undefined);
  const heading = React.useRef<HTMLDivElement>(null);
  const compare = (from: number) => {
    setMoments({ from, to: 0 });
    heading.current?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      {history.entries.length > 0 && (
        <div ref={heading}>
          <Compare history={history} moments={moments} onMoments={setMoments} />
        </div>
      )}
      <Timeline history={history} onCompare={compare} />
    </>
  );
}

export default function HistoryView(): React.ReactElement {
  const [load, again] = useHistory();
  const { model } = useModelView();
  return (
    <div className="wo-stack" key={model.info.id}>
      {load.kind === 'loading' && <Waiting label="Reading the history…" />}
      {load.kind === 'failed' && <Failed reason={load.reason} onRetry={again} />}
      {load.kind === 'loaded' && <Loaded history={load.history} />}
    </div>
  );
}
