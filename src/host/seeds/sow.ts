/** Fills an empty store from a seed. Everything goes through the ordinary rules, so seeded items have honest histories. */
import { guidOf, PROJECT } from '../organisation/identifiers';
import {
  facts,
  nodes,
  users,
  type ClassificationNode,
  type NodeGroup,
  type User,
} from '../organisation/types';
import { nodeKey } from '../organisation/world';
import type { ProcessTemplate } from '../processes/process';
import { nextNumber } from '../store/counters';
import type { Transaction } from '../store/store';
import type { SeedFile } from './seed-file';
import { sowWorkItems } from './sow-work-items';

export interface Sowing {
  readonly tx: Transaction;
  readonly seed: SeedFile;
  readonly process: ProcessTemplate;
  readonly now: Date;
}

const DAY = 86_400_000;

/** Midnight UTC so many days from the day of seeding. */
export function dayFrom(now: Date, days: number): Date {
  return new Date(Math.floor(now.getTime() / DAY) * DAY + days * DAY);
}

/** @throws Error or Problem naming what in the seed does not fit. */
export function sow(sowing: Sowing): void {
  const { tx, seed, process, now } = sowing;
  tx.put(facts, 'process', process.key);
  tx.put(facts, 'team', seed.team.name);
  tx.put(facts, 'seededAt', now.toISOString());
  const people = seed.users.map((user): User => ({
    ...user,
    id: guidOf(`user:${user.uniqueName.toLowerCase()}`),
  }));
  for (const user of people) tx.put(users, user.id, user);
  for (const group of ['areas', 'iterations'] as const) addNode(tx, group, PROJECT.name, {});
  for (const area of seed.areas) addPath(tx, area);
  for (const { name, startDay, finishDay } of seed.iterations)
    addNode(tx, 'iterations', `${PROJECT.name}\\${name}`, {
      startDate: dayFrom(now, startDay).toISOString(),
      finishDate: dayFrom(now, finishDay).toISOString(),
    });
  sowWorkItems(sowing, people);
}

/** Adds an area with every level above it. */
function addPath(tx: Transaction, path: string): void {
  const levels = path.split('\\');
  if (levels[0] !== PROJECT.name) throw new Error(`The area ${path} must begin with ${PROJECT.name}.`);
  for (let depth = 1; depth <= levels.length; depth += 1)
    addNode(tx, 'areas', levels.slice(0, depth).join('\\'), {});
}

function addNode(
  tx: Transaction,
  group: NodeGroup,
  path: string,
  dates: Pick<ClassificationNode, 'startDate' | 'finishDate'>,
): void {
  const key = nodeKey(group, path);
  if (tx.get(nodes, key)) return;
  const name = path.split('\\').pop() ?? path;
  tx.put(nodes, key, { id: nextNumber(tx, 'node'), guid: guidOf(key), group, name, path, ...dates });
}
