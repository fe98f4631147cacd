/** Whether the project and the team that a call names exist, said as the original says it when they do not. */
import { problem } from '../kernel/problem';
import type { Reader } from '../store/store';
import { findProject, findTeam } from './projects';
import type { Project, Team } from './types';

/** By name or id, in any case. @throws Problem 404 for a project there is not. */
export function requireProject(reader: Reader, text: string): Project {
  const project = findProject(reader, text);
  if (project) return project;
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    throw problem(
      404,
      'ProjectDoesNotExistException',
      `VS800075: The project with id 'vstfs:///Classification/TeamProject/${text}' does not exist, or you do not have permission to access it.`,
    );
  throw problem(
    404,
    'ProjectDoesNotExistWithNameException',
    `TF200016: The following project does not exist: ${text}. Verify that the name of the project is correct and that the project exists on the specified Azure DevOps Server.`,
  );
}

/** By name or id, in any case. @throws Problem 404 for a team that the project has not. */
export function requireTeam(reader: Reader, project: Project, text: string): Team {
  const team = findTeam(reader, project, text);
  if (team) return team;
  throw problem(404, 'TeamNotFoundException', `The team with id '${text}' does not exist.`);
}
