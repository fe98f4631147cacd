/** A flat query: its text, which can be changed and run again, and the items it found. */
import * as React from 'react';
import { changedQuery } from '../../page/navigation';
import { useShell, type Shell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Icon } from '../../parts/Icon';
import { Loading } from '../../parts/Loading';
import { Notice } from '../../parts/Notice';
import type { Process } from '../../rest/process';
import { field, type WorkItem } from '../../rest/work-item';
import { More } from '../More';
import { Pivots } from '../Pivots';
import { ViewHeader } from '../ViewHeader';
import { ResultTable } from './ResultTable';

/** What is shown before a person wrote a query. */
const firstQuery = `SELECT [System.Id], [System.Title]
FROM WorkItems
WHERE [System.TeamProject] = @project
ORDER BY [System.ChangedDate] DESC`;

/** More rows would only make the page slow: the count above them is still the true one. */
const shownRows = 1000;
const fields = [field.type, field.title, field.state, field.iteration, field.assignedTo, field.tags];

type Found =
  | { readonly kind: 'links' }
  | {
      readonly kind: 'flat';
      readonly process: Process;
      readonly total: number;
      readonly items: readonly WorkItem[];
    };

async function run(shell: Shell, wiql: string): Promise<Found> {
  const [process, answer] = await Promise.all([shell.process(), shell.workItems.ask(wiql)]);
  if (answer.kind === 'links') return answer;
  const items = await shell.workItems.read(answer.ids.slice(0, shownRows), fields);
  return { kind: 'flat', process, total: answer.ids.length, items };
}

function Result({
  found,
  reload,
}: {
  readonly found: Found;
  readonly reload: () => Promise<void>;
}): JSX.Element {
  if (found.kind === 'links') {
    return (
      <Notice kind="empty" title="Only flat queries are shown here">
        This text asks for links between work items. Select FROM WorkItems to see a list.
      </Notice>
    );
  }
  if (found.total === 0) {
    return (
      <Notice kind="empty" title="No work item fits the query">
        Change the text above and run it again.
      </Notice>
    );
  }
  const cut = found.total > shownRows ? `, the first ${shownRows} are shown` : '';
  return (
    <React.Fragment>
      <p className="result-count secondary" role="status">
        {found.total} work {found.total === 1 ? 'item' : 'items'}
        {cut}
      </p>
      <ResultTable process={found.process} items={found.items} reload={reload} />
    </React.Fragment>
  );
}

interface QueryTextProps {
  readonly wiql: string;
  readonly runText: (text: string) => void;
}

function QueryText({ wiql, runText }: QueryTextProps): JSX.Element {
  const [text, setText] = React.useState(wiql);
  function submit(event: React.SyntheticEvent): void {
    event.preventDefault();
    runText(text);
  }
  return (
    <form className="query-text" onSubmit={submit}>
      <textarea
        aria-label="Query in WIQL"
        rows={6}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && submit(event)}
      />
      <button type="submit" className="button primary" title="Run the query (Control and Enter)">
        <Icon name="chevronRight" /> Run query
      </button>
    </form>
  );
}

export function QueryPage(): JSX.Element {
  const shell = useShell();
  const { navigation } = shell;
  const { pathname, search } = navigation.current();
  const wiql = new URLSearchParams(search).get('wiql') ?? firstQuery;
  const read = React.useCallback(() => run(shell, wiql), [shell, wiql]);
  const load = useLoad(read);
  const found = load.loaded.status === 'ready' ? load.loaded.value : undefined;
  // The same value as long as the query is the same: a new one would be told to the tabs.
  const context = React.useMemo(() => ({ query: { queryText: wiql, wiql }, queryText: wiql }), [wiql]);
  function runText(text: string): void {
    if (text === wiql) void load.reload();
    else navigation.move(pathname + changedQuery(search, { wiql: text }), 'push');
  }
  return (
    <div className="view">
      <ViewHeader title="Query" icon="query">
        <More
          label="More of the result"
          targets={['ms.vss-work-web.work-item-query-results-toolbar-menu']}
          context={() => ({
            ...context,
            workItemIds: found?.kind === 'flat' ? found.items.map(({ id }) => id) : [],
          })}
        />
      </ViewHeader>
      {/* Back and forward bring another text with them. */}
      <QueryText key={wiql} wiql={wiql} runText={runText} />
      <Pivots
        label="Views of the query"
        target="ms.vss-work-web.query-tabs"
        own={[{ id: 'results', text: 'Results' }]}
        chosen="results"
        choose={() => navigation.move(pathname + changedQuery(search, { pane: undefined }), 'push')}
        context={context}
      >
        <Loading load={load} what="the result of the query">
          {(result) => <Result found={result} reload={load.reload} />}
        </Loading>
      </Pivots>
    </div>
  );
}
