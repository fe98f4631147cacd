import * as fc from 'fast-check';
import { runs } from '../../../tests/fixtures/runs';
import { deed, done, upgraded, world } from '../../../tests/fixtures/upgrade-world';
import { applyEdit } from '../model/edit';
import { withFoundDates } from '../model/found-dates';
import type { Model } from '../model/model';
import { sameValue } from '../model/same-value';
import type { Threat } from '../model/threat';
import { planTakeBack } from './take-back';
import { withRecord } from './upgrade-record';

const at = '2026-03-04T05:06:07.000Z';
const later = '2026-03-05T05:06:07.000Z';

/** The upgrade as a page does it: with its record, saved with the dates of its threats. */
function recorded({ model, plan, newId }: ReturnType<typeof upgraded>): Model {
  return withFoundDates(model, applyEdit(model, withRecord(model, plan.edit, { at, newId })), at);
}
const takenBack = (model: Model): Model => {
  const back = planTakeBack(model);
  return back.kind === 'possible' ? applyEdit(model, back.edit) : model;
};

test('an upgrade is taken back later, from the model alone', () => {
  fc.assert(
    fc.property(world, (given) => {
      const made = upgraded(given);
      const after = recorded(made);
      expect(planTakeBack(after)).toMatchObject({ kind: 'possible', at, stays: [] });
      expect(takenBack(after)).toEqual(made.model);
    }),
    { numRuns: runs(40) },
  );
});

test('the preview counts what then differs', () => {
  fc.assert(
    fc.property(world, fc.array(deed, { maxLength: 3 }), (given, deeds) => {
      const made = upgraded(given);
      const after = deeds.reduce((model, each) => done(model, each, made.newId), recorded(made));
      const back = planTakeBack(after);
      if (back.kind !== 'possible') return;
      const result = applyEdit(after, back.edit);
      for (const [kind, counts] of [
        ['threat', back.threats],
        ['mitigation', back.mitigations],
      ] as const) {
        const [before, now]: readonly ReadonlyMap<string, unknown>[] = [after[kind], result[kind]];
        if (!before || !now) throw new Error('no maps');
        expect(counts).toEqual({
          removed: [...before.keys()].filter((id) => !now.has(id)).length,
          restored: [...now.keys()].filter((id) => !before.has(id)).length,
          changed: [...now].filter(([id, each]) => before.has(id) && before.get(id) !== each).length,
        });
      }
    }),
    { numRuns: runs(40) },
  );
});

test('what people did since stays, and nothing refers to what is gone', () => {
  fc.assert(
    fc.property(world, fc.array(deed, { minLength: 1, maxLength: 5 }), (given, deeds) => {
      const made = upgraded(given);
      const before = recorded(made);
      const after = deeds.reduce((model, each) => done(model, each, made.newId), before);
      const result = takenBack(after);
      for (const kind of ['threat', 'mitigation', 'treatment'] as const) {
        const [was, worked, now]: ReadonlyMap<string, unknown>[] = [before[kind], after[kind], result[kind]];
        for (const [id, each] of worked ?? [])
          if (!sameValue(was?.get(id), each)) expect(now?.get(id)).toEqual(each);
        // What somebody deleted stays deleted.
        for (const id of was?.keys() ?? []) if (!worked?.has(id)) expect(now?.has(id)).toBe(false);
      }
      expect(result.storyLink).toEqual(after.storyLink);
      expect(result.acceptance).toEqual(after.acceptance);
      for (const { threat } of [...result.storyLink.values(), ...result.acceptance.values()])
        expect(result.threat.has(threat)).toBe(true);
      for (const { threat, mitigation } of result.treatment.values())
        expect([result.threat.has(threat), result.mitigation.has(mitigation)]).toEqual([true, true]);
    }),
    { numRuns: runs(60) },
  );
});

/** One upgrade that certainly changes something: a flow in clear text, and a threat that is new in the next version. */
const certain = () => {
  const add = {
    op: 'add',
    type: 'threat',
    value: {
      id: 'new-a',
      name: 'A' as const,
      stride: ['S'],
      description: 'New.',
      severity: { probability: 'rare', impact: 'minor' },
      anchor: 'element',
      when: { is: 'element', of: ['process'] },
      mitigations: [{ ref: 'watch', strength: 'weak' }],
    },
  };
  return upgraded({
    drawing: { apis: 1, encrypted: ['No'], rows: undefined },
    before: [],
    deeds: [],
    after: [add],
  });
};
const titled = (model: Model, title: string): Threat => {
  const found = [...model.threat.values()].find((threat) => threat.title === title);
  if (!found) throw new Error(title);
  return found;
};

describe('the last upgrade', () => {
  test('is not there before one', () => {
    expect(planTakeBack(certain().model)).toEqual({ kind: 'none' });
  });

  test('is the newest: its record replaces the one before', () => {
    const made = certain();
    const first = recorded(made);
    const second = applyEdit(first, withRecord(first, { label: 'x' }, { at: later, newId: made.newId }));
    expect(second.upgrade.size).toBe(1);
    expect(planTakeBack(second)).toMatchObject({ kind: 'possible', at: later });
  });

  test('cannot be taken back after other packages were chosen', () => {
    const after = recorded(certain());
    const info = { ...after.info, knowledge: { packages: [], depth: 'light' as const } };
    expect(planTakeBack({ ...after, info })).toMatchObject({
      kind: 'impossible',
      because: 'Other packages or another depth were chosen since.',
    });
  });

  test('cannot be taken back when all that it changed was changed again', () => {
    const after = recorded(certain());
    const put = [...after.threat.values()].map((threat) => ({ ...threat, notes: 'Ours' }));
    const mitigations = [...after.mitigation.values()].map((each) => ({ ...each, implement: 'Ours' }));
    const worked = applyEdit(after, { label: 'x', threat: { put }, mitigation: { put: mitigations } });
    expect(planTakeBack(worked)).toMatchObject({ kind: 'impossible' });
  });

  test('is unusable when a part of it is gone, or is no record', () => {
    const after = recorded(certain());
    const parts = [...after.upgrade.values()];
    const because = 'What it changed is not whole any more in the model.';
    for (const text of ['{', '{"steps":[]}', '['.repeat(5_000) + ']'.repeat(5_000)]) {
      const put = parts.map((part) => ({ ...part, text }));
      expect(planTakeBack(applyEdit(after, { label: 'x', upgrade: { put } }))).toMatchObject({
        kind: 'impossible',
        because,
      });
    }
    const more = parts.map((part) => ({ ...part, parts: part.parts + 1 }));
    expect(planTakeBack(applyEdit(after, { label: 'x', upgrade: { put: more } }))).toMatchObject({ because });
  });

  test('is kept in parts that fit into a document, up to a limit that is said', () => {
    const { model, newId } = certain();
    const [any] = model.threat.values();
    if (!any) throw new Error('no threat');
    const edited = (count: number) => {
      const put = Array.from({ length: count }, () => ({ ...any, id: newId() as Threat['id'] }));
      return applyEdit(model, withRecord(model, { label: 'x', threat: { put } }, { at, newId }));
    };
    const large = edited(3_000);
    expect(large.upgrade.size).toBeGreaterThan(1);
    expect(planTakeBack(large)).toMatchObject({ kind: 'possible', threats: { removed: 3_000 } });
    expect(planTakeBack(edited(42_000))).toEqual({
      kind: 'impossible',
      at,
      because: 'It changed too much to be kept.',
    });
  });

  test('names what stays, and why', () => {
    const made = certain();
    const after = recorded(made);
    const threat = titled(after, 'A');
    const judged = { ...threat, impact: { level: 'severe' as const, basis: 'judged' as const } };
    const worked = applyEdit(after, { label: 'x', threat: { put: [judged] } });
    const back = planTakeBack(worked);
    expect(back).toMatchObject({
      kind: 'possible',
      stays: [{ kind: 'threat', title: 'A', because: 'changed-since' }],
    });
    expect(takenBack(worked).threat.get(threat.id)).toEqual(judged);
  });

  test('a threat whose place was deleted does not come back', () => {
    const made = certain();
    // The upgrade took the threats of the wire away; then the wire went too.
    const wire = [...made.model.threat.values()].filter(({ place }) => place.kind === 'flow');
    expect(wire.length).toBe(1);
    const ids = wire.map(({ id }) => id);
    const treatments = [...made.model.treatment.values()]
      .filter(({ threat }) => ids.includes(threat))
      .map(({ id }) => id);
    const edit = { label: 'x', threat: { remove: ids }, treatment: { remove: treatments } };
    const rested = applyEdit(made.model, withRecord(made.model, edit, { at, newId: made.newId }));
    const flows = [...rested.flow.keys()];
    const cut = applyEdit(rested, { label: 'x', flow: { remove: flows } });
    expect(planTakeBack(cut)).toMatchObject({ kind: 'impossible' });
    expect(takenBack(rested)).toEqual(made.model);
  });
});
