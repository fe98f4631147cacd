/** The rows of a result: a list, or links as the tree that their order says. */
import type { QueryAnswer, QueryLink } from '../../rest/work-items';

export interface ResultRow {
  /** Unique also where an item stands in several places of a tree. */
  readonly key: string;
  readonly id: number;
  readonly depth: number;
}

/** A link stands under the last row of its source; one whose source is not shown stands at the top. */
function linkRows(links: readonly QueryLink[]): readonly ResultRow[] {
  const depths = new Map<number, number>();
  return links.map(({ source, target }, place) => {
    const above = source === null ? undefined : depths.get(source);
    const depth = above === undefined ? 0 : above + 1;
    depths.set(target, depth);
    return { key: `${place} ${target}`, id: target, depth };
  });
}

export function resultRows(answer: QueryAnswer): readonly ResultRow[] {
  return answer.kind === 'links'
    ? linkRows(answer.links)
    : answer.ids.map((id) => ({ key: String(id), id, depth: 0 }));
}
