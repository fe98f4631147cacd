/** Properties of an upgrade: the preview is the result, it can be taken back, and no decision is lost. */
import * as fc from 'fast-check';
import { runs } from '../../../tests/fixtures/runs';
import type { World } from '../../../tests/fixtures/upgrade-world';
import { upgraded, world } from '../../../tests/fixtures/upgrade-world';
import { applyEdit, invertEdit } from '../model/edit';
import type { Model } from '../model/model';
import { indexModel } from '../model/model-index';
import type { Threat } from '../model/threat';
import { editedFields, isDecided, isMitigationDecided } from './decisions';
import { planUpgrade } from './publication-impact';
import { fieldHash, writtenFields } from './threat-draft';

const strengths = (model: Model, threat: Threat) =>
  indexModel(model)
    .treatmentsOfThreat(threat.id)
    .map(({ mitigation, strength }) => `${mitigation} ${strength.level} ${strength.reason ?? ''}`)
    .sort();

test('the preview is the result: what it lists is exactly what differs', () => {
  fc.assert(
    fc.property(world, (given) => {
      const { model, plan, result } = upgraded(given);
      const listed = (kind: string) =>
        plan.changes.flatMap((each) => (each.kind === kind ? [each.threat.id] : [])).sort();
      const ids = (is: (before: Threat | undefined, after: Threat | undefined) => boolean) =>
        [...new Set([...model.threat.keys(), ...result.threat.keys()])]
          .filter((id) => is(model.threat.get(id), result.threat.get(id)))
          .sort();
      expect(listed('added')).toEqual(ids((before, after) => !before && after !== undefined));
      expect(listed('rested')).toEqual(ids((before, after) => before !== undefined && !after));
      expect(listed('stale')).toEqual(
        ids(
          (before, after) =>
            before?.stale === undefined && after?.stale !== undefined && before !== undefined,
        ),
      );
      expect(listed('revived')).toEqual(
        ids(
          (before, after) => before?.stale !== undefined && after !== undefined && after.stale === undefined,
        ),
      );
      for (const each of plan.changes) {
        // The very entity that the preview shows is the one that stands there.
        if (each.kind !== 'rested') expect(result.threat.get(each.threat.id)).toEqual(each.threat);
      }
      const shown = new Set(plan.changes.map(({ threat }) => threat.id));
      for (const [id, before] of model.threat) {
        const after = result.threat.get(id);
        if (shown.has(id) || !after) continue;
        for (const field of writtenFields) expect(fieldHash(after[field])).toBe(fieldHash(before[field]));
        expect(after.status).toEqual(before.status);
        expect(strengths(result, after)).toEqual(strengths(model, before));
      }
      const touched = new Set(plan.mitigations.map(({ after }) => after.id));
      for (const [id, before] of model.mitigation) {
        const after = result.mitigation.get(id);
        if (!touched.has(id) && after) expect(after).toEqual(before);
      }
      for (const { after } of plan.mitigations)
        if (result.mitigation.has(after.id)) expect(result.mitigation.get(after.id)).toEqual(after);
      expect([...result.mitigation.keys()].filter((id) => !model.mitigation.has(id)).sort()).toEqual(
        plan.addedMitigations.map(({ id }) => id).sort(),
      );
    }),
    { numRuns: runs(40) },
  );
});

test('it can be taken back, and doing it twice does it once', () => {
  fc.assert(
    fc.property(world, (given) => {
      const { model, plan, result, next, newId } = upgraded(given);
      expect(applyEdit(result, invertEdit(model, plan.edit))).toEqual(model);
      const again = planUpgrade(result, [next], newId);
      expect(again?.changes.map(({ kind, threat }) => `${kind} ${threat.title}`)).toEqual([]);
      expect(again && applyEdit(result, again.edit)).toEqual(result);
    }),
    { numRuns: runs(40) },
  );
});

test('a threat that a newer rule makes tentative brings the others with it, at once', () => {
  const patched = (unless: unknown) =>
    ({
      op: 'patch',
      type: 'threat',
      id: 'table-emptied',
      set: { unless },
    }) as unknown as World['before'][number];
  const { result, next, newId } = upgraded({
    drawing: { apis: 2, encrypted: ['Yes'], rows: undefined },
    before: [patched(null)],
    deeds: [{ what: 'delete', at: 0 }],
    after: [patched({ prop: 'rows', on: 'element', lt: 10 })],
  });
  expect([...result.threat.values()].map(({ tentative }) => tentative !== undefined)).toEqual([true, true]);
  expect(planUpgrade(result, [next], newId)?.changes).toEqual([]);
});

test('decisions survive, and what no longer matches is there and says why', () => {
  fc.assert(
    fc.property(world, (given) => {
      const { model, result } = upgraded(given);
      const index = indexModel(model);
      for (const [id, before] of model.threat) {
        const after = result.threat.get(id);
        const decided = isDecided(before, model, index);
        if (decided) expect(after).toBeDefined();
        if (!after) continue;
        expect(after.status).toEqual(before.status);
        expect(after.notes).toBe(before.notes);
        for (const field of editedFields(before)) expect(after[field]).toEqual(before[field]);
        // Who rewrote a text, and why, stays as long as the text is theirs.
        for (const field of editedFields(after))
          expect(after.edited?.[field]).toEqual(before.edited?.[field]);
        if (before.impact.basis === 'judged') expect(after.impact).toEqual(before.impact);
      }
      for (const [id, before] of model.mitigation)
        if (isMitigationDecided(before, index))
          expect(result.mitigation.get(id)).toMatchObject({ status: before.status });
      for (const [id, before] of model.treatment)
        if (before.strength.basis === 'judged' || before.status)
          expect(result.treatment.get(id)).toEqual(before);
      expect(result.storyLink).toEqual(model.storyLink);
      expect(result.acceptance).toEqual(model.acceptance);
      expect(result.realisation).toEqual(model.realisation);
      // Nothing dangles.
      for (const { threat, mitigation } of result.treatment.values())
        expect([result.threat.has(threat), result.mitigation.has(mitigation)]).toEqual([true, true]);
    }),
    { numRuns: runs(40) },
  );
});
