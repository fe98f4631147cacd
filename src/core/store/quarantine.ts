/** What of a stored model could not be read, with its content as it is: nobody has to write a query to get at it. */
import type { Entity } from '../model/model';
import type { StoredModel } from './stored-model';

export interface LeftOut {
  /** The id of the document in the model's collection. */
  readonly document: string;
  /** As it was read. */
  readonly content: unknown;
}

/** The entries of shards that are not in the model, by document. A description that does not hold counts, too. */
export function leftOut({ model, shards, index, readOnly }: StoredModel): readonly LeftOut[] {
  const entries = [...shards.values()].flatMap((shard) => {
    const known: ReadonlyMap<string, Entity> = model[shard.kind];
    return shard.entries
      .filter(({ id }) => id === undefined || !known.has(id))
      .map(({ raw }): LeftOut => ({ document: shard.id, content: raw }));
  });
  const description = index && readOnly !== undefined ? index.document : undefined;
  return description ? [{ document: description.id, content: description }, ...entries] : entries;
}

/** The file of it. Ends with a newline. */
export function leftOutText(problems: readonly string[], parts: readonly LeftOut[]): string {
  return `${JSON.stringify({ problems, leftOut: parts }, null, 2)}\n`;
}
