/** Mitigations as table rows: joined once, then filtered and sorted. Pure. */
import type { RealisationId } from '../../../core/model/ids';
import { plainStatuses, reasonedStatuses } from '../../../core/model/mitigation';
import type { Mitigation, StatusKind } from '../../../core/model/mitigation';
import type { Model } from '../../../core/model/model';
import type { ModelIndex } from '../../../core/model/model-index';
import type { Assessment, MitigationRisk } from '../../../core/risk/assess';
import type { WorkItem } from '../../../core/sync/backlog-picture';
import { byName } from '../../../ui/by-name';
import type { Sorting } from '../../../ui/TableParts';
import type { TableShape } from '../../../ui/table-state';
import { statusWords } from '../../../ui/words';
import type { WorkItems } from '../work-items';
import { statusOfRow } from './overall-status';
import type { OverallStatus, StatusOfRow } from './overall-status';

export interface MitigationTask {
  readonly id: number;
  readonly realisation: RealisationId;
  /** Undefined when it cannot be read, or was not asked for yet. */
  readonly item: WorkItem | undefined;
}

export interface MitigationRow extends StatusOfRow {
  readonly mitigation: Mitigation;
  readonly threats: number;
  readonly task: MitigationTask | undefined;
  readonly risk: MitigationRisk;
  readonly stories: readonly number[];
}

export type MitigationColumn =
  'title' | 'threats' | 'status' | 'task' | 'wouldRemove' | 'removes' | 'stories';
const mitigationConcerns = ['no-task', 'no-threat', 'no-text'] as const;
export type MitigationConcern = '' | (typeof mitigationConcerns)[number];
export interface MitigationFilter {
  readonly text: string;
  readonly status: StatusKind | 'mixed' | '';
  readonly concern: MitigationConcern;
}
export const anyMitigation: MitigationFilter = { text: '', status: '', concern: '' };

/** What can be put away; what a mitigation is and its status stay. */
export const mitigationOptional = ['threats', 'task', 'wouldRemove', 'removes', 'stories'] as const;
export const mitigationGroups = ['status', 'control', 'task'] as const;
export type MitigationGroup = (typeof mitigationGroups)[number];
const statuses = [...plainStatuses, ...reasonedStatuses, 'mixed'] as const;

export const mitigationTable: TableShape<MitigationFilter, MitigationColumn, MitigationGroup> = {
  start: {
    filter: anyMitigation,
    sorting: { by: 'wouldRemove', direction: 'descending' },
    group: '',
    hidden: [],
  },
  columns: ['title', 'status', ...mitigationOptional],
  optional: mitigationOptional,
  groups: mitigationGroups,
  readFilter: ({ text, status, concern }) => ({
    text: typeof text === 'string' ? text : '',
    status: statuses.find((each) => each === status) ?? '',
    concern: mitigationConcerns.find((each) => each === concern) ?? '',
  }),
};

const controlWords = {
  preventive: 'Prevents',
  detective: 'Detects',
  corrective: 'Corrects',
  recovery: 'Recovers',
  other: 'Other controls',
} as const;

/** The name of the group in which a row stands. */
export function mitigationGroupOf(
  { mitigation, overall, task }: MitigationRow,
  group: MitigationGroup,
): string {
  switch (group) {
    case 'status':
      return overall.kind === 'same' ? statusWords[overall.effective.status.kind] : 'Mixed';
    case 'control':
      return mitigation.controlType ? controlWords[mitigation.controlType] : 'No type of control said';
    case 'task':
      return task ? (task.item?.state ?? 'With a Task') : 'Without Task';
  }
}

const noRisk: MitigationRisk = { wouldRemove: 0, removes: 0 };

export function mitigationRows(
  model: Model,
  index: ModelIndex,
  given: { readonly assessment: Assessment; readonly items: WorkItems },
): readonly MitigationRow[] {
  return [...model.mitigation.values()].map((mitigation) => {
    const realised = index.realisationsOfMitigation(mitigation.id).find((r) => r.workItem !== null);
    const id = realised?.workItem;
    return {
      mitigation,
      threats: index.treatmentsOfMitigation(mitigation.id).length,
      ...statusOfRow({ model, index, items: given.items }, mitigation),
      task: id ? { id, realisation: realised.id, item: given.items.get(id) } : undefined,
      risk: given.assessment.mitigations.get(mitigation.id) ?? noRisk,
      stories: index.storiesOfMitigation(mitigation.id),
    };
  });
}

const isOpen = (kind: StatusKind): boolean => kind === 'open' || kind === 'proposed';
const approvedStatuses = ['approved', 'planned', 'in-progress'] as const;

/** A mixed status is found under its own name, and under that of every place: who asks what is open wants it all. */
const hasStatus = (overall: OverallStatus, wanted: StatusKind | 'mixed'): boolean =>
  overall.kind === 'same'
    ? overall.effective.status.kind === wanted
    : wanted === 'mixed' || overall.counts.has(wanted);

/**
 * For whom Tasks are offered when nobody selected any: for what is approved and has none. Before the first decision that
 * is everything, since asking for a Task decides.
 */
export function rowsToMake(rows: readonly MitigationRow[]): readonly MitigationRow[] {
  const without = rows.filter(({ task }) => !task);
  const undecided = rows.every(
    ({ overall }) => overall.kind === 'same' && isOpen(overall.effective.status.kind),
  );
  if (undecided) return without;
  return without.filter(({ overall }) => approvedStatuses.some((kind) => hasStatus(overall, kind)));
}

/** Rows that hold every word of the text in title or texts, and fulfil the other wishes. */
export function filterMitigations(
  rows: readonly MitigationRow[],
  filter: MitigationFilter,
): readonly MitigationRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const { title, implement, verify } = row.mitigation;
    if (filter.status && !hasStatus(row.overall, filter.status)) return false;
    if (filter.concern === 'no-task' && row.task) return false;
    if (filter.concern === 'no-threat' && row.threats > 0) return false;
    if (filter.concern === 'no-text' && implement && verify) return false;
    const searched = `${title}\n${implement}\n${row.task ? `#${row.task.id}` : ''}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}

function valueOf(row: MitigationRow, column: MitigationColumn): number | string {
  switch (column) {
    case 'title':
      return row.mitigation.title;
    case 'threats':
      return row.threats;
    case 'status':
      return row.overall.kind === 'same' ? row.overall.effective.status.kind : 'mixed';
    case 'task':
      return row.task?.id ?? Infinity;
    case 'wouldRemove':
      return row.risk.wouldRemove;
    case 'removes':
      return row.risk.removes;
    case 'stories':
      return row.stories[0] ?? Infinity;
  }
}

/** A sorted copy; equal rows keep a stable order by title. */
export function sortMitigations(
  rows: readonly MitigationRow[],
  sorting: Sorting<MitigationColumn>,
): readonly MitigationRow[] {
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  const byTitle = (a: MitigationRow, b: MitigationRow) => byName(a.mitigation.title, b.mitigation.title);
  return [...rows].sort((a, b) => {
    const [x, y] = [valueOf(a, sorting.by), valueOf(b, sorting.by)];
    if (typeof x === 'string' || typeof y === 'string') {
      return sign * byName(String(x), String(y)) || byTitle(a, b);
    }
    return (x === y ? 0 : sign * (x < y ? -1 : 1)) || byTitle(a, b);
  });
}
