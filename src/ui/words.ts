/** The words that people read for the model's closed sets: one place, so that every view says the same. */
import type { StatusKind, StrengthLevel } from '../core/model/mitigation';
import { plainStatuses, reasonedStatuses, strengthLevels } from '../core/model/mitigation';
import type { ImpactLevel, ProbabilityLevel, StrideCategory, ThreatStatus } from '../core/model/threat';
import { impactLevels, probabilityLevels } from '../core/model/threat';
import type { SeverityName } from '../core/risk/severity';
import { shareOf } from '../core/risk/severity';

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

export const probabilityWords: Record<ProbabilityLevel, string> = {
  rare: 'Rare',
  unlikely: 'Unlikely',
  possible: 'Possible',
  likely: 'Likely',
  'almost-certain': 'Almost certain',
};
export const impactWords: Record<ImpactLevel, string> = {
  negligible: 'Negligible',
  minor: 'Minor',
  moderate: 'Moderate',
  major: 'Major',
  severe: 'Severe',
};
export const strengthWords: Record<StrengthLevel, string> = {
  negligible: 'Negligible',
  weak: 'Weak',
  average: 'Average',
  strong: 'Strong',
  maximum: 'Maximum',
};
export const statusWords: Record<StatusKind, string> = {
  open: 'Open',
  existing: 'Existing',
  proposed: 'Proposed',
  approved: 'Approved',
  planned: 'Planned',
  'in-progress': 'In progress',
  implemented: 'Implemented',
  rejected: 'Rejected',
  'not-applicable': 'Not applicable',
};
export const threatStatusWords: Record<ThreatStatus['kind'], string> = {
  open: 'Open',
  'needs-investigation': 'Needs investigation',
  'not-applicable': 'Not applicable',
};
export const severityWords: Record<SeverityName, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};
export const strideWords: Record<StrideCategory, string> = {
  spoofing: 'Spoofing',
  tampering: 'Tampering',
  repudiation: 'Repudiation',
  'information-disclosure': 'Information disclosure',
  'denial-of-service': 'Denial of service',
  'elevation-of-privilege': 'Elevation of privilege',
};

const optionsOf = <T extends string>(values: readonly T[], words: Record<T, string>): readonly Option<T>[] =>
  values.map((value) => ({ value, label: words[value] }));

export const probabilityOptions = optionsOf(probabilityLevels, probabilityWords);
export const impactOptions = optionsOf(impactLevels, impactWords);
export const statusOptions = optionsOf<StatusKind>([...plainStatuses, ...reasonedStatuses], statusWords);
export const strengthOptions = strengthLevels.map((value) => ({
  value,
  label: `${strengthWords[value]} (−${percent(shareOf(value))})`,
}));

/** Risk points for people: one decimal only below 10, where it makes a difference. */
export function points(value: number): string {
  const digits = value > 0 && value < 10 && !Number.isInteger(value) ? 1 : 0;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A share of 0 to 1 as a whole percentage. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** "1 threat", "2 threats". `plural` only where an s is not enough. */
export function counted(count: number, one: string, plural = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : plural}`;
}

/** What went wrong, as a sentence; whatever was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error && error.message ? error.message : 'Something unexpected happened.';
}
