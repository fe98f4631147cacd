/** What the organisation is made of: people, projects, their teams and their paths. */
import type { BugsBehavior } from '../processes/process';
import { kind } from '../store/store';

/**
 * What somebody may do, by the group of the original that would let them: an owner everything, a project administrator
 * everything in the projects, a team administrator the settings of their team as well, a contributor work items, a
 * stakeholder work items with existing tags and without deleting, a reader nothing but reading.
 */
export type AccessLevel =
  'owner' | 'projectAdministrator' | 'teamAdministrator' | 'contributor' | 'stakeholder' | 'reader';

export interface User {
  readonly id: string;
  readonly displayName: string;
  /** Sign-in name in the form of a mail address. */
  readonly uniqueName: string;
  /** The name of what they do, as a person would say it; rights come from `level` alone. */
  readonly role: string;
  readonly level: AccessLevel;
}

export interface Project {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly defaultTeamId: string;
  /** Private unless the seed says otherwise. */
  readonly visibility?: 'private' | 'public';
}

export interface TeamArea {
  readonly path: string;
  readonly includeChildren: boolean;
}

export type WorkingDay = 'sunday' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday';

/** A team with its settings; paths are full ones, as work items hold them. */
export interface Team {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly description: string;
  readonly areas: readonly TeamArea[];
  readonly defaultArea: string;
  /** The iteration whose children are planned; new items of the backlog go there. */
  readonly backlogIteration: string;
  /** A path, or nothing: then new items go to the current sprint (`@currentIteration`). */
  readonly defaultIteration?: string;
  /** GUIDs of the sprints that the team takes part in. */
  readonly iterations: readonly string[];
  readonly bugsBehavior: BugsBehavior;
  readonly workingDays: readonly WorkingDay[];
  /** Backlog levels that the team has hidden or shown, by their id; those not named are shown. */
  readonly backlogVisibilities: Readonly<Record<string, boolean>>;
  /** Ids of users. */
  readonly members: readonly string[];
  readonly administrators: readonly string[];
}

/** Somebody is kept out of an area and all below it. Who may not read may not write either. */
export interface AreaDenial {
  readonly path: string;
  readonly userId: string;
  readonly denied: 'read' | 'write';
}

export type NodeGroup = 'areas' | 'iterations';

/** One area or iteration. The root of each group carries its project's name. */
export interface ClassificationNode {
  readonly id: number;
  readonly guid: string;
  readonly group: NodeGroup;
  readonly name: string;
  /** As work items hold it: `Shop\Checkout`. */
  readonly path: string;
  /** ISO days at midnight UTC; iterations only. */
  readonly startDate?: string;
  readonly finishDate?: string;
}

/** A single text kept under a name: counters, the process, the layout version. */
export const facts = kind<string>('fact');
export const users = kind<User>('user');
export const projects = kind<Project>('project');
export const teams = kind<Team>('team');
/** By `${userId}/${path}`. */
export const areaDenials = kind<AreaDenial>('areaDenial');
export const nodes = kind<ClassificationNode>('node');
