/** The other way to import: a newer version of a file over the model that came from it. Planned first, then saved. */
import * as React from 'react';
import type { ModelSummary } from '../../../app/list-models';
import type { OpenedModel } from '../../../app/open-model';
import type { ReimportPlan } from '../../../core/formats/reimport/plan-reimport';
import { applyEdit } from '../../../core/model/edit';
import { asId, modelId } from '../../../core/model/ids';
import type { Model } from '../../../core/model/model';
import { sentenceOf } from '../../../ui/words';
import { useHub } from '../hub-context';

export interface UpdateTarget {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** ISO instant of the import. */
  readonly at: string;
}
export type UpdateStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'planning'; readonly target: string }
  | {
      readonly kind: 'planned';
      readonly target: string;
      readonly opened: OpenedModel;
      readonly plan: ReimportPlan;
    }
  | {
      readonly kind: 'saving';
      readonly target: string;
      readonly opened: OpenedModel;
      readonly plan: ReimportPlan;
    }
  | { readonly kind: 'failed'; readonly target: string; readonly problem: string };

/** Models that came from a file of the same format; one of the same file first. */
export function targetsFor(models: readonly ModelSummary[], fresh: Model): readonly UpdateTarget[] {
  const { imported } = fresh.info;
  const found = models.flatMap((each): readonly UpdateTarget[] => {
    if (each.kind !== 'model' || each.info.imported?.format !== imported?.format) return [];
    const { name, imported: record } = each.info;
    return record ? [{ id: each.id, name, file: record.file, at: record.at }] : [];
  });
  const rank = ({ file }: UpdateTarget) => (file === imported?.file ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'));
}

export function useUpdate(fresh: Model | undefined, onDone: (id: string) => void) {
  const { app } = useHub();
  const [targets, setTargets] = React.useState<readonly UpdateTarget[]>([]);
  const [stage, setStage] = React.useState<UpdateStage>({ kind: 'none' });
  React.useEffect(() => {
    let current = true;
    setStage({ kind: 'none' });
    setTargets([]);
    if (fresh)
      app.listModels().then(
        (models) => current && setTargets(targetsFor(models, fresh)),
        // Without the list there is nothing to update; a new model can still be made.
        () => undefined,
      );
    return () => {
      current = false;
    };
  }, [app, fresh]);
  const choose = async (target: string | undefined) => {
    const id = target === undefined ? undefined : asId(modelId, target);
    if (!fresh || target === undefined || !id) return setStage({ kind: 'none' });
    setStage({ kind: 'planning', target });
    try {
      // Loaded when somebody updates: most imports make a new model.
      const [{ planReimport }, opened] = await Promise.all([
        import('../../../core/formats/reimport/plan-reimport'),
        app.openModel(id),
      ]);
      setStage({ kind: 'planned', target, opened, plan: planReimport(opened.model, fresh) });
    } catch (error) {
      setStage({ kind: 'failed', target, problem: sentenceOf(error) });
    }
  };
  const save = async () => {
    if (stage.kind !== 'planned') return;
    const { target, opened, plan } = stage;
    setStage({ kind: 'saving', target, opened, plan });
    try {
      const { conflicts } = await app.saveModel(opened, applyEdit(opened.model, plan.edit));
      if (conflicts.length === 0) return onDone(target);
      const problem = 'Somebody changed the same things meanwhile; theirs stand. Look at the plan again.';
      setStage({ kind: 'failed', target, problem });
    } catch (error) {
      setStage({ kind: 'failed', target, problem: sentenceOf(error) });
    }
  };
  return { targets, stage, choose, save };
}
