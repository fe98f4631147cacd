/** What a seed file may say. Process-neutral: kinds and categories instead of types and states. */
import type { AccessLevel } from '../organisation/types';
import type { BugsBehavior } from '../processes/process';

export type SeedKind = 'epic' | 'feature' | 'requirement' | 'task' | 'bug';
export type SeedCategory = 'Proposed' | 'InProgress' | 'Resolved' | 'Completed';

export interface SeedUser {
  readonly displayName: string;
  readonly uniqueName: string;
  readonly role: string;
  /** What they may do; without it the first user is the owner, a Reader or Stakeholder what the role says, all others contributors. */
  readonly level?: AccessLevel;
}

export interface SeedTeam {
  readonly name: string;
  readonly description?: string;
  /** The name of a project; the first one without it. */
  readonly project?: string;
  /** Full area paths, their children included; the whole project without it. */
  readonly areas?: readonly string[];
  /** Names of iterations; all of the project without it. */
  readonly iterations?: readonly string[];
  readonly bugsBehavior?: BugsBehavior;
  /** Sign-in names; everybody without it. */
  readonly members?: readonly string[];
  readonly administrators?: readonly string[];
}

/** A project beside the first one, which is called Shop. */
export interface SeedProject {
  readonly name: string;
  readonly description?: string;
  /** Private unless it is said. */
  readonly visibility?: 'private' | 'public';
  /** Its default team; named after the project without it. */
  readonly team?: SeedTeam;
  readonly areas?: readonly string[];
  readonly iterations?: readonly SeedIteration[];
}

/** Keeps somebody out of an area and all below it. */
export interface SeedAreaDenial {
  readonly area: string;
  /** A sign-in name. */
  readonly user: string;
  readonly denied: 'read' | 'write';
}

/** Days count from the day of seeding; a sprint with startDay <= 0 <= finishDay is current then. */
export interface SeedIteration {
  readonly name: string;
  readonly startDay: number;
  readonly finishDay: number;
}

export interface SeedWorkItem {
  readonly key: string;
  readonly kind: SeedKind;
  readonly title: string;
  /** HTML. */
  readonly description?: string;
  /** HTML; kept where the type has the field. */
  readonly acceptanceCriteria?: string;
  readonly category: SeedCategory;
  /** The name of an iteration of the item's project. */
  readonly iteration?: string;
  /** A full area path; the project is the one it begins with, else the first. */
  readonly area?: string;
  readonly parent?: string;
  readonly points?: number;
  readonly remaining?: number;
  readonly priority?: number;
  readonly severity?: string;
  /** A sign-in name. */
  readonly assignedTo?: string;
  readonly tags?: readonly string[];
  readonly related?: readonly string[];
  /** Addresses of hyperlink relations. */
  readonly hyperlinks?: readonly string[];
}

/** Opaque extension documents of one collection, for the first installed extension unless one is named. */
export interface SeedDocuments {
  readonly collection: string;
  readonly publisher?: string;
  readonly extension?: string;
  readonly documents: readonly Readonly<Record<string, unknown>>[];
}

export interface SeedFile {
  /** The default team of the first project. */
  readonly team: SeedTeam;
  /** Further teams, of any project. */
  readonly teams?: readonly SeedTeam[];
  readonly projects?: readonly SeedProject[];
  readonly areaDenials?: readonly SeedAreaDenial[];
  /** The first is the owner. */
  readonly users: readonly SeedUser[];
  readonly areas: readonly string[];
  readonly iterations: readonly SeedIteration[];
  /** Numbered from 1 in this order. */
  readonly workItems: readonly SeedWorkItem[];
  readonly documents?: readonly SeedDocuments[];
}

/** @throws Error naming the first thing a seed lacks; wrong names inside are found while sowing. */
export function readSeed(json: unknown): SeedFile {
  if (typeof json !== 'object' || json === null) throw new Error('A seed must be a JSON object.');
  for (const name of ['users', 'areas', 'iterations', 'workItems'])
    if (!Array.isArray(Reflect.get(json, name))) throw new Error(`A seed needs a list "${name}".`);
  const seed = json as SeedFile;
  if (typeof seed.team?.name !== 'string') throw new Error('A seed needs a team with a name.');
  if (seed.users.length === 0) throw new Error('A seed needs at least one user.');
  return seed;
}
