import * as fc from 'fast-check';
import { modelWithEdits, plain, poolId } from '../../../tests/fixtures/model-arbitrary';
import { runs } from '../../../tests/fixtures/runs';
import { aMitigation, aModel, aThreat, aTreatment } from '../../../tests/fixtures/sample-model';
import type { Model } from '../model/model';
import {
  countEdits,
  keptEdits,
  keptEditsText,
  mergeKeptEdits,
  modelOfEdits,
  readKeptEdits,
} from './kept-edits';
import type { KeptEdits } from './kept-edits';
import { mergeModels } from './merge';
import type { MergeConflict } from './merge';
import { firstDangling } from './references';

const at = '2026-03-02T09:00:00.000Z';
const projectId = '11111111-1111-4111-8111-111111111111';

/** As it comes back from a browser's storage or a file. */
function throughText(
  base: Model,
  mine: Model,
  conflicts: readonly MergeConflict[] = [],
): KeptEdits | undefined {
  const edits = keptEdits({ projectId, base, mine, conflicts }, at);
  if (!edits) return undefined;
  const back = readKeptEdits(JSON.parse(keptEditsText(edits)));
  if (!back) throw new Error('The text was not read back.');
  return back;
}
const inOrder = (conflicts: readonly MergeConflict[]) =>
  [...conflicts].sort((a, b) => (`${a.kind}${a.id}` < `${b.kind}${b.id}` ? -1 : 1));

test('kept edits merge with what others saved meanwhile just as if the page had never closed', () => {
  fc.assert(
    fc.property(modelWithEdits, ({ base, mine, theirs }) => {
      const edits = throughText(base, mine);
      const wanted = mergeModels(base, mine, theirs);
      const got = edits ? mergeKeptEdits(edits, theirs) : mergeModels(base, base, theirs);
      expect(plain(got.merged)).toEqual(plain(wanted.merged));
      expect(inOrder(got.conflicts)).toEqual(inOrder(wanted.conflicts));
    }),
    { numRuns: runs(30) },
  );
});

test('what somebody made for a thing whose save was done, though its answer got lost, stays', () => {
  const [threat, mitigation, treatment] = [
    aThreat(1),
    aMitigation(1),
    aTreatment(1, { threat: 1, mitigation: 1 }),
  ];
  const edits = throughText(
    aModel({ threats: [threat] }),
    aModel({ threats: [threat], mitigations: [mitigation] }),
  );
  const theirs = aModel({ threats: [threat], mitigations: [mitigation], treatments: [treatment] });
  const { merged, conflicts } = edits ? mergeKeptEdits(edits, theirs) : mergeModels(theirs, theirs, theirs);
  expect([...merged.treatment.keys()]).toEqual([treatment.id]);
  expect(conflicts).toEqual([]);
});

test('a conflict that nobody decided comes back with both versions', () => {
  fc.assert(
    fc.property(modelWithEdits, ({ base, mine, theirs }) => {
      const { merged, conflicts } = mergeModels(base, mine, theirs);
      const edits = throughText(merged, merged, conflicts);
      expect(edits === undefined).toBe(conflicts.length === 0);
      if (!edits) return;
      const again = mergeKeptEdits(edits, merged);
      expect(firstDangling(again.merged)).toBeUndefined();
      const sides = (all: readonly MergeConflict[]) =>
        inOrder(all).map(({ kind, id, mine: my, theirs: their }) => ({ kind, id, my, their }));
      // Where theirs won by being needed, it is the same on both sides: no question any more.
      expect(sides(conflicts)).toEqual(expect.arrayContaining(sides(again.conflicts)));
      const changedOnBoth = conflicts.filter(
        ({ base: b, mine: m, theirs: t }) => b !== undefined && m !== undefined && t !== undefined,
      );
      expect(sides(again.conflicts)).toEqual(expect.arrayContaining(sides(changedOnBoth)));
    }),
    { numRuns: runs(30) },
  );
});

test('nothing changed is nothing to keep; what was changed is counted', () => {
  const before = aModel({ threats: [aThreat(1), aThreat(2)] });
  expect(keptEdits({ projectId, base: before, mine: before, conflicts: [] }, at)).toBeUndefined();
  const first = aThreat(1);
  const after: Model = {
    ...before,
    info: { ...before.info, name: 'Renamed' },
    threat: new Map([[first.id, { ...first, title: 'Other' }]]),
  };
  const edits = throughText(before, after);
  expect(edits && countEdits(edits)).toBe(3);
  expect(edits && modelOfEdits(edits)).toBe(before.info.id);
});

describe('a text that somebody wrote', () => {
  const before = aModel({ threats: [aThreat(1)] });
  const first = aThreat(1);
  const after: Model = { ...before, threat: new Map([[first.id, { ...first, title: 'Other' }]]) };
  const good = () => {
    const edits = keptEdits({ projectId, base: before, mine: after, conflicts: [] }, at);
    if (!edits) throw new Error('Nothing was changed.');
    return JSON.parse(keptEditsText(edits)) as Record<string, unknown>;
  };

  test.each<[string, (text: Record<string, unknown>) => unknown]>([
    ['of a newer version', (text) => ({ ...text, withoutEdits: 2 })],
    ['without a description of the model', (text) => ({ ...text, info: {} })],
    [
      'about two models',
      (text) => ({ ...text, info: { base: before.info, mine: { ...before.info, id: poolId('threat', 1) } } }),
    ],
    ['that is no object', () => 'edits'],
  ])('%s is not read', (_name, change) => {
    expect(readKeptEdits(change(good()))).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ['half a change', { base: first, mine: { ...first, title: 7 } }],
    ['a change of one thing into another', { base: first, mine: aThreat(2) }],
    [
      'a thing at a place that does not exist',
      { mine: { ...aThreat(3), place: { kind: 'element', id: poolId('element', 1) } } },
    ],
  ])('%s is left out', (_name, change) => {
    const edits = readKeptEdits({ ...good(), changes: { threat: [change] } });
    if (!edits) throw new Error('It should be read.');
    const { merged, conflicts } = mergeKeptEdits(edits, before);
    expect(plain(merged)).toEqual(plain(before));
    expect(conflicts).toEqual([]);
  });
});
