/** Work with its entry in the journal: written before the work, and again with what came of it. */
import type { ModelId } from '../core/model/ids';
import type { JournalEntry, JournalLine } from '../core/sync/journal';
import { stepKey } from '../core/sync/plan';
import type { WritingStep } from '../core/sync/plan';
import type { Ports } from './ports';
import { AccessError } from './ports';
import type { StepOutcome } from './run-steps';
import { beginEntry, endEntry } from './sync-journal';

interface Place {
  readonly ports: Ports;
  readonly projectId: string;
  readonly model: ModelId;
}
interface Work {
  readonly kind: JournalEntry['kind'];
  readonly undoes?: string;
  readonly steps: readonly WritingStep[];
  /** One for each step. */
  readonly lines: readonly JournalLine[];
  readonly outcomes: () => ReadonlyMap<string, StepOutcome>;
}

function ended(line: JournalLine, outcome: StepOutcome | undefined): JournalLine {
  if (!outcome) return line;
  const { result } = outcome;
  if (result.kind !== 'done') return { ...line, result: result.kind };
  return { ...line, result: 'done', workItem: result.workItem, after: result.rev ?? null };
}

/** Nothing to do is no entry. What cannot be written at the end stays as it was begun. */
export async function journaled<T>(place: Place, work: Work, run: () => Promise<T>): Promise<T> {
  const { ports, projectId, model } = place;
  if (work.steps.length === 0) return run();
  const at = ports.clock.now();
  const by = (await ports.person?.()) ?? null;
  const entry: JournalEntry = {
    id: ports.newId(),
    kind: work.kind,
    at,
    by,
    state: 'begun',
    ...(work.undoes === undefined ? {} : { undoes: work.undoes }),
    lines: [...work.lines],
  };
  const there = { documents: ports.documents, projectId, model };
  const begun = await beginEntry(there, entry);
  const result = await run();
  const outcomes = work.outcomes();
  const lines = work.lines.map((line, i) => {
    const step = work.steps[i];
    return step ? ended(line, outcomes.get(stepKey(step))) : line;
  });
  try {
    await endEntry(there, begun, { ...entry, state: 'ended', lines });
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
  }
  return result;
}
