/** The verbs about flags on cards, for the page and the command that use them: all others never load them. */
import { AccessError } from '../ports';
import type { Ports } from '../ports';
import { applyFlags } from './apply-flags';
import type { FlagsReport } from './apply-flags';
import { planFlags, planUndoFlags, readFlags } from './plan-flags';
import type { FlagAction, FlagPorts, FlagsPlan, FlagsReading, PlannedFlags } from './plan-flags';
import { exportEverything, planRemovalOf, removeWithout } from './remove-without';
import type { Export, RemovalPlan, RemovalReport } from './remove-without';
import type { Watch } from './write-tags';

export interface FlagsApp {
  read(): Promise<FlagsReading>;
  plan(action: FlagAction): Promise<PlannedFlags>;
  /** Undefined: there is nothing to take back. */
  planUndo(): Promise<PlannedFlags | undefined>;
  apply(plan: FlagsPlan, watch?: Watch): Promise<FlagsReport>;
  exportEverything(): Promise<Export>;
  planRemoval(choice: { readonly links: 'keep' | 'remove' }): Promise<RemovalPlan>;
  remove(plan: RemovalPlan, exported: Export, watch?: Watch): Promise<RemovalReport>;
}

export function createFlagsApp(ports: Ports, projectId: string): FlagsApp {
  const { boards, documents } = ports;
  if (!boards) throw new AccessError('unexpected', 'Boards cannot be reached from here.');
  const all: FlagPorts = { ...ports, boards };
  const place = { documents, projectId };
  return {
    read: () => readFlags(all, place),
    plan: (action) => planFlags(all, place, action),
    planUndo: () => planUndoFlags(all, place),
    apply: (plan, watch = {}) => applyFlags(all, place, { plan, watch }),
    exportEverything: () => exportEverything(all, place),
    planRemoval: (choice) => planRemovalOf(all, place, choice),
    remove: (plan, exported, watch = {}) => removeWithout(all, place, { plan, exported, watch }),
  };
}
