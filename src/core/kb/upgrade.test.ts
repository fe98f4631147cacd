/** Properties of an upgrade: the preview is the result, it can be taken back, and no decision is lost. */
import * as fc from 'fast-check';
import { runs } from '../../../tests/fixtures/runs';
import { samplePackage } from '../../../tests/fixtures/sample-knowledge';
import { applyEdit, invertEdit } from '../model/edit';
import { acceptanceId, storyLinkId } from '../model/ids';
import * as v from 'valibot';
import type { Model } from '../model/model';
import { indexModel } from '../model/model-index';
import type { Threat } from '../model/threat';
import { editedFields, isDecided, isMitigationDecided } from './decisions';
import { exampleModel } from './example-model';
import type { KnowledgePackage } from './package';
import { planUpgrade } from './publication-impact';
import { readPackage } from './read-package';
import { resolveKnowledge } from './resolve-knowledge';
import { fieldHash, writtenFields } from './threat-draft';

const reading = readPackage(samplePackage());
if (reading.kind === 'refused') throw new Error('refused');
const shop = reading.package;

/** Ids that never come twice in one run of a property. */
function freshIds(): () => string {
  let last = 0;
  return () => `00000000-0000-4000-9000-${String((last += 1)).padStart(12, '0')}`;
}

const drawing = fc.record({
  apis: fc.integer({ min: 1, max: 3 }),
  encrypted: fc.array(fc.constantFrom('Yes', 'No', undefined), { minLength: 1, maxLength: 4 }),
  rows: fc.constantFrom('5', '1000', undefined),
});

function drawn(
  { apis, encrypted, rows }: typeof drawing extends fc.Arbitrary<infer T> ? T : never,
  newId: () => string,
): Model {
  const model = exampleModel(
    {
      elements: [
        { kind: 'process', name: 'Browser' },
        ...Array.from({ length: apis }, (_, n) => ({
          kind: 'process' as const,
          name: `Api ${n}`,
          type: 'web-api',
          ...(rows === undefined ? {} : { properties: { Rows: rows } }),
        })),
      ],
      flows: encrypted.map((said, n) => ({
        name: `Call ${n}`,
        source: 'Browser',
        target: `Api ${n % apis}`,
        ...(said === undefined ? {} : { properties: { 'Encrypted in transit': said } }),
      })),
    },
    newId,
  );
  const knowledge = {
    packages: [{ id: shop.id, version: shop.version, hash: shop.hash }],
    depth: 'full' as const,
  };
  return { ...model, info: { ...model.info, knowledge } };
}

/** What a next version of the package may have changed. */
const texts = fc.constantFrom('A', 'B');
const change = fc.oneof(
  texts.map((name) => ({
    op: 'patch',
    type: 'threat',
    id: 'wire-read',
    set: { name: `${name} at {flow.name}` },
  })),
  fc
    .constantFrom('minor', 'severe')
    .map((impact) => ({ op: 'patch', type: 'threat', id: 'wire-read', set: { severity: { impact } } })),
  texts.map((implement) => ({ op: 'patch', type: 'mitigation', id: 'tls', set: { implement } })),
  fc.constant({
    op: 'patch',
    type: 'threat',
    id: 'table-emptied',
    set: { when: { is: 'element', of: ['process'] }, unless: null },
  }),
  fc.constant({ op: 'patch', type: 'threat', id: 'wire-read', set: { when: { always: false } } }),
  fc.constant({ op: 'patch', type: 'threat', id: 'table-emptied', set: { level: 3 } }),
  fc.constantFrom('wire-read', 'table-emptied').map((id) => ({ op: 'disable', type: 'threat', id })),
  fc.constantFrom('vpn', 'tls').map((id) => ({ op: 'disable', type: 'mitigation', id })),
  fc.record({
    op: fc.constant('link'),
    threat: fc.constant('wire-read'),
    mitigation: fc.constantFrom('watch', 'pinning'),
    strength: fc.constantFrom('strong', 'negligible'),
  }),
  texts.map((name) => ({
    op: 'add',
    type: 'threat',
    value: {
      id: `new-${name.toLowerCase()}`,
      name,
      stride: ['S'],
      description: 'New.',
      severity: { probability: 'rare', impact: 'minor' },
      anchor: 'element',
      when: { is: 'element', of: ['process'] },
      mitigations: [{ ref: 'watch', strength: 'weak' }],
    },
  })),
);
function nextVersion(ops: readonly unknown[]): KnowledgePackage {
  const overlay = {
    kbSchema: 1,
    kind: 'overlay',
    id: 'next.version',
    version: '1.0.0',
    name: 'N',
    licence: 'x',
    targets: [{ id: shop.id, range: '^1.0.0' }],
    ops,
  };
  return resolveKnowledge([shop], [overlay]).packages[0] ?? shop;
}

/** What people did since: by number, at whichever threat or mitigation that hits. */
const deed = fc.record({
  what: fc.constantFrom(
    'retitle',
    'judge',
    'rule out',
    'note',
    'link',
    'accept',
    'weigh',
    'untreat',
    'delete',
    'status',
    'rewrite',
  ),
  at: fc.nat(20),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(map: ReadonlyMap<unknown, T>, at: number): T | undefined =>
  [...map.values()][at % Math.max(1, map.size)];

function done(model: Model, { what, at }: Deed, newId: () => string): Model {
  const threat = pick(model.threat, at);
  const treatment = pick(model.treatment, at);
  const mitigation = pick(model.mitigation, at);
  const label = what;
  const put = (next: Threat) => applyEdit(model, { label, threat: { put: [next] } });
  if (what === 'status' || what === 'rewrite') {
    if (!mitigation) return model;
    const next =
      what === 'status'
        ? { ...mitigation, status: { kind: 'approved' as const } }
        : { ...mitigation, implement: 'Ours' };
    return applyEdit(model, { label, mitigation: { put: [next] } });
  }
  if (what === 'weigh' || what === 'untreat') {
    if (!treatment) return model;
    if (what === 'untreat') return applyEdit(model, { label, treatment: { remove: [treatment.id] } });
    const strength = { level: 'maximum' as const, basis: 'judged' as const };
    return applyEdit(model, { label, treatment: { put: [{ ...treatment, strength }] } });
  }
  if (!threat) return model;
  if (what === 'retitle') return put({ ...threat, title: 'Ours' });
  if (what === 'judge') return put({ ...threat, impact: { level: 'negligible', basis: 'judged' } });
  if (what === 'rule out') return put({ ...threat, status: { kind: 'not-applicable', justification: 'No' } });
  if (what === 'note') return put({ ...threat, notes: 'Asked Ann' });
  if (what === 'link')
    return applyEdit(model, {
      label,
      storyLink: { put: [{ id: v.parse(storyLinkId, newId()), threat: threat.id, story: 7 }] },
    });
  if (what === 'accept') {
    const at = '2026-01-01T00:00:00.000Z';
    const acceptance = {
      id: v.parse(acceptanceId, newId()),
      threat: threat.id,
      by: 'Ann',
      reason: 'x',
      at,
      until: at,
    };
    return applyEdit(model, { label, acceptance: { put: [acceptance] } });
  }
  const gone = [...model.treatment.values()].filter((each) => each.threat === threat.id).map(({ id }) => id);
  if ([...model.storyLink.values(), ...model.acceptance.values()].some((each) => each.threat === threat.id))
    return model;
  return applyEdit(model, { label, treatment: { remove: gone }, threat: { remove: [threat.id] } });
}

const world = fc.record({
  drawing,
  before: fc.array(change, { maxLength: 2 }),
  deeds: fc.array(deed, { maxLength: 6 }),
  after: fc.array(change, { maxLength: 4 }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

/** A model generated from one version and worked on, and its upgrade to the next. */
function upgraded({ drawing: given, before, deeds, after }: World) {
  const newId = freshIds();
  const bare = drawn(given, newId);
  const first = planUpgrade(bare, [nextVersion(before)], newId);
  let model = first ? applyEdit(bare, first.edit) : bare;
  for (const each of deeds) model = done(model, each, newId);
  const next = nextVersion([...before, ...after]);
  const plan = planUpgrade(model, [next], newId);
  if (!plan) throw new Error('no plan');
  return { model, plan, next, newId, result: applyEdit(model, plan.edit) };
}

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
