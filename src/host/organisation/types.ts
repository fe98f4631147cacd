/** What the organisation is made of: people, the project, its team and its paths. */
import { kind } from '../store/store';

export interface User {
  readonly id: string;
  readonly displayName: string;
  /** Sign-in name in the form of a mail address. */
  readonly uniqueName: string;
  readonly role: string;
}

/** Roles whose people read everything and save nothing. Every other role is only a name. */
const READING_ROLES = new Set(['reader', 'stakeholder-read-only']);

export function accessOf(user: Pick<User, 'role'>): 'read' | 'write' {
  return READING_ROLES.has(user.role.toLowerCase()) ? 'read' : 'write';
}

export type NodeGroup = 'areas' | 'iterations';

/** One area or iteration. The root of each group carries the project's name. */
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
export const nodes = kind<ClassificationNode>('node');
