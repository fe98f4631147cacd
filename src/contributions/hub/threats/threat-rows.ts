/** Threats as table rows: joined once, then filtered and sorted as people ask. Pure. */
import type { Model } from '../../../core/model/model';
import { placeName } from '../../../core/model/model-index';
import type { ModelIndex } from '../../../core/model/model-index';
import type { Threat } from '../../../core/model/threat';
import { impactLevels, probabilityLevels } from '../../../core/model/threat';
import type { Assessment, ThreatRisk } from '../../../core/risk/assess';
import { inherentPoints, severityNames } from '../../../core/risk/severity';
import type { SeverityName } from '../../../core/risk/severity';
import { byName } from '../../../ui/by-name';
import type { Sorting } from '../../../ui/TableParts';
import type { TableShape } from '../../../ui/table-state';
import { severityWords, strideWords, threatStatusWords } from '../../../ui/words';

export interface ThreatRow {
  readonly threat: Threat;
  readonly place: string;
  readonly risk: ThreatRisk;
  readonly inherent: number;
  readonly mitigations: number;
  /** Ascending, each once. */
  readonly stories: readonly number[];
}

export const threatConcerns = ['assumed', 'no-mitigation', 'no-story', 'tentative', 'stale'] as const;
export type ThreatConcern = (typeof threatConcerns)[number];

/** Empty string = any. */
export interface ThreatFilter {
  readonly text: string;
  /** Of the risk now. */
  readonly severity: SeverityName | '';
  readonly status: Threat['status']['kind'] | '';
  readonly concern: ThreatConcern | '';
}
export const anyThreat: ThreatFilter = { text: '', severity: '', status: '', concern: '' };

export type ThreatColumn =
  'title' | 'place' | 'stride' | 'probability' | 'impact' | 'severity' | 'risk' | 'mitigations' | 'stories';

/** What can be put away; what a threat is and its risk stay. */
export const threatOptional = [
  'place',
  'stride',
  'probability',
  'impact',
  'severity',
  'mitigations',
  'stories',
] as const satisfies readonly ThreatColumn[];

export const threatGroups = ['risk', 'place', 'status', 'stride'] as const;
export type ThreatGroup = (typeof threatGroups)[number];

const threatStatuses = ['open', 'needs-investigation', 'not-applicable'] as const;

export const threatTable: TableShape<ThreatFilter, ThreatColumn, ThreatGroup> = {
  start: { filter: anyThreat, sorting: { by: 'risk', direction: 'descending' }, group: '', hidden: [] },
  columns: ['title', 'risk', ...threatOptional],
  optional: threatOptional,
  groups: threatGroups,
  readFilter: ({ text, severity, status, concern }) => ({
    text: typeof text === 'string' ? text : '',
    severity: severityNames.find((each) => each === severity) ?? '',
    status: threatStatuses.find((each) => each === status) ?? '',
    concern: threatConcerns.find((each) => each === concern) ?? '',
  }),
};

/** The name of the group in which a row stands. */
export function threatGroupOf({ threat, risk, place }: ThreatRow, group: ThreatGroup): string {
  switch (group) {
    case 'risk':
      return risk.applies
        ? `${severityWords[risk.currentName]} risk now`
        : threatStatusWords['not-applicable'];
    case 'place':
      return place;
    case 'status':
      return threatStatusWords[threat.status.kind];
    case 'stride':
      return threat.stride.map((each) => strideWords[each]).join(', ') || 'No category of STRIDE';
  }
}

const noStories: readonly number[] = [];
/** Most threats have none, and every edit asks for all of them. */
function storiesOf(index: ModelIndex, { id }: Threat): readonly number[] {
  const links = index.linksOfThreat(id);
  if (links.length === 0) return noStories;
  return [...new Set(links.map(({ story }) => story))].sort((a, b) => a - b);
}

export function threatRows(model: Model, index: ModelIndex, assessment: Assessment): readonly ThreatRow[] {
  const rows: ThreatRow[] = [];
  for (const threat of model.threat.values()) {
    const risk = assessment.threats.get(threat.id);
    if (!risk) continue;
    rows.push({
      threat,
      place: placeName(model, threat.place),
      risk,
      inherent: inherentPoints(threat, assessment.scale),
      mitigations: index.treatmentsOfThreat(threat.id).length,
      stories: storiesOf(index, threat),
    });
  }
  return rows;
}

/** The filter that a link asks for: a severity or a concern. */
export function filterFromLink(show: string | undefined): ThreatFilter {
  const severity = severityNames.find((name) => name === show);
  const concern = threatConcerns.find((name) => name === show);
  return { ...anyThreat, severity: severity ?? '', concern: concern ?? '' };
}

function concerns(row: ThreatRow, concern: ThreatConcern): boolean {
  switch (concern) {
    // What does not apply needs no judgement, no mitigation and no story.
    case 'assumed':
      return row.risk.applies && row.risk.assumed;
    case 'no-mitigation':
      return row.risk.applies && row.mitigations === 0;
    case 'no-story':
      return row.risk.applies && row.stories.length === 0;
    case 'tentative':
      return row.threat.tentative !== undefined;
    case 'stale':
      return row.threat.stale !== undefined;
  }
}

/** Rows that hold every word of the text (title, place, category, #story) and all other wishes. */
export function filterThreats(rows: readonly ThreatRow[], filter: ThreatFilter): readonly ThreatRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (filter.severity && !(row.risk.applies && row.risk.currentName === filter.severity)) return false;
    if (filter.status && row.threat.status.kind !== filter.status) return false;
    if (filter.concern && !concerns(row, filter.concern)) return false;
    if (words.length === 0) return true;
    const { title, category, stride } = row.threat;
    const text = [title, row.place, category ?? '', ...stride, ...row.stories.map((id) => `#${id}`)].join(
      '\n',
    );
    const searched = text.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}

function compareBy(column: ThreatColumn): (a: ThreatRow, b: ThreatRow) => number {
  switch (column) {
    case 'title':
      return (a, b) => byName(a.threat.title, b.threat.title);
    case 'place':
      return (a, b) => byName(a.place, b.place);
    case 'stride':
      return (a, b) => a.threat.stride.join().localeCompare(b.threat.stride.join(), 'en');
    case 'probability':
      return (a, b) =>
        probabilityLevels.indexOf(a.threat.probability.level) -
        probabilityLevels.indexOf(b.threat.probability.level);
    case 'impact':
      return (a, b) =>
        impactLevels.indexOf(a.threat.impact.level) - impactLevels.indexOf(b.threat.impact.level);
    case 'severity':
      return (a, b) => a.inherent - b.inherent;
    case 'risk':
      return (a, b) => a.risk.current - b.risk.current;
    case 'mitigations':
      return (a, b) => a.mitigations - b.mitigations;
    case 'stories':
      return (a, b) => (a.stories[0] ?? Infinity) - (b.stories[0] ?? Infinity) || 0;
  }
}

/** A sorted copy; equal rows keep a stable order by title. */
export function sortThreats(
  rows: readonly ThreatRow[],
  sorting: Sorting<ThreatColumn>,
): readonly ThreatRow[] {
  const compare = compareBy(sorting.by);
  const byTitle = compareBy('title');
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => sign * (compare(a, b) || 0) || byTitle(a, b));
}

/** True when both would be drawn alike, so that a table redraws only the rows that an edit touched. */
export function sameRow(a: ThreatRow, b: ThreatRow): boolean {
  return (
    a.threat === b.threat &&
    a.place === b.place &&
    a.risk.current === b.risk.current &&
    a.risk.applies === b.risk.applies &&
    a.mitigations === b.mitigations &&
    a.stories.join() === b.stories.join()
  );
}
