/** A plan to look at: the requirements of the team by sprint, in the order of time. Kept plans are not here. */
import * as React from 'react';
import { useShell, type Shell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Icon } from '../../parts/Icon';
import { Loading } from '../../parts/Loading';
import { Person, StateMark, TypeMark } from '../../parts/Marks';
import { Menu } from '../../parts/Menu';
import { Notice } from '../../parts/Notice';
import type { Process } from '../../rest/process';
import type { Iteration } from '../../rest/team';
import { field, identityOf, textOf, type WorkItem } from '../../rest/work-item';
import { describeCard, openCard, readCards } from '../cards';
import { cardMenu } from '../More';
import { ViewHeader } from '../ViewHeader';

interface Plan {
  readonly process: Process;
  readonly sprints: readonly Iteration[];
  readonly items: readonly WorkItem[];
}

async function readPlan(shell: Shell): Promise<Plan> {
  const [process, sprints] = await Promise.all([shell.process(), shell.team.iterations()]);
  return { process, sprints, items: await readCards(shell, process, process.requirements.types) };
}

interface CardProps {
  readonly process: Process;
  readonly item: WorkItem;
  readonly reload: () => Promise<void>;
}

function PlanCard({ process, item, reload }: CardProps): JSX.Element {
  const shell = useShell();
  const type = textOf(item, field.type);
  const open = (): void => openCard(shell, item.id, reload);
  const more = cardMenu(shell, item, 'plan');
  return (
    <article
      className="card"
      data-card={item.id}
      aria-label={describeCard(item)}
      style={{ borderLeftColor: `#${(process.types.get(type)?.color ?? '').slice(-6)}` }}
    >
      <div className="card-top">
        <TypeMark process={process} type={type} />
        <span className="item-id">{item.id}</span>
        <button type="button" className="link-button card-title" onClick={open}>
          {textOf(item, field.title)}
        </button>
        <Menu
          label={`Actions for ${item.id}`}
          content={<Icon name="more" />}
          entries={[{ key: 'open', text: 'Open', run: open }, ...more.entries]}
          load={more.load}
        />
      </div>
      <div className="card-facts">
        <StateMark process={process} type={type} state={textOf(item, field.state)} />
        <Person person={identityOf(item, field.assignedTo)} />
      </div>
    </article>
  );
}

/** "9 Mar – 20 Mar", or nothing for a sprint without dates. */
function span({ attributes: { startDate, finishDate } }: Iteration): string {
  if (!startDate || !finishDate) return '';
  const day = (text: string): string =>
    new Date(text).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return `${day(startDate)} – ${day(finishDate)}`;
}

function PlanGrid({
  plan,
  reload,
}: {
  readonly plan: Plan;
  readonly reload: () => Promise<void>;
}): JSX.Element {
  const { process, sprints, items } = plan;
  if (sprints.length === 0)
    return (
      <Notice kind="empty" title="The team has no sprints">
        A plan shows what is done in which sprint.
      </Notice>
    );
  const within = (sprint: Iteration): readonly WorkItem[] =>
    items.filter((item) => textOf(item, field.iteration) === sprint.path);
  return (
    <div className="board" role="group" aria-label="Plan">
      <div className="board-heads">
        {sprints.map((sprint) => (
          <header key={sprint.id} className="board-head">
            <div className="board-head-line">
              <h2>{sprint.name}</h2>
              <span className="count">{within(sprint).length}</span>
            </div>
            <h3>{span(sprint)}</h3>
          </header>
        ))}
      </div>
      <div className="board-cells">
        {sprints.map((sprint) => (
          <section
            key={sprint.id}
            className="board-cell"
            aria-label={`${sprint.name}, ${within(sprint).length} items`}
          >
            <div className="board-cards">
              {within(sprint).length === 0 && <p className="secondary">Nothing is planned here yet.</p>}
              {within(sprint).map((item) => (
                <PlanCard key={item.id} process={process} item={item} reload={reload} />
              ))}
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}

export function PlanPage(): JSX.Element {
  const shell = useShell();
  const read = React.useCallback(() => readPlan(shell), [shell]);
  const load = useLoad(read);
  return (
    <div className="view">
      <ViewHeader title={`Plan of ${shell.bootstrap.team.name}`} icon="plan">
        <button type="button" className="button subtle" onClick={() => void load.reload()}>
          <Icon name="refresh" /> Refresh
        </button>
      </ViewHeader>
      <Loading load={load} what="the plan">
        {(plan) => <PlanGrid plan={plan} reload={load.reload} />}
      </Loading>
    </div>
  );
}
