/** When work items changed their states: out of their own dates, 200 at a time; revisions only where those do not tell. */
import * as v from 'valibot';
import type { StateCategory } from '../../core/model/state-category';
import { historyFromDates } from '../../core/risk/state-history';
import type { StateDates, StateHistory, StateSince } from '../../core/risk/state-history';
import type { HistoryShelf, KeptHistory } from '../../app/ports';
import { understood } from './work-item-answer';
import type { answeredItem } from './work-item-answer';

type Answer = v.InferOutput<typeof answeredItem>;

const common = (name: string): string => `Microsoft.VSTS.Common.${name}`;
const dates = {
  activated: common('ActivatedDate'),
  resolved: common('ResolvedDate'),
  closed: common('ClosedDate'),
  stateChanged: common('StateChangeDate'),
};
export const historyFields = [
  'System.WorkItemType',
  'System.State',
  'System.CreatedDate',
  ...Object.values(dates),
];

const changed = v.object({ newValue: v.optional(v.unknown()) });
const updates = v.object({
  value: v.array(
    v.object({
      fields: v.optional(v.record(v.string(), changed)),
      revisedDate: v.optional(v.string()),
    }),
  ),
});
/** The service's limit of updates per answer. */
export const updatesPerRead = 200;

export interface HistoryReach {
  readonly items: (ids: readonly number[], fields: readonly string[]) => Promise<readonly Answer[]>;
  /** One answer of updates, from the given place on. */
  readonly updates: (id: number, skip: number) => Promise<unknown>;
  readonly category: (type: string, state: string) => StateCategory | undefined;
  /** Those of the items that were in a completed state at any time. */
  readonly everCompleted: (ids: readonly number[]) => Promise<ReadonlySet<number>>;
}

const textOf = (answer: Answer, name: string): string => {
  const value = answer.fields[name];
  return typeof value === 'string' ? value : '';
};

function datesOf(answer: Answer, category: StateCategory): StateDates {
  const known = Object.entries(dates).flatMap(([name, field]) => {
    const value = textOf(answer, field);
    return value === '' ? [] : [[name, value]];
  });
  return { category, created: textOf(answer, 'System.CreatedDate'), ...Object.fromEntries(known) };
}

/** More than so many updates are read from nobody: ten thousand. */
const mostReads = 50;

async function fromUpdates(reach: HistoryReach, id: number, type: string): Promise<StateHistory> {
  const steps: StateSince[] = [];
  for (let read = 0; read < mostReads; read += 1) {
    const what = `the history of work item ${id}`;
    const { value } = understood(updates, await reach.updates(id, read * updatesPerRead), what);
    for (const { fields = {} } of value) {
      const state = fields['System.State']?.newValue;
      const at = fields['System.ChangedDate']?.newValue ?? fields['System.CreatedDate']?.newValue;
      const category = typeof state === 'string' ? reach.category(type, state) : undefined;
      if (category && typeof at === 'string') steps.push({ at, category });
    }
    if (value.length < updatesPerRead) break;
  }
  return steps;
}

interface Untold {
  readonly answer: Answer;
  readonly type: string;
}

/** Those whose dates do not tell: off the shelf, else from their revisions. */
async function readUntold(
  reach: HistoryReach,
  untold: readonly Untold[],
  shelf: HistoryShelf | undefined,
): Promise<ReadonlyMap<number, StateHistory>> {
  const histories = new Map<number, StateHistory>();
  if (untold.length === 0) return histories;
  const known = (await shelf?.known()) ?? new Map<number, KeptHistory>();
  const fresh = new Map<number, KeptHistory>();
  for (const { answer, type } of untold) {
    const { id, rev } = answer;
    const kept = known.get(id);
    const history = kept?.rev === rev ? kept.history : await fromUpdates(reach, id, type);
    if (kept?.rev !== rev) fresh.set(id, { rev, history });
    histories.set(id, history);
  }
  if (fresh.size > 0) await shelf?.keep(fresh);
  return histories;
}

/**
 * An item that is opened again loses its date of closing, so a query is asked which ones were ever completed; those that
 * are not any more are read from their revisions. One that was closed a second time counts from then on.
 * What was read so is kept on the shelf until the item changes.
 * Items that cannot be read, and states that the process does not know, are left out. Rejects with AccessError.
 */
export async function readHistories(
  reach: HistoryReach,
  ids: readonly number[],
  shelf?: HistoryShelf,
): Promise<ReadonlyMap<number, StateHistory>> {
  const histories = new Map<number, StateHistory>();
  if (ids.length === 0) return histories;
  const [answers, completed] = await Promise.all([reach.items(ids, historyFields), reach.everCompleted(ids)]);
  const untold: Untold[] = [];
  for (const answer of answers) {
    const type = textOf(answer, 'System.WorkItemType');
    const category = reach.category(type, textOf(answer, 'System.State'));
    if (!category) continue;
    const read = historyFromDates(datesOf(answer, category));
    const isReopened = category !== 'Completed' && completed.has(answer.id);
    const isTold = read.kind === 'known' && !isReopened;
    if (isTold) histories.set(answer.id, read.history);
    else untold.push({ answer, type });
  }
  for (const [id, history] of await readUntold(reach, untold, shelf)) histories.set(id, history);
  return histories;
}
