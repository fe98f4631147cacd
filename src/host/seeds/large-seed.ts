/** The seed `large`: an organisation of the size at which things get slow. Made by counting, so it is the same every time. */
import type { SeedCategory, SeedFile, SeedIteration, SeedKind, SeedTeam, SeedWorkItem } from './seed-file';

/** How many there are of each; teams and sprints are at least one. */
export interface Scale {
  readonly teams: number;
  readonly sprints: number;
  readonly epics: number;
  readonly features: number;
  readonly stories: number;
  readonly bugs: number;
  readonly tasks: number;
}

/** 20,000 work items in all. */
export const LARGE: Scale = {
  teams: 10,
  sprints: 100,
  epics: 20,
  features: 180,
  stories: 2000,
  bugs: 1800,
  tasks: 16_000,
};

const AREAS = [
  'Checkout',
  'Catalogue',
  'Accounts',
  'Fulfilment',
  'Back office',
  'Platform',
  'Search',
  'Payments',
  'Returns',
  'Loyalty',
];
const DOERS = [
  'see',
  'filter',
  'change',
  'share',
  'print',
  'export',
  'cancel',
  'repeat',
  'compare',
  'approve',
];
const THINGS = ['orders', 'baskets', 'parcels', 'refunds', 'vouchers', 'addresses', 'invoices', 'reviews'];
const WHO = ['customer', 'clerk', 'courier', 'buyer', 'manager'];
const TASKS = ['Design', 'Code', 'Test', 'Review', 'Document', 'Measure', 'Translate', 'Release'];
/** More than a card shows, and some that begin like others. */
const TAGS = [
  'Payment',
  'Pay',
  'Mobile',
  'Privacy',
  'Slow',
  'Beta',
  'Audit',
  'Quick win',
  'Risk',
  'Risk-High',
];
const DAYS = 14;
/** So many of a hundred sprints are over. */
const PAST_SHARE = 0.6;

/** @returns a seed that sows with the ordinary rules, like a file. */
export function largeSeed(scale: Scale = LARGE): SeedFile {
  const areas = counted(scale.teams, areaOf);
  const [first = { name: 'Shop Team' }, ...others] = areas.map(teamOf);
  return {
    team: first,
    teams: others,
    users: PEOPLE,
    areas,
    iterations: sprintsOf(scale),
    workItems: itemsOf(scale),
  };
}

const PEOPLE: SeedFile['users'] = [
  { displayName: 'Olivia Owner', uniqueName: 'olivia@shop.example', role: 'Product owner' },
  { displayName: 'Sam Security', uniqueName: 'sam@shop.example', role: 'Security analyst' },
  { displayName: 'Dana Developer', uniqueName: 'dana@shop.example', role: 'Developer' },
  { displayName: 'Taylor Tester', uniqueName: 'taylor@shop.example', role: 'Tester' },
  { displayName: 'Peyton Programmer', uniqueName: 'peyton@shop.example', role: 'Developer' },
  { displayName: 'Rita Reader', uniqueName: 'rita@shop.example', role: 'Reader' },
];
const WORKERS = PEOPLE.slice(1, 5);

function counted<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function pick<T>(list: readonly T[], index: number): T {
  const one = list[index % list.length];
  if (one === undefined) throw new Error('There is nothing to pick from.');
  return one;
}

function areaOf(index: number): string {
  const round = Math.floor(index / AREAS.length);
  return `Shop\\${pick(AREAS, index)}${round === 0 ? '' : ` ${round + 1}`}`;
}

function teamOf(area: string, index: number): SeedTeam {
  return { name: index === 0 ? 'Shop Team' : `${area.slice('Shop\\'.length)} Team`, areas: [area] };
}

/** Two weeks each, one after the other; the day of seeding is the fourth of the current one. */
function sprintsOf({ sprints }: Scale): readonly SeedIteration[] {
  const current = currentSprint(sprints);
  return counted(sprints, (index) => {
    const startDay = (index - current) * DAYS - 3;
    return { name: sprintName(index), startDay, finishDay: startDay + DAYS - 1 };
  });
}

function currentSprint(sprints: number): number {
  return Math.floor(sprints * PAST_SHARE);
}

function sprintName(index: number): string {
  return `Sprint ${index + 1}`;
}

function itemsOf(scale: Scale): readonly SeedWorkItem[] {
  const epics = counted(scale.epics, (index) => portfolio('epic', index, undefined, scale));
  const features = counted(scale.features, (index) =>
    portfolio('feature', index, parentIn(epics, index), scale),
  );
  const stories = counted(scale.stories, (index) => story(index, parentIn(features, index), scale));
  const bugs = counted(scale.bugs, (index) => bug(index, parentIn(features, index), scale));
  const tasks = counted(scale.tasks, (index) => task(index, parentIn(stories, index)));
  return [...epics, ...features, ...stories, ...bugs, ...tasks];
}

/** The children of one parent stand apart, as they do where many people write at once. */
function parentIn(parents: readonly SeedWorkItem[], index: number): SeedWorkItem | undefined {
  return parents.length === 0 ? undefined : parents[index % parents.length];
}

function portfolio(
  kind: 'epic' | 'feature',
  index: number,
  parent: SeedWorkItem | undefined,
  { teams }: Scale,
): SeedWorkItem {
  return {
    key: `${kind}-${index}`,
    kind,
    title: `${pick(THINGS, index)} that the ${pick(WHO, index)} can ${pick(DOERS, index)} (${index + 1})`,
    category: 'InProgress',
    area: parent?.area ?? areaOf(index % teams),
    ...(parent ? { parent: parent.key } : {}),
  };
}

function story(index: number, parent: SeedWorkItem | undefined, scale: Scale): SeedWorkItem {
  const [who, does, thing] = [pick(WHO, index), pick(DOERS, Math.floor(index / 5)), pick(THINGS, index)];
  return {
    ...placed('requirement', index, parent, scale),
    title: `As a ${who} I want to ${does} ${thing} (${index + 1})`,
    description: `<p>As a ${who} I want to ${does} ${thing} so that my day goes on.</p>`,
    points: pick([1, 2, 3, 5, 8], index),
    tags: [pick(TAGS, index), pick(TAGS, index * 3 + 1), `Wave ${(index % 40) + 1}`],
  };
}

function bug(index: number, parent: SeedWorkItem | undefined, scale: Scale): SeedWorkItem {
  return {
    ...placed('bug', index, parent, scale),
    title: `${pick(THINGS, index)} are wrong after ${pick(DOERS, index)} (${index + 1})`,
    tags: [pick(TAGS, index + 4)],
  };
}

/** In a sprint and in the state that the sprint makes likely. */
function placed(
  kind: SeedKind,
  index: number,
  parent: SeedWorkItem | undefined,
  { sprints, teams }: Scale,
): Omit<SeedWorkItem, 'title'> {
  const sprint = index % sprints;
  return {
    key: `${kind}-${index}`,
    kind,
    category: categoryOf(sprint - currentSprint(sprints), index),
    iteration: sprintName(sprint),
    area: parent?.area ?? areaOf(index % teams),
    priority: (index % 4) + 1,
    assignedTo: pick(WORKERS, index).uniqueName,
    ...(parent ? { parent: parent.key } : {}),
  };
}

function categoryOf(sprintsAhead: number, index: number): SeedCategory {
  if (sprintsAhead < 0) return 'Completed';
  return sprintsAhead === 0 && index % 3 !== 0 ? 'InProgress' : 'Proposed';
}

/** A task shares place and progress with its story. */
function task(index: number, parent: SeedWorkItem | undefined): SeedWorkItem {
  return {
    key: `task-${index}`,
    kind: 'task',
    title: `${pick(TASKS, index)} part ${index + 1}`,
    category: parent?.category ?? 'Proposed',
    remaining: parent?.category === 'Completed' ? 0 : (index % 8) + 1,
    assignedTo: pick(WORKERS, index).uniqueName,
    ...(parent?.area === undefined ? {} : { area: parent.area }),
    ...(parent?.iteration === undefined ? {} : { iteration: parent.iteration }),
    ...(parent ? { parent: parent.key } : {}),
  };
}
