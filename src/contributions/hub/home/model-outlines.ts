/** Threats and risk of every model for the list: read one model after another, so that a long list stays polite. */
import * as React from 'react';
import type { App } from '../../../app/app';
import type { ModelSummary } from '../../../app/list-models';
import type { ModelId } from '../../../core/model/ids';
import { reviewState } from '../../../core/review/review-state';
import type { ReviewState } from '../../../core/review/review-state';
import { assess } from '../../../core/risk/assess';
import type { WorkItem } from '../../../core/sync/backlog-picture';
import { statesOf } from '../../../core/sync/foreign';
import { percent, points } from '../../../ui/words';
import { useHub } from '../hub-context';
import { workItemIds } from '../work-items';

export type Outline =
  | {
      readonly kind: 'known';
      readonly threats: number;
      readonly risk: string;
      readonly review: ReviewState['kind'];
    }
  | { readonly kind: 'failed' };

async function outlineOf(app: App, id: ModelId): Promise<Outline> {
  try {
    const { model } = await app.openModel(id);
    const ids = workItemIds(model);
    const items = ids.length > 0 ? await app.readWorkItems(ids) : new Map<number, WorkItem>();
    const risk = assess(model, statesOf(items, model));
    const share = risk.inherent > 0 ? ` (${percent(risk.current / risk.inherent)})` : '';
    const review = reviewState(model, risk).kind;
    return { kind: 'known', threats: model.threat.size, risk: `${points(risk.current)}${share}`, review };
  } catch {
    // The list is about finding a model; opening it will say what is wrong.
    return { kind: 'failed' };
  }
}

export function useOutlines(models: readonly ModelSummary[]): ReadonlyMap<string, Outline> {
  const { app } = useHub();
  const [outlines, setOutlines] = React.useState<ReadonlyMap<string, Outline>>(new Map());
  React.useEffect(() => {
    let current = true;
    const readAll = async () => {
      for (const summary of models) {
        if (summary.kind === 'damaged') continue;
        const outline = await outlineOf(app, summary.info.id);
        if (!current) return;
        setOutlines((before) => new Map(before).set(summary.id, outline));
      }
    };
    void readAll();
    return () => {
      current = false;
    };
  }, [app, models]);
  return outlines;
}
