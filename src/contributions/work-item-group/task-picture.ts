/** What the form of a mitigation's Task shows: which threats it treats where, how strongly, and what that removes. Pure. */
import type { WorkItemReading } from '../../app/read-work-item';
import type { Mitigation } from '../../core/model/mitigation';
import type { ModelId } from '../../core/model/ids';
import { points } from '../../ui/words';
import { assessItem, threatRow } from './item-threat';
import type { MitigationRow, ThreatRow } from './item-threat';

export interface TreatedThreat extends ThreatRow {
  /** What this Task's mitigation does there. */
  readonly own: MitigationRow;
}
export interface TaskPicture {
  readonly model: ModelId;
  readonly modelName: string;
  readonly mitigation: Mitigation;
  /** Worst first. */
  readonly threats: readonly TreatedThreat[];
  /** What it takes from the risk, as a sentence. */
  readonly effect: string;
  readonly more: number;
}

function effectWords(given: { removes: number; wouldRemove: number; current: number; more: number }): string {
  const { removes, wouldRemove, current, more } = given;
  const atLeast = more > 0 ? 'at least ' : '';
  const done = `It takes ${atLeast}${points(removes)} points of risk away; ${points(current)} are left.`;
  const todo = `When it is done, it takes away ${atLeast}${points(wouldRemove)} of the ${points(current)} points of risk that are left.`;
  if (removes > 0 && wouldRemove > 0) return `${done} ${todo}`;
  if (removes > 0) return done;
  return wouldRemove > 0 ? todo : 'As it stands it takes nothing away from the risk.';
}

/** One for each mitigation that the item realises; empty for an item that is no mitigation's Task. */
export function taskPictures(reading: WorkItemReading): readonly TaskPicture[] {
  return reading.models.flatMap((item) => {
    const assessed = assessItem(item, reading);
    const own = [...item.model.realisation.values()].filter((each) => each.workItem === reading.id);
    return own.flatMap(({ mitigation: id, covers }): TaskPicture[] => {
      const mitigation = item.model.mitigation.get(id);
      if (!mitigation) return [];
      const threats = assessed.index
        .treatmentsOfMitigation(id)
        .filter((treatment) => covers === 'all' || covers.includes(treatment.id))
        .flatMap(({ threat }): TreatedThreat[] => {
          const row = threatRow(assessed, reading, { threat });
          const treats = row?.mitigations.find((each) => each.id === id);
          return row && treats ? [{ ...row, own: treats }] : [];
        })
        .sort((a, b) => b.risk.inherent - a.risk.inherent);
      const risk = assessed.assessment.mitigations.get(id) ?? { removes: 0, wouldRemove: 0 };
      const current = threats.reduce((sum, each) => sum + each.risk.current, 0);
      const effect = effectWords({ ...risk, current, more: item.more });
      return [{ model: item.id, modelName: item.name, mitigation, threats, effect, more: item.more }];
    });
  });
}
