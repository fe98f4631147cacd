import { aModel, aThreat, threatNumber } from '../../../tests/fixtures/sample-model';
import { applyEdit } from '../model/edit';
import { judgeImpact, judgeProbability } from '../model/edits/judge';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { infoOf, modelWithEdits, plain, poolId } from '../../../tests/fixtures/model-arbitrary';
import type { Entity, Kind, Model } from '../model/model';
import { emptyModel, entitySchemas, kinds, perKind } from '../model/model';
import type { MergeConflict } from './merge';
import { mergeModels } from './merge';
import { firstDangling } from './references';
import { sameValue } from '../model/same-value';
import { modelFrom } from './stored-model';

const sideless = (conflicts: readonly MergeConflict[]) =>
  conflicts.map(({ kind, id }) => `${kind} ${id}`).sort();
const at = (model: Model, kind: Kind, id: string) => (model[kind] as ReadonlyMap<string, Entity>).get(id);

describe('a merge of any two edits', () => {
  test('never dangles, whichever side is chosen for a conflict between entities of both', () => {
    fc.assert(
      fc.property(modelWithEdits, ({ base, mine, theirs }) => {
        const { merged, conflicts } = mergeModels(base, mine, theirs);
        expect(firstDangling(merged)).toBeUndefined();
        const chosen: Record<Kind, Map<string, Entity>> = { ...copyOf(merged) };
        for (const conflict of conflicts) {
          if (conflict.kind !== 'info' && conflict.mine)
            chosen[conflict.kind].set(conflict.id, conflict.mine);
        }
        expect(firstDangling(modelFrom(merged.info, chosen))).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  test('loses no edit outside the conflicts', () => {
    fc.assert(
      fc.property(modelWithEdits, ({ base, mine, theirs }) => {
        const { merged, conflicts } = mergeModels(base, mine, theirs);
        const disputed = new Set(sideless(conflicts));
        for (const kind of kinds) {
          for (const id of new Set<string>(
            [base, mine, theirs].flatMap((model) => [...model[kind].keys()]),
          )) {
            if (disputed.has(`${kind} ${id}`)) continue;
            const was = new Map(Object.entries(at(base, kind, id) ?? {}));
            const is = new Map(Object.entries(at(merged, kind, id) ?? {}));
            for (const side of [mine, theirs]) {
              const wanted = new Map(Object.entries(at(side, kind, id) ?? {}));
              for (const name of new Set([...was.keys(), ...wanted.keys()])) {
                const touched = !sameValue(wanted.get(name), was.get(name));
                // Merged text by text: see below.
                if (touched && name !== 'edited')
                  expect([name, is.get(name)]).toEqual([name, wanted.get(name)]);
              }
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('is the same from the other side, up to the sides of its conflicts', () => {
    fc.assert(
      fc.property(modelWithEdits, ({ base, mine, theirs }) => {
        const here = mergeModels(base, mine, theirs);
        const there = mergeModels(base, theirs, mine);
        expect(sideless(here.conflicts)).toEqual(sideless(there.conflicts));
        const disputed = new Set(sideless(here.conflicts));
        for (const kind of kinds) {
          for (const id of new Set<string>([...here.merged[kind].keys(), ...there.merged[kind].keys()])) {
            if (disputed.has(`${kind} ${id}`)) continue;
            expect(at(here.merged, kind, id)).toEqual(at(there.merged, kind, id));
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('with itself or with no edit at all is the edit', () => {
    fc.assert(
      fc.property(modelWithEdits, ({ base, mine }) => {
        for (const merge of [
          mergeModels(base, mine, mine),
          mergeModels(base, mine, base),
          mergeModels(base, base, mine),
        ]) {
          expect(merge.conflicts).toEqual([]);
          expect(plain(merge.merged)).toEqual(plain(mine));
        }
      }),
      { numRuns: 60 },
    );
  });
});

function copyOf(model: Model): Record<Kind, Map<string, Entity>> {
  return perKind((kind) => new Map<string, Entity>(model[kind]));
}

const ids = {
  threat: poolId('threat', 0),
  mitigation: poolId('mitigation', 0),
  treatment: poolId('treatment', 0),
};
const origin = { kind: 'person' };
const threat = (title: string) => ({
  id: ids.threat,
  origin,
  title,
  description: '',
  stride: [],
  place: { kind: 'model' },
  probability: { level: 'rare', basis: 'assumed' },
  impact: { level: 'minor', basis: 'assumed' },
  status: { kind: 'open' },
});
const mitigation = {
  id: ids.mitigation,
  origin,
  title: 'M',
  implement: '',
  verify: '',
  status: { kind: 'open' },
};
const treatment = {
  id: ids.treatment,
  threat: ids.threat,
  mitigation: ids.mitigation,
  strength: { level: 'weak', basis: 'judged' },
};

/** A model of raw entities. */
function model(parts: { threat?: object; mitigation?: object; treatment?: object }, name = 'One'): Model {
  const maps = copyOf(emptyModel(infoOf(name)));
  for (const kind of ['mitigation', 'threat', 'treatment'] as const) {
    const raw = parts[kind];
    if (!raw) continue;
    const entity = v.parse(entitySchemas[kind], raw);
    maps[kind].set(entity.id, entity);
  }
  return modelFrom(infoOf(name), maps);
}

describe('a merge', () => {
  const both = model({ threat: threat('T'), mitigation });
  const treated = model({ threat: threat('T'), mitigation, treatment });

  test.each([
    ['I removed a threat that they treated', model({ mitigation }), treated],
    ['they removed a threat that I treated', treated, model({ mitigation })],
  ])('keeps the threat and reports it: %s', (_, mine, theirs) => {
    const { merged, conflicts } = mergeModels(both, mine, theirs);
    expect(plain(merged)).toEqual(plain(treated));
    expect(sideless(conflicts)).toEqual([`threat ${ids.threat}`]);
  });

  test('lets the treatments of a removed threat go with it when nobody touched them', () => {
    const { merged, conflicts } = mergeModels(treated, model({ mitigation }), treated);
    expect(plain(merged)).toEqual(plain(model({ mitigation })));
    expect(conflicts).toEqual([]);
  });

  test('takes theirs where both changed a threat, and hands back all three versions', () => {
    const [base, mine, theirs] = [
      model({ threat: threat('T') }),
      model({ threat: threat('A') }),
      model({ threat: threat('B') }),
    ];
    const { merged, conflicts } = mergeModels(base, mine, theirs);
    expect(plain(merged)).toEqual(plain(theirs));
    expect(conflicts).toEqual([
      { kind: 'threat', id: ids.threat, base: threat('T'), mine: threat('A'), theirs: threat('B') },
    ]);
  });

  test('merges the description as one thing', () => {
    const merge = mergeModels(model({}), model({}, 'Two'), model({}, 'Three'));
    expect(merge.merged.info.name).toBe('Three');
    expect(merge.conflicts).toMatchObject([
      { kind: 'info', mine: { name: 'Two' }, theirs: { name: 'Three' } },
    ]);
    expect(mergeModels(model({}), model({}, 'Two'), treated).merged.info.name).toBe('Two');
  });

  test('keeps the very maps of mine where they say the same', () => {
    const { merged } = mergeModels(both, both, model({ threat: threat('B'), mitigation }));
    expect(merged.mitigation).toBe(both.mitigation);
    expect(merged.threat).not.toBe(both.threat);
  });
});

test('two people who judge different things of one threat both get their way', () => {
  const base = aModel({ threats: [aThreat(1)] });
  const mine = applyEdit(base, judgeProbability(base, [threatNumber(1)], { level: 'rare' }));
  const theirs = applyEdit(base, judgeImpact(base, [threatNumber(1)], { level: 'severe' }));
  const { merged, conflicts } = mergeModels(base, mine, theirs);
  expect(conflicts).toEqual([]);
  expect(merged.threat.get(threatNumber(1))).toMatchObject({
    probability: { level: 'rare' },
    impact: { level: 'severe' },
  });
});

describe('who rewrote which text', () => {
  const said = (by: string) => ({ of: 'test.shop 1.0.0', by, at: '2026-01-05T10:00:00.000Z' });
  const rewritten = (change: Partial<ReturnType<typeof aThreat>>) =>
    aModel({ threats: [aThreat(1, change)] });
  const base = rewritten({});
  const mine = rewritten({ title: 'Mine', edited: { title: said('Ann') } });

  test('two people rewrote two texts: both stand, each with its name', () => {
    const theirs = rewritten({ description: 'Theirs', edited: { description: said('Bob') } });
    const { merged, conflicts } = mergeModels(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(merged.threat.get(threatNumber(1))).toMatchObject({
      title: 'Mine',
      description: 'Theirs',
      edited: { title: said('Ann'), description: said('Bob') },
    });
  });

  test('the same text twice is one conflict', () => {
    const theirs = rewritten({ title: 'Theirs', edited: { title: said('Bob') } });
    expect(mergeModels(base, mine, theirs).conflicts).toHaveLength(1);
  });
});
