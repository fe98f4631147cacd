/** Finds projects and teams, and which areas and sprints are a team's. */
import type { Reader } from '../store/store';
import { nodes, projects, teams, type ClassificationNode, type Project, type Team } from './types';
import { timeFrameOf } from './world';

/** By id or name, in any case. */
export function findProject(reader: Reader, text: string): Project | undefined {
  const wanted = text.toLowerCase();
  return (
    reader.get(projects, wanted) ?? reader.all(projects).find((one) => one.name.toLowerCase() === wanted)
  );
}

/** Paths of areas and iterations begin with the name of their project. */
export function projectNameOf(path: string): string {
  return path.split('\\')[0] ?? '';
}

/** The project of an area or iteration path. */
export function projectOfPath(reader: Reader, path: string): Project | undefined {
  return findProject(reader, projectNameOf(path));
}

/** Where calls without a project are at home. @throws Error for an organisation without projects. */
export function firstProject(reader: Reader): Project {
  const first = reader.all(projects)[0];
  if (!first) throw new Error('The organisation has no project.');
  return first;
}

/** The default team first, then the others by name, as the original lists them. */
export function teamsOf(reader: Reader, project: Project): readonly Team[] {
  const isDefault = (team: Team): boolean => team.id === project.defaultTeamId;
  return reader
    .all(teams)
    .filter((team) => team.projectId === project.id)
    .sort((a, b) => Number(isDefault(b)) - Number(isDefault(a)) || a.name.localeCompare(b.name));
}

/** By id or name, in any case. */
export function findTeam(reader: Reader, project: Project, text: string): Team | undefined {
  const wanted = text.toLowerCase();
  return teamsOf(reader, project).find((team) => team.id === wanted || team.name.toLowerCase() === wanted);
}

/** @throws Error for a project without its default team, which nothing can bring about. */
export function defaultTeam(reader: Reader, project: Project): Team {
  const team = reader.get(teams, project.defaultTeamId);
  if (!team) throw new Error(`The project ${project.name} has no default team.`);
  return team;
}

/** @throws Error for a team without a project, which nothing can bring about. */
export function projectOfTeam(reader: Reader, team: Team): Project {
  const project = reader.get(projects, team.projectId);
  if (!project) throw new Error(`The team ${team.name} has no project.`);
  return project;
}

/** Whether an item in this area is on the team's backlogs. */
export function ownsArea(team: Team, area: string): boolean {
  const path = area.toLowerCase();
  return team.areas.some(({ path: own, includeChildren }) => {
    const root = own.toLowerCase();
    return path === root || (includeChildren && path.startsWith(`${root}\\`));
  });
}

/** The team whose board an item is on: the one with the nearest area; undefined in areas of nobody. */
export function teamOfArea(reader: Reader, project: Project, area: string): Team | undefined {
  const depth = (team: Team): number =>
    Math.max(...team.areas.map((one) => (ownsArea({ ...team, areas: [one] }, area) ? one.path.length : 0)));
  return teamsOf(reader, project)
    .filter((team) => ownsArea(team, area))
    .sort((a, b) => depth(b) - depth(a))[0];
}

/** The team's sprints in their order; the original lists the undated last. */
export function teamIterations(reader: Reader, team: Team): readonly ClassificationNode[] {
  const own = new Set(team.iterations);
  return reader
    .all(nodes)
    .filter((node) => node.group === 'iterations' && own.has(node.guid))
    .sort((a, b) => (a.startDate ?? '9').localeCompare(b.startDate ?? '9'));
}

export function currentIteration(reader: Reader, team: Team, now: Date): ClassificationNode | undefined {
  return teamIterations(reader, team).find((node) => timeFrameOf(node, now) === 'current');
}
