/** The words of the requirements page. */
import type { Requirement } from '../../../core/model/decisions';
import type { Assumption } from '../../../core/model/decisions';
import type { Missing, Realised } from '../../../core/risk/realised';
import type { PillTone } from '../../../ui/Marks';

export const verdictWords: Readonly<Record<Realised['verdict'], string>> = {
  nothing: 'Not realised',
  planned: 'Planned',
  partly: 'In part',
  realised: 'Realised',
};
export const verdictTones: Readonly<Record<Realised['verdict'], PillTone>> = {
  nothing: 'error',
  planned: 'warning',
  partly: 'info',
  realised: 'success',
};

/** What an empty cell says. */
export const missingWords: Readonly<Record<Missing, string>> = {
  story: 'No story asks for it',
  mitigation: 'Nothing works for it',
  'work-item': 'Not in the backlog',
  done: 'Nothing is done yet',
};

export const controlWords: Readonly<Record<string, string>> = {
  preventive: 'Preventive',
  detective: 'Detective',
  corrective: 'Corrective',
  recovery: 'Recovery',
  other: 'Other',
};

export function familyWords({ family }: Pick<Requirement, 'family'>): string {
  if (!family) return '';
  return family.kind === 'tag'
    ? `all with the tag “${family.tag}”`
    : `all ${(controlWords[family.controlType] ?? family.controlType).toLowerCase()} ones`;
}

export const stateWords: Readonly<Record<Assumption['state'], string>> = {
  open: 'Not checked',
  confirmed: 'Holds',
  wrong: 'Proved wrong',
};
export const stateTones: Readonly<Record<Assumption['state'], PillTone>> = {
  open: 'neutral',
  confirmed: 'success',
  wrong: 'error',
};
export const stateOptions = (['open', 'confirmed', 'wrong'] as const).map((value) => ({
  value,
  label: stateWords[value],
}));
