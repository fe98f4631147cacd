/** Fills the organisation of a seed: people, projects with their areas and sprints, teams, and who is kept out of what. */
import { guidOf, PROJECT, TEAM_ID } from '../organisation/identifiers';
import {
  areaDenials,
  nodes,
  projects,
  teams,
  users,
  type AccessLevel,
  type ClassificationNode,
  type NodeGroup,
  type Project,
  type Team,
  type User,
} from '../organisation/types';
import { nodeAt, nodeKey } from '../organisation/world';
import type { ProcessTemplate } from '../processes/process';
import { nextNumber } from '../store/counters';
import type { Transaction } from '../store/store';
import { dayFrom } from './days';
import type { SeedFile, SeedIteration, SeedProject, SeedTeam, SeedUser } from './seed-file';

interface Ground {
  readonly tx: Transaction;
  readonly seed: SeedFile;
  readonly process: ProcessTemplate;
  readonly now: Date;
}

/** @returns the people in the order of the seed. @throws Error naming what does not fit. */
export function sowOrganisation(ground: Ground): readonly User[] {
  const { tx, seed } = ground;
  const people = seed.users.map(person);
  for (const user of people) tx.put(users, user.id, user);
  const first: SeedProject = {
    name: PROJECT.name,
    team: seed.team,
    areas: seed.areas,
    iterations: seed.iterations,
  };
  for (const one of [first, ...(seed.projects ?? [])]) {
    const isFirst = one === first;
    const project: Project = {
      id: isFirst ? PROJECT.id : guidOf(`project:${one.name.toLowerCase()}`),
      name: one.name,
      description: one.description ?? '',
      defaultTeamId: isFirst ? TEAM_ID : guidOf(`team:${one.name}/${teamNameOf(one)}`.toLowerCase()),
      ...(one.visibility ? { visibility: one.visibility } : {}),
    };
    tx.put(projects, project.id, project);
    sowNodes(ground, project, one);
    sowTeam(ground, project, people, {
      name: teamNameOf(one),
      description: 'The default project team.',
      ...one.team,
    });
  }
  for (const team of seed.teams ?? []) {
    const project = tx.all(projects).find((one) => one.name === (team.project ?? PROJECT.name));
    if (!project) throw new Error(`The team ${team.name} belongs to no project of the seed.`);
    sowTeam(ground, project, people, team);
  }
  return people;
}

/** After the work items: somebody who is kept out of an area today may have worked there before. */
export function sowDenials({ tx, seed }: Ground, people: readonly User[]): void {
  for (const { area, user, denied } of seed.areaDenials ?? []) {
    const path = pathOf(tx, 'areas', area);
    const { id } = named(people, user);
    tx.put(areaDenials, `${id}/${path}`, { path, userId: id, denied });
  }
}

function teamNameOf(project: { readonly name: string; readonly team?: { readonly name: string } }): string {
  return project.team?.name ?? `${project.name} Team`;
}

/** Rights follow from the role where the seed does not say them; the first person is the owner. */
function person(user: SeedUser, index: number): User {
  const named: AccessLevel | undefined = (['reader', 'stakeholder'] as const).find(
    (level) => level === user.role.toLowerCase(),
  );
  return {
    id: guidOf(`user:${user.uniqueName.toLowerCase()}`),
    displayName: user.displayName,
    uniqueName: user.uniqueName,
    role: user.role,
    level: user.level ?? (index === 0 ? 'owner' : (named ?? 'contributor')),
  };
}

function named(people: readonly User[], uniqueName: string): User {
  const user = people.find((one) => one.uniqueName.toLowerCase() === uniqueName.toLowerCase());
  if (!user) throw new Error(`There is no user ${uniqueName}.`);
  return user;
}

interface Trees {
  readonly areas?: readonly string[];
  readonly iterations?: readonly SeedIteration[];
}

function sowNodes({ tx, now }: Ground, project: Project, { areas = [], iterations = [] }: Trees): void {
  for (const group of ['areas', 'iterations'] as const) addNode(tx, group, project.name, {});
  for (const area of areas) {
    if (area.split('\\')[0] !== project.name)
      throw new Error(`The area ${area} must begin with ${project.name}.`);
    addPath(tx, 'areas', area, {});
  }
  for (const { name, startDay, finishDay } of iterations)
    addPath(tx, 'iterations', `${project.name}\\${name}`, {
      startDate: dayFrom(now, startDay).toISOString(),
      finishDate: dayFrom(now, finishDay).toISOString(),
    });
}

type Dates = Pick<ClassificationNode, 'startDate' | 'finishDate'>;

/** Adds a node with every level above it; the dates are the last one's. */
function addPath(tx: Transaction, group: NodeGroup, path: string, dates: Dates): void {
  const levels = path.split('\\');
  for (let depth = 1; depth <= levels.length; depth += 1)
    addNode(tx, group, levels.slice(0, depth).join('\\'), depth === levels.length ? dates : {});
}

function addNode(tx: Transaction, group: NodeGroup, path: string, dates: Dates): void {
  const key = nodeKey(group, path);
  if (tx.get(nodes, key)) return;
  const name = path.split('\\').pop() ?? path;
  tx.put(nodes, key, { id: nextNumber(tx, 'node'), guid: guidOf(key), group, name, path, ...dates });
}

function pathOf(tx: Transaction, group: NodeGroup, path: string): string {
  const node = nodeAt(tx, group, path);
  if (!node) throw new Error(`There is no node ${path} among the ${group}.`);
  return node.path;
}

/** A team without areas of its own owns the whole project; without sprints it takes part in all of them. */
function sowTeam({ tx, process }: Ground, project: Project, people: readonly User[], seed: SeedTeam): void {
  const isDefault = seed.name === undefined || tx.get(teams, project.defaultTeamId) === undefined;
  const id = isDefault ? project.defaultTeamId : guidOf(`team:${project.name}/${seed.name}`.toLowerCase());
  const areas = (seed.areas ?? [project.name]).map((path) => pathOf(tx, 'areas', path));
  const sprints = tx
    .all(nodes)
    .filter((node) => node.group === 'iterations' && node.path.startsWith(`${project.name}\\`))
    .filter((node) => seed.iterations?.includes(node.path.slice(project.name.length + 1)) ?? true);
  const ids = (names: readonly string[] | undefined, others: readonly User[]): readonly string[] =>
    (names?.map((name) => named(people, name)) ?? others).map((user) => user.id);
  const members = ids(seed.members, people);
  const team: Team = {
    id,
    projectId: project.id,
    name: seed.name,
    description: seed.description ?? '',
    areas: areas.map((path) => ({ path, includeChildren: true })),
    defaultArea: areas[0] ?? project.name,
    backlogIteration: project.name,
    iterations: sprints.map((node) => node.guid),
    bugsBehavior: seed.bugsBehavior ?? process.bugsBehavior,
    workingDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    backlogVisibilities: {},
    members,
    administrators: ids(
      seed.administrators,
      people.filter((user) => user.level === 'owner' || (isDefault && user.level === 'teamAdministrator')),
    ),
  };
  tx.put(teams, id, team);
}
