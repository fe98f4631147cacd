/** People with their activities, hours a day, days off, and the hours that this leaves beside the work they have. */
import * as React from 'react';
import { Icon } from '../../parts/Icon';
import { Person } from '../../parts/Marks';
import type { MemberCapacity, SprintCapacity } from '../../rest/capacity';
import { daysOffIn, hoursOf } from './capacity-figures';
import { DaysOffEditor } from './DaysOffEditor';

type Activity = MemberCapacity['activities'][number];

export interface CapacityTableProps {
  readonly capacity: SprintCapacity;
  readonly days: readonly string[];
  readonly activities: readonly string[];
  /** Remaining work by the name that is displayed. */
  readonly remaining: ReadonlyMap<string, number>;
  readonly access: 'read' | 'write';
  readonly change: (capacity: SprintCapacity) => void;
}

interface ActivityRowProps {
  readonly person: string;
  readonly activity: Activity;
  readonly known: readonly string[];
  readonly change: (activity: Activity) => void;
  /** Absent for the only one. */
  readonly remove: (() => void) | undefined;
}

function ActivityRow({ person, activity, known, change, remove }: ActivityRowProps): JSX.Element {
  const names = known.includes(activity.name) ? known : [activity.name, ...known];
  const label = activity.name === '' ? 'no activity' : activity.name;
  return (
    <div className="capacity-activity">
      <select
        aria-label={`Activity of ${person}`}
        value={activity.name}
        onChange={(event) => change({ ...activity, name: event.target.value })}
      >
        {(names.includes('') ? names : ['', ...names]).map((name) => (
          <option key={name} value={name}>
            {name === '' ? 'Unassigned' : name}
          </option>
        ))}
      </select>
      <input
        type="number"
        min="0"
        max="24"
        step="any"
        aria-invalid={!(activity.capacityPerDay >= 0 && activity.capacityPerDay <= 24)}
        aria-label={`Hours a day of ${person}, ${label}`}
        value={activity.capacityPerDay}
        onChange={(event) => change({ ...activity, capacityPerDay: Number(event.target.value) })}
      />
      {remove && (
        <button
          type="button"
          className="icon-button"
          aria-label={`Remove ${label} of ${person}`}
          onClick={remove}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

interface MemberRowProps extends CapacityTableProps {
  readonly member: MemberCapacity;
}

function MemberRow(props: MemberRowProps): JSX.Element {
  const { member, capacity, days, activities, remaining, access, change } = props;
  const name = member.member.displayName;
  const set = (next: MemberCapacity): void =>
    change({ ...capacity, members: capacity.members.map((one) => (one === member ? next : one)) });
  const own = member.activities.length > 0 ? member.activities : [{ name: '', capacityPerDay: 0 }];
  const hours = hoursOf(member, capacity, days);
  const work = remaining.get(name) ?? 0;
  return (
    <tr>
      <th scope="row">
        <Person person={{ displayName: name, uniqueName: '' }} />
      </th>
      <td>
        <fieldset disabled={access === 'read'} aria-label={`Activities of ${name}`}>
          {own.map((activity, at) => (
            <ActivityRow
              key={at}
              person={name}
              activity={activity}
              known={activities}
              change={(next) => set({ ...member, activities: own.map((one, i) => (i === at ? next : one)) })}
              remove={
                own.length > 1
                  ? () => set({ ...member, activities: own.filter((_, i) => i !== at) })
                  : undefined
              }
            />
          ))}
          <button
            type="button"
            className="link-button"
            aria-label={`Add an activity of ${name}`}
            onClick={() => set({ ...member, activities: [...own, { name: '', capacityPerDay: 0 }] })}
          >
            <Icon name="plus" /> Activity
          </button>
        </fieldset>
      </td>
      <td>
        <DaysOffEditor
          whose={name}
          ranges={member.daysOff}
          count={daysOffIn(days, member.daysOff)}
          first={days[0] ?? ''}
          access={access}
          change={(daysOff) => set({ ...member, daysOff })}
        />
      </td>
      <td className={work > hours ? 'over-limit' : ''}>
        {work} of {hours} h
      </td>
      <td>
        <button
          type="button"
          className="icon-button"
          aria-label={`Remove ${name}`}
          disabled={access === 'read'}
          onClick={() => change({ ...capacity, members: capacity.members.filter((one) => one !== member) })}
        >
          <Icon name="close" />
        </button>
      </td>
    </tr>
  );
}

export function CapacityTable(props: CapacityTableProps): JSX.Element {
  return (
    <div className="table-scroll">
      <table className="backlog grid capacity" aria-label="Capacity">
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Activity, hours a day</th>
            <th scope="col">Days off</th>
            <th scope="col">Remaining work</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.capacity.members.map((member) => (
            <MemberRow key={member.member.id} {...props} member={member} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
