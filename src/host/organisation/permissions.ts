/** Who may do what. Levels are ordered but for the stakeholder, whose limits are other than a contributor's. */
import type { Reader } from '../store/store';
import { areaDenials, type AccessLevel, type Team, type User } from './types';

const RANK: Readonly<Record<AccessLevel, number>> = {
  reader: 0,
  stakeholder: 1,
  contributor: 2,
  teamAdministrator: 3,
  projectAdministrator: 4,
  owner: 5,
};

function isAtLeast(user: Pick<User, 'level'>, level: AccessLevel): boolean {
  return RANK[user.level] >= RANK[level];
}

/** What the shell offers: a reader sees forms without inputs. */
export function accessOf(user: Pick<User, 'level'>): 'read' | 'write' {
  return user.level === 'reader' ? 'read' : 'write';
}

export function mayDeleteWorkItems(user: User): boolean {
  return isAtLeast(user, 'contributor');
}

/** For good: administrators of the project alone, https://learn.microsoft.com/azure/devops/boards/backlogs/remove-delete-work-items. */
export function mayDestroyWorkItems(user: User): boolean {
  return isAtLeast(user, 'projectAdministrator');
}

/** Stakeholders use the tags there are. */
export function mayCreateTags(user: User): boolean {
  return isAtLeast(user, 'contributor');
}

/** Stakeholders only look at dashboards. */
export function mayEditDashboards(user: Pick<User, 'level'>): boolean {
  return isAtLeast(user, 'contributor');
}

/** Change of the type and of the project of a work item. */
export function mayMoveWorkItems(user: User): boolean {
  return isAtLeast(user, 'contributor');
}

/** "Bypass rules on work item updates", which administrators of the project have. */
export function mayBypassRules(user: User): boolean {
  return isAtLeast(user, 'projectAdministrator');
}

/** What holds for everybody in the organisation: its settings, and features that are switched for all. */
export function mayConfigureOrganisation(user: Pick<User, 'level'>): boolean {
  return isAtLeast(user, 'owner');
}

/** Settings of the project: areas, iterations, teams. */
export function isProjectAdministrator(user: User): boolean {
  return isAtLeast(user, 'projectAdministrator');
}

/** Settings of a team: boards, card rules, sprints. */
export function isTeamAdministrator(user: User, team: Team): boolean {
  return team.administrators.includes(user.id) || isProjectAdministrator(user);
}

/** Which areas somebody is kept out of. */
export interface AreaAccess {
  mayRead(area: string): boolean;
  mayWrite(area: string): boolean;
  /** False spares looking at every item. */
  readonly isRestricted: boolean;
}

/** Denials count for the area they name and all below it, without regard to case. */
export function areaAccess(reader: Reader, user: User): AreaAccess {
  const own = reader.all(areaDenials).filter((denial) => denial.userId === user.id);
  const isDenied = (area: string, wanted: readonly string[]): boolean => {
    const path = `${area.toLowerCase()}\\`;
    return own.some((one) => wanted.includes(one.denied) && path.startsWith(`${one.path.toLowerCase()}\\`));
  };
  return {
    mayRead: (area) => !isDenied(area, ['read']),
    mayWrite: (area) => accessOf(user) === 'write' && !isDenied(area, ['read', 'write']),
    isRestricted: own.some((one) => one.denied === 'read'),
  };
}

/** Paths of areas in which, and below which, somebody writes no work items though they may elsewhere. */
export function closedAreas(reader: Reader, user: User): readonly string[] {
  return reader
    .all(areaDenials)
    .filter((denial) => denial.userId === user.id)
    .map(({ path }) => path);
}
