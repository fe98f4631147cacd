/** The pane beside a backlog: the advice on the story that is selected there. */
import * as React from 'react';
import type { App } from '../../app/app';
import { adviseStory } from '../../core/advice/story-advice';
import { iterationAt } from '../../core/alignment/iterations';
import type { AlignmentReading } from '../../app/read-alignment';
import { Button } from 'azure-devops-ui/Button';
import { Pill } from '../../ui/Marks';
import { points } from '../../ui/words';
import { MitigationLines } from '../tab-parts/advice/MitigationLines';
import { Promises } from '../tab-parts/advice/StoryCard';
import { WarningList } from '../tab-parts/advice/WarningList';
import { DeskContext, useReach } from '../tab-parts/desk-context';
import { ItemLink } from '../tab-parts/ItemLink';
import { Notices } from '../tab-parts/Notices';
import { SavingMark } from '../tab-parts/SavingMark';
import type { TabPage } from '../tab-parts/tab-page';
import { Empty, NoModel, TabFrame } from '../tab-parts/TabFrame';
import { useDesk, usePerform } from '../tab-parts/use-desk';
import type { Selection } from './selection';

export interface BacklogPaneProps {
  readonly app: App;
  readonly page: TabPage;
  readonly selection: Selection;
}

function useSelection(selection: Selection): readonly number[] {
  const [numbers, setNumbers] = React.useState(selection.current);
  React.useEffect(() => {
    const show = () => setNumbers(selection.current);
    show();
    return selection.subscribe(show);
  }, [selection]);
  return numbers;
}

function Story({ number }: { readonly number: number }): React.ReactElement {
  const { picture, desk } = useReach();
  const story = picture.stories.get(number);
  const advice = React.useMemo(() => {
    if (!story) return undefined;
    // Work goes where the story is planned.
    const sprint = iterationAt(picture, story.item.iterationPath);
    return { sprint, of: adviseStory({ ...picture, sprint }, story) };
  }, [picture, story]);
  if (!story || !advice) {
    return (
      <Empty title="No story is selected">
        Advice is given on stories. #{number} is none, or it is removed, or you may not read it.
      </Empty>
    );
  }
  const { sprint, of } = advice;
  const says = of.threats.length > 0 || of.looseClauses.length > 0;
  return (
    <>
      <header className="wo-pane-head">
        <h1>
          <ItemLink id={story.item.id} title={story.item.title} />
        </h1>
        <div className="wo-pane-facts">
          <Pill>{story.item.state}</Pill>
          <span className="wo-quiet">{sprint ? sprint.name : 'In no sprint yet'}</span>
          {says && <span className="wo-quiet wo-number">{points(of.risk)} points of risk</span>}
          <SavingMark />
          <Button subtle={true} text="Refresh" onClick={() => void desk.refresh()} />
        </div>
      </header>
      <WarningList warnings={of.warnings} />
      {says ? (
        <div className="wo-pane-body">
          <section aria-label="What it promises, and what threatens that">
            <h2>What must not happen</h2>
            <Promises advice={of} />
          </section>
          <section aria-label="Mitigations">
            <h2>What helps</h2>
            <MitigationLines advice={of} sprint={sprint} />
          </section>
        </div>
      ) : (
        <p className="wo-quiet wo-pane-silent">
          The story has no WITHOUT clause, and no threat is linked to it. The tab “Security alignment” helps
          with both.
        </p>
      )}
    </>
  );
}

function PaneDesk(props: BacklogPaneProps & { readonly reading: AlignmentReading }): React.ReactElement {
  const { app, page, reading, selection } = props;
  const [desk, state] = useDesk(app, reading);
  const { perform, busy } = usePerform(page);
  const { picture, saving } = state;
  const numbers = useSelection(selection);
  const reach = React.useMemo(
    () => ({ app, page, desk, picture, saving, perform, busy }),
    [app, page, desk, picture, saving, perform, busy],
  );
  const [first, second] = numbers;
  const isBare = picture.models.length === 0 && state.problems.length === 0;
  return (
    <DeskContext.Provider value={reach}>
      <Notices desk={desk} state={state} />
      {(isBare || numbers.length !== 1) && <h1 className="wo-hidden">Security of the selected story</h1>}
      {isBare && <NoModel onHub={() => page.goToHub()} />}
      {!isBare && first === undefined && (
        <Empty title="Select a story">Then this pane says what threatens it, and what would help.</Empty>
      )}
      {!isBare && first !== undefined && second !== undefined && (
        <Empty title="Several rows are selected">Select one story to see what threatens it.</Empty>
      )}
      {!isBare && first !== undefined && second === undefined && <Story key={first} number={first} />}
    </DeskContext.Provider>
  );
}

type Load =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'loaded'; readonly reading: AlignmentReading };

export function BacklogPane(props: BacklogPaneProps): React.ReactElement {
  const { app } = props;
  const [load, setLoad] = React.useState<Load>({ kind: 'loading' });
  const [turn, setTurn] = React.useState(0);
  React.useEffect(() => {
    let current = true;
    setLoad({ kind: 'loading' });
    app.readAlignment().then(
      (reading) => current && setLoad({ kind: 'loaded', reading }),
      (error: unknown) =>
        current &&
        setLoad({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      current = false;
    };
  }, [app, turn]);
  return (
    <TabFrame>
      <div className="wo-pane">
        {load.kind === 'loading' && <p role="status">Reading the stories and the threat models…</p>}
        {load.kind === 'failed' && (
          <div role="alert">
            <p>{load.reason}</p>
            <Button text="Retry" onClick={() => setTurn((before) => before + 1)} />
          </div>
        )}
        {load.kind === 'loaded' && <PaneDesk {...props} reading={load.reading} />}
      </div>
    </TabFrame>
  );
}
