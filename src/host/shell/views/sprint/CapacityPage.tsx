/** The capacity of a sprint: read over REST, changed in the page, written when the person saves. */
import * as React from 'react';
import { useShell, type Shell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Icon } from '../../parts/Icon';
import { Loading } from '../../parts/Loading';
import { Notice } from '../../parts/Notice';
import { capacitiesOver, type Capacities, type Member, type TeamTime } from '../../rest/capacity';
import { sentenceOf } from '../../rest/connection';
import type { Process } from '../../rest/process';
import type { Iteration } from '../../rest/team';
import { field, identityOf, numberOf, type WorkItem } from '../../rest/work-item';
import { CapacityTable } from './CapacityTable';
import { capacityProblem, daysOffIn, hoursADay, hoursOf, workingDaysOf } from './capacity-figures';
import { DaysOffEditor } from './DaysOffEditor';

interface Read {
  readonly time: TeamTime;
  /** What an activity may be called. */
  readonly activities: readonly string[];
}

function capacitiesOf({ connection, bootstrap }: Shell): Capacities {
  return capacitiesOver(connection, bootstrap.project.name, bootstrap.team.name);
}

async function readCapacity(shell: Shell, process: Process, iteration: Iteration): Promise<Read> {
  const [time, rules] = await Promise.all([
    capacitiesOf(shell).read(iteration.id),
    shell.fieldRules(process.tasks.defaultType),
  ]);
  const allowed = rules.get(process.activityField.toLowerCase())?.allowed ?? [];
  return { time, activities: allowed.map(String) };
}

/** Hours of work that are left, by the person who has them. */
function remainingWork(tasks: readonly WorkItem[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const task of tasks) {
    const name = identityOf(task, field.assignedTo)?.displayName ?? '';
    sums.set(name, (sums.get(name) ?? 0) + (numberOf(task, field.remainingWork) ?? 0));
  }
  return sums;
}

interface CapacityProps {
  readonly process: Process;
  readonly iteration: Iteration;
  readonly tasks: readonly WorkItem[];
}

interface ToolsProps {
  readonly isChanged: boolean;
  readonly isSound: boolean;
  readonly missing: readonly Member[];
  readonly addMissing: () => void;
  readonly undo: () => void;
  readonly save: () => void;
}

function Tools({ isChanged, isSound, missing, addMissing, undo, save }: ToolsProps): JSX.Element {
  return (
    <div className="query-commands">
      <button type="button" className="button primary" disabled={!isChanged || !isSound} onClick={save}>
        <Icon name="save" /> Save
      </button>
      <button type="button" className="button" disabled={!isChanged} onClick={undo}>
        <Icon name="undo" /> Undo
      </button>
      <button type="button" className="button" disabled={missing.length === 0} onClick={addMissing}>
        <Icon name="people" /> Add all team members
      </button>
    </div>
  );
}

function Editor({
  read,
  iteration,
  tasks,
  reload,
}: Omit<CapacityProps, 'process'> & {
  readonly read: Read;
  readonly reload: () => Promise<void>;
}): JSX.Element {
  const shell = useShell();
  const { access } = shell.user;
  const { time, activities } = read;
  const [capacity, change] = React.useState(time.capacity);
  const [refused, setRefused] = React.useState<string | null>(null);
  const { startDate: start, finishDate: finish } = iteration.attributes;
  const days = workingDaysOf({ start, finish, workingDays: time.workingDays });
  const missing = time.team.filter(({ id }) => !capacity.members.some(({ member }) => member.id === id));
  const blank = (member: Member) => ({
    member,
    activities: [{ name: '', capacityPerDay: 0 }],
    daysOff: [],
  });
  function save(): void {
    setRefused(null);
    capacitiesOf(shell)
      .write(iteration.id, time.capacity, capacity)
      .then(reload)
      .catch((problem: unknown) => setRefused(sentenceOf(problem)));
  }
  const message = capacityProblem(capacity) ?? refused;
  const total = capacity.members.reduce((sum, one) => sum + hoursOf(one, capacity, days), 0);
  const aDay = capacity.members.reduce((sum, one) => sum + hoursADay(one), 0);
  return (
    <div className="capacity-room">
      {access === 'write' && (
        <Tools
          isChanged={capacity !== time.capacity}
          isSound={capacityProblem(capacity) === undefined}
          missing={missing}
          addMissing={() => change({ ...capacity, members: [...capacity.members, ...missing.map(blank)] })}
          undo={() => change(time.capacity)}
          save={save}
        />
      )}
      {message !== null && (
        <p className="form-message error" role="alert">
          <Icon name="error" /> {message}
        </p>
      )}
      <div className="capacity-team">
        <span>Days off of the team:</span>
        <DaysOffEditor
          whose="the team"
          ranges={capacity.teamDaysOff}
          count={daysOffIn(days, capacity.teamDaysOff)}
          first={days[0] ?? ''}
          access={access}
          change={(teamDaysOff) => change({ ...capacity, teamDaysOff })}
        />
        <p className="secondary" role="status">
          {days.length} working days, {aDay} hours a day, {total} hours in all
        </p>
      </div>
      {capacity.members.length === 0 ? (
        <Notice kind="empty" title="Nobody has a capacity in this sprint">
          Add the members of the team, and give each of them hours a day.
        </Notice>
      ) : (
        <CapacityTable
          capacity={capacity}
          days={days}
          activities={activities}
          remaining={remainingWork(tasks)}
          access={access}
          change={change}
        />
      )}
    </div>
  );
}

export function CapacityPage({ process, iteration, tasks }: CapacityProps): JSX.Element {
  const shell = useShell();
  const read = React.useCallback(() => readCapacity(shell, process, iteration), [shell, process, iteration]);
  const load = useLoad(read);
  const generation = React.useRef(0);
  const shown = React.useRef<Read | undefined>(undefined);
  return (
    <Loading load={load} what="the capacity">
      {(value) => {
        // What was read anew replaces what was written into the page.
        if (shown.current !== value) generation.current += 1;
        shown.current = value;
        return (
          <Editor
            key={generation.current}
            read={value}
            iteration={iteration}
            tasks={tasks}
            reload={load.reload}
          />
        );
      }}
    </Loading>
  );
}
