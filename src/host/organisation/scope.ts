/** Whether the project and the team that a call names exist, said as the original says it when they do not. */
import { problem } from '../kernel/problem';
import { PROJECT, TEAM_ID } from './identifiers';
import { teamName, type World } from './world';

/** @throws Problem 404 for any project but the one there is; by name or id, in any case. */
export function requireProject(text: string): void {
  if ([PROJECT.id, PROJECT.name.toLowerCase()].includes(text.toLowerCase())) return;
  throw problem(
    404,
    'ProjectDoesNotExistWithNameException',
    `TF200016: The following project does not exist: ${text}. Verify that the name of the project is correct and that the project exists on the specified Azure DevOps Server.`,
  );
}

/** @throws Problem 404 for any team but the one there is; by name or id, in any case. */
export function requireTeam(world: World, text: string): void {
  if ([TEAM_ID, teamName(world.store).toLowerCase()].includes(text.toLowerCase())) return;
  throw problem(404, 'TeamNotFoundException', `The team with id '${text}' does not exist.`);
}
