/**
 * The panel about one work item, beside a backlog and over every board, list and taskboard: a story with what helps it,
 * or a Task with the mitigation that it is.
 */
import * as React from 'react';
import type { App } from '../../../app/app';
import { adviseStory } from '../../../core/advice/story-advice';
import { iterationAt } from '../../../core/alignment/iterations';
import type { AlignmentReading } from '../../../app/read-alignment';
import { Button } from 'azure-devops-ui/Button';
import { Pill } from '../../../ui/Marks';
import { Why, WhyRows } from '../../../ui/Why';
import { points } from '../../../ui/words';
import { MitigationLines } from '../advice/MitigationLines';
import { Promises } from '../advice/StoryCard';
import { WarningList } from '../advice/WarningList';
import { DeskContext, useReach } from '../desk-context';
import { ItemLink } from '../ItemLink';
import { Notices } from '../Notices';
import { SavingMark } from '../SavingMark';
import type { TabPage } from '../tab-page';
import { Empty, NoModel, TabFrame } from '../TabFrame';
import { useDesk, usePerform } from '../use-desk';
import type { Selection } from './selection';
import { taskFacts } from './task-facts';
import { TaskPart } from './TaskPart';

export interface ItemPaneProps {
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

/** What the picture knows of the number: a story, the Task of a mitigation, or nothing. */
function Item({ number }: { readonly number: number }): React.ReactElement {
  const { picture } = useReach();
  if (picture.stories.has(number)) return <Story number={number} />;
  const tasks = taskFacts(picture, number);
  if (tasks.length > 0) return <TaskPart facts={tasks} />;
  return (
    <Empty title="Nothing is known about it">
      No threat model mentions #{number}. It is neither a story nor the Task of a mitigation, or it is
      removed, or you may not read it.
    </Empty>
  );
}

/** Several rows are selected: one of them at a time. */
function Choice({ numbers }: { readonly numbers: readonly number[] }): React.ReactElement {
  const { picture } = useReach();
  const [chosen, choose] = React.useState<number | undefined>(undefined);
  if (chosen !== undefined && numbers.includes(chosen))
    return (
      <>
        <button type="button" className="wo-link" onClick={() => choose(undefined)}>
          All {numbers.length} selected
        </button>
        <Item key={chosen} number={chosen} />
      </>
    );
  return (
    <section aria-labelledby="wo-pane-several">
      <h1 id="wo-pane-several">{numbers.length} rows are selected</h1>
      <p className="wo-quiet">Choose the one to look at.</p>
      <ul className="wo-plain-list">
        {numbers.map((number) => {
          const item = picture.stories.get(number)?.item ?? picture.tasks.get(number);
          return (
            <li key={number}>
              <button type="button" className="wo-link" onClick={() => choose(number)}>
                #{number} {item?.title}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
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
    return <Empty title="The story is gone">#{number} was removed meanwhile.</Empty>;
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
        {says && (
          <Why of="Points of risk">
            {() => (
              <>
                <p>What the threats of this story carry now, added up.</p>
                <WhyRows
                  rows={of.threats.map(({ model, risk }) => ({
                    key: `${model}/${risk.threat.id}`,
                    name: risk.threat.title,
                    value: risk.current,
                  }))}
                />
              </>
            )}
          </Why>
        )}
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

function PaneDesk(props: ItemPaneProps & { readonly reading: AlignmentReading }): React.ReactElement {
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
      {(isBare || first === undefined) && <h1 className="wo-hidden">Security of the selected work item</h1>}
      {isBare && <NoModel onHub={() => page.goToHub()} />}
      {!isBare && first === undefined && (
        <Empty title="Select a story">Then this pane says what threatens it, and what would help.</Empty>
      )}
      {!isBare && first !== undefined && second !== undefined && <Choice numbers={numbers} />}
      {!isBare && first !== undefined && second === undefined && <Item key={first} number={first} />}
    </DeskContext.Provider>
  );
}

type Load =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'loaded'; readonly reading: AlignmentReading };

export function ItemPane(props: ItemPaneProps): React.ReactElement {
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
