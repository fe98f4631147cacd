/** The whole model as readable JSON: what this file is called and how it is laid out. Nothing is lost in it. */
import type { Entity, Model } from '../../model/model';
import { kinds } from '../../model/model';

/** The version of the layout. A reader refuses a newer one: it may hold what it would lose. */
export const layoutVersion = 1;
/** The key at the top of the file by which it is recognised. */
export const mark = 'withoutModel';

/** The text of the file: the description of the model, then a list for each kind that it has. Ends with a newline. */
export function wholeModelText(model: Model): string {
  const lists = kinds.flatMap((kind): [string, readonly Entity[]][] => {
    const all: readonly Entity[] = [...model[kind].values()];
    return all.length === 0 ? [] : [[kind, all]];
  });
  return `${JSON.stringify({ [mark]: layoutVersion, info: model.info, entities: Object.fromEntries(lists) }, null, 2)}\n`;
}
