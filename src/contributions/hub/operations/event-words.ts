/** The words that people read for choices about events, for what is seen of threats, and for sources of alerts. */
import type { SecurityEvent } from '../../../core/model/event';
import type { AlertSource } from '../../../core/model/incident';
import type { Sight } from '../../../core/operate/coverage';
import type { PillTone } from '../../../ui/Marks';

export const choiceWords: Record<SecurityEvent['choice'], string> = {
  proposed: 'Proposed',
  selected: 'Selected',
  declined: 'Declined',
};
export const choiceTones: Record<SecurityEvent['choice'], PillTone> = {
  proposed: 'info',
  selected: 'success',
  declined: 'neutral',
};
export const sightWords: Record<Sight, string> = {
  watched: 'Watched',
  proposed: 'Only proposed',
  blind: 'Blind',
  waived: 'Waived',
};
export const sightTones: Record<Sight, PillTone> = {
  watched: 'success',
  proposed: 'warning',
  blind: 'error',
  waived: 'neutral',
};
export const alertSourceWords: Record<AlertSource, string> = {
  'azure-monitor': 'Azure Monitor',
  sentinel: 'Microsoft Sentinel',
  sarif: 'SARIF',
  'work-item': 'Work item',
};

export const choiceOptions = (['proposed', 'selected', 'declined'] as const).map((value) => ({
  value,
  label: choiceWords[value],
}));
