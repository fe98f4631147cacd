/** A board with everything on it, as it was read. */
import type { BoardSetup } from '../../rest/board';
import type { Process } from '../../rest/process';
import type { WorkItem } from '../../rest/work-item';

export interface Board {
  readonly process: Process;
  readonly setup: BoardSetup;
  readonly cards: readonly WorkItem[];
  /** Items of the level below by their parent. */
  readonly tasks: ReadonlyMap<number, readonly WorkItem[]>;
}
