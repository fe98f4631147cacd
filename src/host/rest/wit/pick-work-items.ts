/** Reads several work items at once under the limit and error policy of the original. */
import type { Member } from '../../kernel/enums';
import { Problem, problem } from '../../kernel/problem';
import { itemAsOf } from '../../work-items/history';
import { renderWorkItem, type Selection, type View } from '../../work-items/render';

/** The server's page size: more ids in one call are refused. */
const MAXIMUM_IDS = 200;

export interface Pick {
  readonly ids: readonly number[];
  readonly selection: Selection;
  readonly asOf: string | undefined;
  readonly errorPolicy: Member<'WorkItemErrorPolicy'>;
}

/** @throws Problem 400 for anything that is no whole number. */
export function readIds(raw: readonly unknown[]): readonly number[] {
  return raw.map((one) => {
    const id = typeof one === 'string' && one !== '' ? Number(one) : one;
    if (typeof id === 'number' && Number.isInteger(id)) return id;
    throw problem(
      400,
      'VssPropertyValidationException',
      `The value '${String(one)}' is not a valid work item id.`,
    );
  });
}

/**
 * The items in the order asked for. With the policy "omit" a missing one leaves null in its place.
 * @throws Problem 404 for a missing item under "fail", 400 for too many ids.
 */
export function pickWorkItems(view: View, pick: Pick): readonly (Record<string, unknown> | null)[] {
  if (pick.ids.length > MAXIMUM_IDS)
    throw problem(
      400,
      'VssPropertyValidationException',
      `VS403474: You requested ${pick.ids.length} work items which exceeds the limit of ${MAXIMUM_IDS}.`,
    );
  return pick.ids.map((id) => {
    try {
      return renderWorkItem(itemAsOf(view.world.store, id, pick.asOf), pick.selection, view);
    } catch (error) {
      if (pick.errorPolicy === 'omit' && error instanceof Problem && error.status === 404) return null;
      throw error;
    }
  });
}
