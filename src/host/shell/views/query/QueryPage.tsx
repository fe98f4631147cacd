/** A query, saved or of the address alone: its text, which can be changed, run and saved, and the items it found. */
import * as React from 'react';
import { changedQuery } from '../../page/navigation';
import { ShellLink } from '../../page/ShellLink';
import { mayChangeQuery } from '../../page/bootstrap';
import { useShell, type Shell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Icon } from '../../parts/Icon';
import { Loading } from '../../parts/Loading';
import { Notice } from '../../parts/Notice';
import { sentenceOf } from '../../rest/connection';
import type { Process } from '../../rest/process';
import type { QueryItem } from '../../rest/queries';
import { field, type WorkItem } from '../../rest/work-item';
import type { QueryColumn } from '../../rest/work-items';
import { More } from '../More';
import { Pivots } from '../Pivots';
import { ViewHeader } from '../ViewHeader';
import { ClauseEditor } from './ClauseEditor';
import { errorPlace, type ErrorPlace } from './error-place';
import { askName, foldersOf } from './NameForm';
import { queryMenu } from './QueryTree';
import { resultRows, type ResultRow } from './result-rows';
import { ResultTable } from './ResultTable';
import { addressOfQuery, attempt, toldQuery, useQueries } from './use-queries';

/** What is shown before a person wrote a query. */
const firstQuery = `SELECT [System.Id], [System.WorkItemType], [System.Title], [System.State], [System.AssignedTo], [System.IterationPath], [System.Tags]
FROM WorkItems
WHERE [System.TeamProject] = @project
ORDER BY [System.ChangedDate] DESC`;

/** More rows would only make the page slow: the count above them is still the true one. */
const shownRows = 1000;

interface Found {
  readonly process: Process;
  readonly total: number;
  readonly rows: readonly ResultRow[];
  readonly items: ReadonlyMap<number, WorkItem>;
  readonly columns: readonly QueryColumn[];
}

async function run(shell: Shell, wiql: string): Promise<Found> {
  const [process, answer] = await Promise.all([shell.process(), shell.workItems.ask(wiql)]);
  const all = resultRows(answer);
  const rows = all.slice(0, shownRows);
  const names = [field.type, field.title, ...answer.columns.map(({ referenceName }) => referenceName)];
  const ids = [...new Set(rows.map(({ id }) => id))];
  const items = await shell.workItems.read(ids, [...new Set(names)]);
  return {
    process,
    total: all.length,
    rows,
    items: new Map(items.map((item) => [item.id, item])),
    columns: answer.columns,
  };
}

interface ResultProps {
  readonly found: Found;
  readonly query: object;
  readonly reload: () => Promise<void>;
}

function Result({ found, query, reload }: ResultProps): JSX.Element {
  const { process, total, rows, items, columns } = found;
  if (total === 0) {
    return (
      <Notice kind="empty" title="No work item fits the query">
        Change the text above and run it again.
      </Notice>
    );
  }
  const cut = total > shownRows ? `, the first ${shownRows} are shown` : '';
  return (
    <React.Fragment>
      <p className="result-count secondary" role="status">
        {total} work {total === 1 ? 'item' : 'items'}
        {cut}
      </p>
      <ResultTable
        process={process}
        rows={rows}
        items={items}
        columns={columns}
        query={query}
        reload={reload}
      />
    </React.Fragment>
  );
}

interface QueryTextProps {
  readonly wiql: string;
  readonly saved: QueryItem | undefined;
  readonly runText: (text: string) => void;
  readonly onSaved: () => Promise<void>;
  /** What the server said of the text when it ran last. */
  readonly refused: string | undefined;
}

/** Where the error is, and the way there; nothing for an error that quotes no single place. */
function WrongPlace({
  place,
  area,
}: {
  readonly place: ErrorPlace;
  readonly area: React.RefObject<HTMLTextAreaElement>;
}): JSX.Element {
  function show(): void {
    area.current?.focus();
    area.current?.setSelectionRange(place.start, place.end);
  }
  return (
    <button type="button" className="link-button wrong-place" onClick={show}>
      <Icon name="error" /> The error is in line {place.line}, column {place.column}: show it
    </button>
  );
}

function QueryText({ wiql, saved, runText, onSaved, refused }: QueryTextProps): JSX.Element {
  const shell = useShell();
  const queries = useQueries();
  const [text, setText] = React.useState(wiql);
  const area = React.useRef<HTMLTextAreaElement>(null);
  const place = refused === undefined || text !== wiql ? undefined : errorPlace(text, refused);
  function submit(event: React.SyntheticEvent): void {
    event.preventDefault();
    runText(text);
  }
  async function save(): Promise<void> {
    if (saved && (await attempt(shell, () => queries.change(saved.id, { wiql: text })))) await onSaved();
  }
  async function saveAs(): Promise<void> {
    const folders = foldersOf((await queries.tree()).filter((root) => mayChangeQuery(shell.user, root)));
    askName(shell, 'Save query as', {
      name: saved?.name ?? '',
      folders,
      okText: 'Save',
      submit: (name, folder) =>
        attempt(shell, async () => {
          const made = await queries.create(folder, { name, wiql: text });
          shell.navigation.move(addressOfQuery(shell, made.id), 'push');
        }),
    });
  }
  return (
    <form className="query-text" onSubmit={submit}>
      <ClauseEditor text={text} change={setText} />
      <textarea
        ref={area}
        aria-label="Query in WIQL"
        aria-invalid={place !== undefined}
        rows={6}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && submit(event)}
      />
      {place && <WrongPlace place={place} area={area} />}
      <div className="query-commands">
        <button type="submit" className="button primary" title="Run the query (Control and Enter)">
          <Icon name="chevronRight" /> Run query
        </button>
        {saved && mayChangeQuery(shell.user, saved) && (
          <button type="button" className="button" disabled={text === saved.wiql} onClick={() => void save()}>
            <Icon name="save" /> Save query
          </button>
        )}
        <button type="button" className="button" onClick={() => void attempt(shell, saveAs)}>
          Save query as
        </button>
      </div>
    </form>
  );
}

interface OpenQueryProps {
  /** Undefined for a text in the address alone. */
  readonly saved: QueryItem | undefined;
  readonly onSaved: () => Promise<void>;
}

function OpenQuery({ saved, onSaved }: OpenQueryProps): JSX.Element {
  const shell = useShell();
  const { navigation } = shell;
  const { pathname, search } = navigation.current();
  const wiql = new URLSearchParams(search).get('wiql') ?? saved?.wiql ?? firstQuery;
  const read = React.useCallback(() => run(shell, wiql), [shell, wiql]);
  const load = useLoad(read);
  const found = load.loaded.status === 'ready' ? load.loaded.value : undefined;
  // The same value as long as the query is the same: a new one would be told to the tabs.
  const query = React.useMemo(() => toldQuery(saved, wiql), [saved, wiql]);
  const context = React.useMemo(() => ({ query, queryText: wiql }), [query, wiql]);
  function runText(text: string): void {
    if (text === wiql) void load.reload();
    else navigation.move(pathname + changedQuery(search, { wiql: text }), 'push');
  }
  async function saveDone(): Promise<void> {
    navigation.move(pathname + changedQuery(search, { wiql: undefined }), 'replace');
    await onSaved();
  }
  return (
    <div className="view">
      <ViewHeader title={saved?.name ?? 'Query'} icon="query">
        <ShellLink className="button subtle" path={['_queries', 'all']}>
          All queries
        </ShellLink>
        {saved && <More label="More of the query" targets={[queryMenu]} context={() => ({ query })} />}
        <More
          label="More of the result"
          targets={['ms.vss-work-web.work-item-query-results-toolbar-menu']}
          context={() => ({
            ...context,
            workItemIds: [...new Set((found?.rows ?? []).map(({ id }) => id))],
          })}
        />
      </ViewHeader>
      {/* Back and forward bring another text with them. */}
      <QueryText
        key={wiql}
        wiql={wiql}
        saved={saved}
        runText={runText}
        onSaved={saveDone}
        refused={load.loaded.status === 'failed' ? sentenceOf(load.loaded.problem) : undefined}
      />
      <Pivots
        label="Views of the query"
        target="ms.vss-work-web.query-tabs"
        own={[{ id: 'results', text: 'Results' }]}
        chosen="results"
        choose={() => navigation.move(pathname + changedQuery(search, { pane: undefined }), 'push')}
        context={context}
      >
        <Loading load={load} what="the result of the query">
          {(result) => <Result key={wiql} found={result} query={query} reload={load.reload} />}
        </Loading>
      </Pivots>
    </div>
  );
}

function SavedQuery({ id }: { readonly id: string }): JSX.Element {
  const queries = useQueries();
  const read = React.useCallback(() => queries.read(id), [queries, id]);
  const load = useLoad(read);
  return (
    <Loading load={load} what="the query">
      {(saved) =>
        saved.isFolder === true ? (
          <Notice kind="empty" title={saved.name}>
            This is a folder of queries, not a query.
          </Notice>
        ) : (
          <OpenQuery saved={saved} onSaved={load.reload} />
        )
      }
    </Loading>
  );
}

async function nothing(): Promise<void> {}

export function QueryPage({ id }: { readonly id: string | undefined }): JSX.Element {
  return id === undefined ? (
    <OpenQuery saved={undefined} onSaved={nothing} />
  ) : (
    <SavedQuery key={id} id={id} />
  );
}
