/** What each type of control does to a threat: the paper's severity is probability and impact, and a control acts on one. */
import type { Mitigation } from '../model/mitigation';

export type ControlEffect = 'probability' | 'impact' | 'neither';

/**
 * Preventive controls make success less likely. Corrective and recovery controls make the damage smaller or shorter.
 * Detective ones change neither by themselves: they tell when the others must act (paper, "Monitoring").
 */
const effects: Record<NonNullable<Mitigation['controlType']>, ControlEffect> = {
  preventive: 'probability',
  detective: 'neither',
  corrective: 'impact',
  recovery: 'impact',
  other: 'neither',
};

/** Undefined = nobody said what type of control it is. */
export function controlEffect({ controlType }: Pick<Mitigation, 'controlType'>): ControlEffect | undefined {
  return controlType && effects[controlType];
}
