/** What the models say of a Task: the mitigation that it is, the threats at its places, and the stories behind them. */
import type { AlignmentPicture } from '../../../core/alignment/picture';
import type { ModelId } from '../../../core/model/ids';
import type { Mitigation } from '../../../core/model/mitigation';
import type { ThreatRisk } from '../../../core/risk/assess';
import type { WorkItem } from '../../../core/sync/backlog-picture';

export interface TaskFacts {
  readonly model: ModelId;
  readonly modelName: string;
  readonly mitigation: Mitigation;
  /** Undefined: it is removed, or this person may not read it. */
  readonly item: WorkItem | undefined;
  readonly number: number;
  /** Most risk first. */
  readonly threats: readonly ThreatRisk[];
  /** Ascending. */
  readonly stories: readonly number[];
}

/** One for each model that names the Task; usually one. */
export function taskFacts(picture: AlignmentPicture, number: number): readonly TaskFacts[] {
  return picture.models.flatMap(({ model, index, assessment }) =>
    [...model.realisation.values()]
      .filter(({ workItem }) => workItem === number)
      .flatMap((realisation): TaskFacts[] => {
        const mitigation = model.mitigation.get(realisation.mitigation);
        if (!mitigation) return [];
        const { covers } = realisation;
        const covered = index
          .treatmentsOfMitigation(mitigation.id)
          .filter(({ id }) => covers === 'all' || covers.includes(id));
        const ids = new Set(covered.map(({ threat }) => threat));
        const threats = [...ids].flatMap((id) => assessment.threats.get(id) ?? []);
        const stories = new Set([...ids].flatMap((id) => index.linksOfThreat(id).map(({ story }) => story)));
        return [
          {
            model: model.info.id,
            modelName: model.info.name,
            mitigation,
            item: picture.tasks.get(number),
            number,
            threats: threats.sort((a, b) => b.current - a.current),
            stories: [...stories].sort((a, b) => a - b),
          },
        ];
      }),
  );
}
