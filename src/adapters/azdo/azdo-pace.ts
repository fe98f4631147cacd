/** What a team can do in a sprint, out of its capacity, its days off, and what its last sprints finished. */
import * as v from 'valibot';
import type { Sprint } from '../../core/alignment/picture';
import { capacityHours } from '../../core/advice/capacity';
import type { TeamTime } from '../../core/advice/capacity';
import type { Pace } from '../../core/advice/pace';
import type { StateCategory } from '../../core/model/state-category';
import type { answeredItem } from './work-item-answer';
import { understood } from './work-item-answer';

type Answer = v.InferOutput<typeof answeredItem>;

const days = v.array(v.object({ start: v.string(), end: v.string() }));
const capacities = v.object({
  teamMembers: v.array(
    v.object({
      activities: v.optional(v.array(v.object({ capacityPerDay: v.number() })), []),
      daysOff: v.optional(days, []),
    }),
  ),
});
const daysOff = v.object({ daysOff: v.optional(days, []) });
const settings = v.object({ workingDays: v.optional(v.array(v.union([v.string(), v.number()])), []) });
const iterationItems = v.object({
  workItemRelations: v.array(v.object({ target: v.nullish(v.object({ id: v.number() })) })),
});

const weekDays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** The last finished sprints whose mean is the velocity. */
const sprintsBack = 3;

const remaining = 'Microsoft.VSTS.Scheduling.RemainingWork';
const estimate = 'Microsoft.VSTS.Scheduling.OriginalEstimate';
/** Agile, Scrum and CMMI each name it otherwise. */
const pointFields = ['StoryPoints', 'Effort', 'Size'].map((name) => `Microsoft.VSTS.Scheduling.${name}`);
const fields = ['System.WorkItemType', 'System.State', remaining, estimate, ...pointFields];

export interface PaceReach {
  /** GET of an address below the team, such as `teamsettings`. */
  readonly get: (path: string, what: string) => Promise<unknown>;
  readonly items: (ids: readonly number[], fields: readonly string[]) => Promise<readonly Answer[]>;
  readonly isStory: (type: string) => boolean;
  readonly category: (type: string, state: string) => StateCategory | undefined;
  readonly sprints: readonly Sprint[];
}

interface Item {
  readonly isStory: boolean;
  readonly category: StateCategory | undefined;
  readonly hours: number;
  readonly points: number;
}

function numberOf({ fields: values }: Answer, names: readonly string[]): number {
  for (const name of names) {
    const value = values[name];
    if (typeof value === 'number') return value;
  }
  return 0;
}

async function itemsOf(reach: PaceReach, sprint: Sprint): Promise<readonly Item[]> {
  const path = `teamsettings/iterations/${encodeURIComponent(sprint.id)}/workitems`;
  const answer = understood(iterationItems, await reach.get(path, 'the items of a sprint'), 'a sprint');
  const ids = [...new Set(answer.workItemRelations.flatMap(({ target }) => target?.id ?? []))];
  return (await reach.items(ids, fields)).map((item) => {
    const text = (name: string) => String(item.fields[name] ?? '');
    return {
      isStory: reach.isStory(text('System.WorkItemType')),
      category: reach.category(text('System.WorkItemType'), text('System.State')),
      hours: numberOf(item, [remaining, estimate]),
      points: numberOf(item, pointFields),
    };
  });
}

async function timeOf(reach: PaceReach, sprint: Sprint): Promise<TeamTime> {
  const at = `teamsettings/iterations/${encodeURIComponent(sprint.id)}`;
  const [people, off, team] = await Promise.all([
    reach.get(`${at}/capacities`, 'the capacity of the team'),
    reach.get(`${at}/teamdaysoff`, 'the days off of the team'),
    reach.get('teamsettings', 'the settings of the team'),
  ]);
  return {
    members: understood(capacities, people, 'the capacity of the team').teamMembers.map((member) => ({
      hoursPerDay: member.activities.reduce((sum, { capacityPerDay }) => sum + capacityPerDay, 0),
      daysOff: member.daysOff,
    })),
    teamDaysOff: understood(daysOff, off, 'the days off of the team').daysOff,
    workingDays: new Set(
      understood(settings, team, 'the settings of the team').workingDays.map((day) =>
        typeof day === 'number' ? day : weekDays.indexOf(day.toLowerCase()),
      ),
    ),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Story points per finished sprint before this one; undefined before anything was finished. */
async function velocityOf(reach: PaceReach, sprint: Sprint): Promise<number | undefined> {
  const before = reach.sprints.filter(
    ({ finish }) => finish && sprint.start && Date.parse(finish) < Date.parse(sprint.start),
  );
  const last = before.slice(-sprintsBack);
  const read = await Promise.all(last.map((each) => itemsOf(reach, each)));
  const done = sum(read.flat().map((item) => (item.category === 'Completed' ? item.points : 0)));
  return done > 0 ? done / last.length : undefined;
}

/** About 5 requests, and 2 for each of the last sprints. Rejects with AccessError. */
export async function readPace(reach: PaceReach, sprint: Sprint): Promise<Pace> {
  const [time, items, velocity] = await Promise.all([
    timeOf(reach, sprint),
    itemsOf(reach, sprint),
    velocityOf(reach, sprint),
  ]);
  const capacity = capacityHours(sprint, time);
  const isOpen = ({ category }: Item) => category !== 'Completed' && category !== 'Removed';
  return {
    ...(capacity === undefined ? {} : { capacity }),
    planned: sum(items.map((item) => (!item.isStory && isOpen(item) ? item.hours : 0))),
    ...(velocity === undefined ? {} : { velocity }),
    plannedPoints: sum(items.map((item) => (item.isStory && item.category !== 'Removed' ? item.points : 0))),
  };
}
