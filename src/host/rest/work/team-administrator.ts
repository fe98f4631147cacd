/** Who may change what belongs to the team. */
import type { Call } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { accessOf, isTeamAdministrator } from '../../organisation/permissions';

/** @throws Problem 403 for everybody who is no administrator of the team. */
export function requireTeamAdministrator({ user, site }: Call): void {
  if (isTeamAdministrator(user, site.team)) return;
  throw problem(
    403,
    'AccessCheckException',
    `TF400657: ${user.displayName} is not an administrator of the team and cannot change its settings.`,
  );
}

/** Boards answer 400 with a type key of their own instead. @throws Problem 400 with the type key given. */
export function requireBoardEditor({ user, site }: Call, typeKey: string): void {
  if (isTeamAdministrator(user, site.team)) return;
  throw problem(400, typeKey, 'You must be a team administrator to change the settings of a board.');
}

/** Everybody of the team plans the sprint. @throws Problem 403 for people who only read. */
export function requireCapacityEditor({ user }: Call): void {
  if (accessOf(user) === 'write') return;
  throw problem(403, 'AccessCheckException', `${user.displayName} has no permission to plan the sprint.`);
}
