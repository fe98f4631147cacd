/** A text of the knowledge base that somebody rewrites keeps whose it was, who did it and why; through upgrades too. */
import { freshIds, nextVersion, upgraded } from '../../../tests/fixtures/upgrade-world';
import { applyEdit, invertEdit } from '../model/edit';
import type { Model } from '../model/model';
import type { Origin } from '../model/parts';
import type { Threat } from '../model/threat';
import { ownMitigationTexts, rewriteKnownMitigation, rewriteKnownThreat, whyEdited } from './own-texts';
import { planUpgrade } from './publication-impact';

const drawing = { apis: 1, encrypted: ['No' as const], rows: '1000' as const };
const generated = () => upgraded({ drawing, before: [], deeds: [], after: [] }).result;
const at = '2026-03-04T05:06:07.000Z';
const said = (why: string) => ({ by: 'Ann', at, why });
const kept = (why?: string) => ({
  of: 'test.shop 1.2.0',
  by: 'Ann',
  at,
  ...(why === undefined ? {} : { why }),
});

const wireRead = (model: Model): Threat => {
  for (const each of model.threat.values())
    if (each.origin.kind === 'rule' && each.origin.entry === 'wire-read') return each;
  throw new Error('There is no such threat.');
};
const tls = (model: Model) => {
  for (const each of model.mitigation.values())
    if (each.origin.kind === 'import' && each.origin.key.includes(':tls@')) return each;
  throw new Error('There is no such mitigation.');
};
/** Applies, and proves on the way that the inverse brings everything back. */
function retitled(model: Model, change: Partial<Threat>, why: string): Model {
  const { title, description, stride, place } = { ...wireRead(model), ...change };
  const edit = rewriteKnownThreat(
    model,
    wireRead(model).id,
    { title, description, stride, place },
    said(why),
  );
  const next = applyEdit(model, edit);
  expect(applyEdit(next, invertEdit(model, edit))).toEqual(model);
  return next;
}
function rebuilt(model: Model, implement: string, why: string): Model {
  const { id, title, verify } = tls(model);
  return applyEdit(model, rewriteKnownMitigation(model, id, { title, implement, verify }, said(why)));
}

describe('a threat', () => {
  test('only the text that changed carries the name, and the reason', () => {
    const model = retitled(generated(), { title: 'Ours' }, ' We call it so ');
    expect(wireRead(model).edited).toEqual({ title: kept('We call it so') });
    expect(whyEdited(wireRead(model))).toBe('We call it so');
  });

  test('a reason is not demanded', () => {
    expect(wireRead(retitled(generated(), { description: 'Ours' }, '')).edited).toEqual({
      description: kept(),
    });
  });

  test('a reason alone counts for what reads otherwise', () => {
    const model = retitled(retitled(generated(), { title: 'Ours' }, ''), {}, 'Later');
    expect(wireRead(model).edited).toEqual({ title: kept('Later') });
  });

  test('what is put back as it came is nobody’s', () => {
    const before = generated();
    const model = retitled(retitled(before, { title: 'Ours' }, 'x'), { title: wireRead(before).title }, 'y');
    expect(model).toEqual(before);
  });

  test('what a person made has no package to differ from', () => {
    const model = generated();
    const own = { ...wireRead(model), origin: { kind: 'person' as const } };
    const before = applyEdit(model, { label: 'x', threat: { put: [own] } });
    const after = applyEdit(before, rewriteKnownThreat(before, own.id, { ...own, title: 'Ours' }, said('x')));
    expect(after.threat.get(own.id)).toEqual({ ...own, title: 'Ours' });
  });
});

test('a mitigation keeps it the same way', () => {
  const model = rebuilt(generated(), 'Ours', 'Our proxy does it');
  expect(tls(model).edited).toEqual({ implement: kept('Our proxy does it') });
  expect(ownMitigationTexts(model, tls(model))).toEqual(['implement']);
  expect(tls(rebuilt(model, tls(generated()).implement, 'x')).edited).toBeUndefined();
});

describe('an upgrade', () => {
  const ops = [
    { op: 'patch', type: 'threat', id: 'wire-read', set: { name: 'Theirs', description: 'Theirs' } },
    { op: 'patch', type: 'mitigation', id: 'tls', set: { implement: 'Theirs' } },
  ];
  const result = (model: Model) => {
    const plan = planUpgrade(model, [nextVersion(ops)], freshIds());
    if (!plan) throw new Error('There is no plan.');
    return { plan, model: applyEdit(model, plan.edit) };
  };

  test('keeps the text, who and why, and names both in the preview', () => {
    const { plan, model } = result(rebuilt(retitled(generated(), { title: 'Ours' }, 'x'), 'Ours', 'y'));
    expect(wireRead(model)).toMatchObject({
      title: 'Ours',
      description: 'Theirs',
      edited: { title: kept('x') },
    });
    expect(tls(model)).toMatchObject({ implement: 'Ours', edited: { implement: kept('y') } });
    expect(plan.mitigations).toMatchObject([{ kept: ['implement'] }]);
    expect(plan.mitigations[0]?.theirs.implement).toContain('Theirs');
  });

  test('twice under one version, as overlays do it, goes on from the last one', () => {
    const once = result(generated()).model;
    expect(tls(once)).toMatchObject({ implement: expect.stringContaining('Theirs') as string });
    expect(ownMitigationTexts(once, tls(once))).toEqual([]);
    const again = planUpgrade(once, [nextVersion(ops)], freshIds());
    expect([again?.mitigations, again?.changes]).toEqual([[], []]);
    const more = [{ op: 'patch', type: 'mitigation', id: 'tls', set: { implement: 'Newest' } }];
    const plan = planUpgrade(once, [nextVersion(more)], freshIds());
    expect(plan?.mitigations).toMatchObject([{ changed: ['implement'], kept: [] }]);
    // A copy of before this was kept finds its content by what it says.
    const { written: _gone, ...origin } = tls(once).origin as Extract<Origin, { kind: 'import' }>;
    const older = applyEdit(once, { label: 'x', mitigation: { put: [{ ...tls(once), origin }] } });
    expect(ownMitigationTexts(older, tls(older))).toEqual([]);
  });

  test('that says what somebody had written already leaves nothing of their own', () => {
    const { model } = result(retitled(generated(), { title: 'Theirs' }, 'x'));
    expect(wireRead(model).edited).toBeUndefined();
  });
});
