import * as fc from 'fast-check';
import { anyModel, modelWithEdits, plain } from '../../../tests/fixtures/model-arbitrary';
import {
  aMitigation,
  aModel,
  aStoryLink,
  aThreat,
  aTreatment,
  threatNumber,
} from '../../../tests/fixtures/sample-model';
import { runs } from '../../../tests/fixtures/runs';
import { applyEdit } from '../model/edit';
import type { Edit } from '../model/edit';
import { judgeProbability } from '../model/edits/judge';
import { removeThreats } from '../model/edits/build';
import type { Entity, Model } from '../model/model';
import { kinds } from '../model/model';
import { mergeModels } from '../store/merge';
import { firstDangling } from '../store/references';
import { diffModels, editOf, reversed } from './difference';
import type { Note } from './note';
import { noteOf } from './note';
import { rewind } from './rewind';
import { restoreEntity, restoreModel } from './restore';

const head = (id: string) => ({ id, at: '2026-05-04T10:00:00.000Z' });
const applied = (model: Model, edit: Edit) => plain(applyEdit(model, edit));
/** As it comes back from the store. */
const stored = (note: Note | undefined): Note[] => (note ? [JSON.parse(JSON.stringify(note)) as Note] : []);

describe('the difference of any two models', () => {
  test('applied to the one gives the other, and turned round the way back', () => {
    fc.assert(
      fc.property(anyModel, anyModel, (a, b) => {
        const difference = diffModels(a, b);
        expect(applied(a, editOf(difference, 'There'))).toEqual(plain(b));
        expect(applied(b, editOf(reversed(difference), 'Back'))).toEqual(plain(a));
      }),
      { numRuns: runs(25) },
    );
  });

  test('is nothing exactly when they are the same', () => {
    fc.assert(
      fc.property(anyModel, anyModel, (a, b) => {
        expect(diffModels(a, a)).toEqual([]);
        expect(diffModels(a, b).length === 0).toBe(JSON.stringify(plain(a)) === JSON.stringify(plain(b)));
      }),
      { numRuns: runs(10) },
    );
  });
});

describe('the notes of two saves, one after the other', () => {
  test('taken back, give each earlier moment exactly', () => {
    fc.assert(
      fc.property(anyModel, anyModel, anyModel, (a, b, c) => {
        const first = stored(noteOf(diffModels(a, b), head('1'), 10_000_000));
        const second = stored(noteOf(diffModels(b, c), head('2'), 10_000_000));
        const middle = rewind(c, second);
        expect(plain(middle.model)).toEqual(plain(b));
        expect(middle.gaps).toBe(0);
        expect(plain(rewind(c, [...second, ...first]).model)).toEqual(plain(a));
      }),
      { numRuns: runs(25) },
    );
  });

  test('that are bounded, damaged or for another model, still give a valid model, and say that something is missing', () => {
    fc.assert(
      fc.property(anyModel, anyModel, fc.nat(3000), (a, b, limit) => {
        const [note] = stored(noteOf(diffModels(a, b), head('1'), limit));
        if (!note) return;
        const past = rewind(b, [note]);
        expect(firstDangling(past.model)).toBeUndefined();
        if (note.left) expect(past.gaps).toBeGreaterThanOrEqual(note.left);
        const damaged = { ...note, changes: note.changes.map((each) => ({ ...each, was: { id: 7 } })) };
        expect(firstDangling(rewind(b, [damaged]).model)).toBeUndefined();
        expect(firstDangling(rewind(a, [note]).model)).toBeUndefined();
      }),
      { numRuns: runs(15) },
    );
  });
});

describe('restoring', () => {
  test('the whole model is an edit that gives a valid model, and merges with what others do without losing it', () => {
    fc.assert(
      fc.property(modelWithEdits, ({ base: past, mine: now, theirs: later }) => {
        const restored = applyEdit(now, restoreModel(now, past, 'Restore'));
        expect(firstDangling(restored)).toBeUndefined();
        const { merged, conflicts } = mergeModels(now, restored, later);
        expect(firstDangling(merged)).toBeUndefined();
        const told = new Set(conflicts.map(({ kind, id }) => `${kind} ${id}`));
        for (const { kind, id, after } of diffModels(now, later)) {
          if (kind === 'info' || told.has(`${kind} ${id}`)) continue;
          const was = at(now, kind, id);
          if (was && after) continue;
          expect(Boolean(at(merged, kind, id))).toBe(Boolean(after));
        }
      }),
      { numRuns: runs(15) },
    );
  });

  test('what is drawn and judged is as it was; what is recorded stays', () => {
    fc.assert(
      fc.property(modelWithEdits, ({ base: past, mine: now }) => {
        const restored = applyEdit(now, restoreModel(now, past, 'Restore'));
        for (const kind of ['element', 'flow', 'mitigation', 'threat', 'treatment', 'storyLink'] as const) {
          expect(restored[kind]).toEqual(past[kind]);
        }
        expect([...restored.timeEntry.keys()].sort()).toEqual(
          [...new Set([...now.timeEntry.keys(), ...now.timeEntry.keys()])].sort(),
        );
        for (const [id, each] of now.realisation) {
          if (!past.mitigation.has(each.mitigation)) continue;
          if (each.covers !== 'all' && !each.covers.every((one) => past.treatment.has(one))) continue;
          expect(restored.realisation.get(id)).toEqual(each);
        }
      }),
      { numRuns: runs(15) },
    );
  });

  test('any one entity gives a valid model with that entity as it was', () => {
    fc.assert(
      fc.property(modelWithEdits, fc.nat(1000), ({ base: past, mine: now }, pick) => {
        const all = diffModels(past, now).flatMap((each) => (each.kind === 'info' ? [] : [each]));
        const chosen = all[pick % Math.max(1, all.length)];
        if (!chosen) return;
        const restored = applyEdit(now, restoreEntity(now, past, chosen));
        expect(firstDangling(restored)).toBeUndefined();
        expect(at(restored, chosen.kind, chosen.id)).toEqual(chosen.before);
      }),
      { numRuns: runs(25) },
    );
  });
});

function at(model: Model, kind: (typeof kinds)[number], id: string): Entity | undefined {
  return (model[kind] as ReadonlyMap<string, Entity>).get(id);
}

describe('a deleted threat', () => {
  const model = aModel({
    threats: [aThreat(1), aThreat(2)],
    mitigations: [aMitigation(1)],
    treatments: [aTreatment(1, { threat: 1, mitigation: 1 }), aTreatment(2, { threat: 2, mitigation: 1 })],
    links: [aStoryLink(1, 1, 101)],
  });
  const id = threatNumber(1);
  const judged = applyEdit(model, judgeProbability(model, [id], { level: 'rare', reason: 'Tested.' }));
  const gone = applyEdit(judged, removeThreats(judged, [id]));

  test('comes back with its treatments and links', () => {
    expect([gone.treatment.size, gone.storyLink.size]).toEqual([1, 0]);
    const back = applyEdit(gone, restoreEntity(gone, judged, { kind: 'threat', id }));
    expect(plain(back)).toEqual(plain(judged));
  });

  test('is in the note as a whole, and a judgement only with what it changed', () => {
    const [removal] = stored(noteOf(diffModels(judged, gone), head('2')));
    expect(removal?.changes.map(({ kind, how }) => `${how} ${kind}`)).toEqual([
      'removed threat',
      'removed treatment',
      'removed storyLink',
    ]);
    const [judgement] = stored(noteOf(diffModels(model, judged), head('1')));
    expect(judgement?.changes).toEqual([
      {
        kind: 'threat',
        id,
        how: 'changed',
        name: 'Threat 1',
        was: { probability: { level: 'possible', basis: 'judged' } },
        is: { probability: { level: 'rare', basis: 'judged', reason: 'Tested.' } },
      },
    ]);
  });
});
