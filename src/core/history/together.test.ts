/** Two people who edit one model at the same time: whoever saves first, the result is the same and nothing is lost. */
import * as fc from 'fast-check';
import { editSequences } from '../../../tests/fixtures/model-arbitrary';
import { times } from '../../../tests/fixtures/runs';
import type { Entity, Kind, Model } from '../model/model';
import { sameValue } from '../model/same-value';
import type { Merge } from '../store/merge';
import { mergeModels } from '../store/merge';
import { firstDangling } from '../store/references';
import { diffModels } from './difference';

const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }) => `${kind} ${id}`;
const at = (model: Model, kind: Kind, id: string): Entity | undefined =>
  (model[kind] as ReadonlyMap<string, Entity>).get(id);
const valuesOf = (entity: object | undefined) => new Map<string, unknown>(Object.entries(entity ?? {}));

/** The second one saves: what the first one saved is what is stored. */
const afterBoth = (base: Model, first: Model, second: Model): Merge => mergeModels(base, second, first);

/** Every property that one person changed is as they left it, unless somebody is asked to decide about the thing. */
function expectNothingLost(base: Model, by: Model, { merged, conflicts }: Merge): void {
  const told = new Set(conflicts.map(keyOf));
  for (const each of diffModels(base, by)) {
    if (told.has(keyOf(each))) continue;
    const is = valuesOf(each.kind === 'info' ? merged.info : at(merged, each.kind, each.id));
    const [was, wanted] = [valuesOf(each.before), valuesOf(each.after)];
    for (const name of new Set([...was.keys(), ...wanted.keys()])) {
      if (sameValue(was.get(name), wanted.get(name))) continue;
      if (!sameValue(is.get(name), wanted.get(name))) throw new Error(`${keyOf(each)} lost its ${name}.`);
    }
  }
}

test('pairs of edit sequences merge to the same in either order, and nothing is lost', () => {
  fc.assert(
    fc.property(editSequences, ({ base, mine, theirs }) => {
      const [a, b] = [mine[mine.length - 1] ?? base, theirs[theirs.length - 1] ?? base];
      const [here, there] = [afterBoth(base, a, b), afterBoth(base, b, a)];
      for (const merge of [here, there]) {
        expect(firstDangling(merge.merged)).toBeUndefined();
        expectNothingLost(base, a, merge);
        expectNothingLost(base, b, merge);
      }
      const told = here.conflicts.map(keyOf).sort();
      expect(there.conflicts.map(keyOf).sort()).toEqual(told);
      // A conflict is shown with the same two versions, each from its own side.
      const sides = new Map(there.conflicts.map((each) => [keyOf(each), each]));
      for (const each of here.conflicts) {
        expect(sameValue(sides.get(keyOf(each))?.theirs, each.mine)).toBe(true);
        expect(sameValue(sides.get(keyOf(each))?.mine, each.theirs)).toBe(true);
      }
      const differing = diffModels(here.merged, there.merged).map(keyOf);
      expect(differing.filter((key) => !told.includes(key))).toEqual([]);
    }),
    { numRuns: times(40, 5000) },
  );
});
