/** The tree of iterations as a list of sprints with their paths. */
import * as v from 'valibot';
import type { Sprint } from '../../core/alignment/picture';

interface Node {
  readonly identifier: string;
  readonly name: string;
  readonly attributes?:
    | { readonly startDate?: string | null | undefined; readonly finishDate?: string | null | undefined }
    | undefined;
  readonly children?: readonly Node[] | undefined;
}
export const iterationNode: v.GenericSchema<unknown, Node> = v.object({
  identifier: v.string(),
  name: v.string(),
  attributes: v.optional(
    v.object({ startDate: v.optional(v.nullish(v.string())), finishDate: v.optional(v.nullish(v.string())) }),
  ),
  children: v.optional(v.array(v.lazy(() => iterationNode))),
});

/** Those below the root, parents first. The root is where nobody planned yet. */
export function sprintsOf({ name, children = [] }: Node): readonly Sprint[] {
  return children.flatMap((child) => {
    const path = `${name}\\${child.name}`;
    const sprint = {
      id: child.identifier,
      name: child.name,
      path,
      start: child.attributes?.startDate ?? undefined,
      finish: child.attributes?.finishDate ?? undefined,
    };
    return [sprint, ...sprintsOf({ ...child, name: path })];
  });
}
