/** Decisions outlive regeneration, reorder and rename, with the packages that ship; what no longer matches stays, as stale. */
import fc from 'fast-check';
import { KnowledgeEngine } from '../../src/core/kb/knowledge-engine';
import { countingIds, exampleModel } from '../../src/core/kb/example-model';
import type { KnowledgePackage } from '../../src/core/kb/package';
import { planThreats } from '../../src/core/kb/plan-threats';
import { readPackages } from '../../src/core/kb/read-packages';
import { applyEdit } from '../../src/core/model/edit';
import { mint, realisationId, storyLinkId } from '../../src/core/model/ids';
import type { Model } from '../../src/core/model/model';
import { textHash } from '../../src/core/model/text-hash';
import type { Threat } from '../../src/core/model/threat';
import { runs } from '../fixtures/runs';
import { built } from './knowledge-folders';

const newId = countingIds();
const fresh = () => newId().replace('0000-4000', 'bbbb-4000');

function inOrder<T>(seed: number, items: readonly T[], key: (item: T) => string): readonly T[] {
  const keyed = items.map((item) => ({ item, by: seed === 0 ? '' : textHash(`${seed} ${key(item)}`) }));
  return keyed.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0)).map(({ item }) => item);
}

interface Entry {
  readonly id: string;
  readonly mitigations?: readonly { readonly ref: string }[];
}
/** Every second threat of the core package with its mitigations: enough to decide about, and quick to read. */
function half(): Readonly<Record<'threats' | 'mitigations', readonly Entry[]>> {
  const bare = (part: 'threats' | 'mitigations') =>
    (built['core']?.[part] as readonly Entry[]).map(({ ...entry }) => ({
      ...entry,
      events: [],
      questions: undefined,
      alternativeTo: undefined,
      requires: undefined,
    }));
  const threats = bare('threats').filter((_, at) => at % 2 === 0);
  const used = new Set(threats.flatMap(({ mitigations = [] }) => mitigations.map(({ ref }) => ref)));
  return { threats, mitigations: bare('mitigations').filter(({ id }) => used.has(id)) };
}

/** The package with its entries in another order; 0 = as they ship. */
function packagesIn(seed: number): readonly KnowledgePackage[] {
  const { threats, mitigations } = half();
  const file = {
    ...built['core'],
    extends: [],
    questions: [],
    threats: inOrder(seed, threats, ({ id }) => id),
    mitigations: inOrder(seed, mitigations, ({ id }) => id),
  };
  return readPackages([JSON.parse(JSON.stringify(file))]).map((reading) => {
    if (reading.kind === 'package') return reading.package;
    throw new Error(JSON.stringify(reading.problems));
  });
}
const orders = [0, 1, 2].map(packagesIn);
const [shipped = []] = orders;

/** The model with everything in another order. */
function reordered(model: Model, seed: number): Model {
  const maps = Object.entries(model).flatMap(([kind, value]) =>
    value instanceof Map
      ? [[kind, new Map(inOrder(seed, [...(value as Map<string, unknown>)], ([id]) => id))]]
      : [],
  );
  return { ...model, ...(Object.fromEntries(maps) as object) };
}

function regenerated(model: Model, packages: readonly KnowledgePackage[]): Model {
  const pins = packages.map(({ id, version, hash }) => ({ id, version, hash }));
  const engine = new KnowledgeEngine(packages, model);
  const knowledge = { packages: pins, depth: 'full' as const };
  return applyEdit(model, planThreats({ engine, model, knowledge, tentative: 'take', newId: fresh }).edit);
}

const drawn = exampleModel({
  elements: [
    { kind: 'external', name: 'Customer', type: 'browser' },
    { kind: 'process', name: 'Shop', type: 'web-application' },
    { kind: 'process', name: 'Orders', type: 'web-api' },
    { kind: 'store', name: 'Rows', type: 'sql-database' },
  ],
  flows: [
    { name: 'buy', source: 'Customer', target: 'Shop' },
    { name: 'order', source: 'Shop', target: 'Orders' },
    { name: 'query', source: 'Orders', target: 'Rows' },
  ],
  boundaries: [{ name: 'Inside', holds: ['Shop', 'Orders', 'Rows'] }],
});
const start = regenerated(drawn, shipped);

/** What a person says of the threat number `at`: a judgement, a decision, and links to the backlog. */
function decided(model: Model, at: number): Model {
  const threat = [...model.threat.values()][at % model.threat.size];
  const treatment = [...model.treatment.values()].find((each) => each.threat === threat?.id);
  if (!threat || !treatment) return model;
  const impact = { level: 'severe', basis: 'judged' } as const;
  const status = { kind: 'approved', by: 'Olivia' } as const;
  const story = { id: mint(storyLinkId, fresh), threat: threat.id, story: 30 + at };
  const task = { id: mint(realisationId, fresh), mitigation: treatment.mitigation, covers: 'all' } as const;
  return applyEdit(model, {
    label: 'Decide',
    threat: { put: [{ ...threat, impact }] },
    treatment: { put: [{ ...treatment, status }] },
    storyLink: { put: [story] },
    realisation: { put: [{ ...task, workItem: 100 + at }] },
  });
}
function renamed(model: Model): Model {
  const named = <T extends { readonly name: string }>(things: ReadonlyMap<string, T>) => ({
    put: [...things.values()].map((each) => ({ ...each, name: `${each.name} of the north` })),
  });
  const { element, flow, boundary } = model;
  return applyEdit(model, {
    label: 'Rename',
    element: named(element),
    flow: named(flow),
    boundary: named(boundary),
  });
}

const keyOf = ({ origin, place }: Threat) =>
  `${origin.kind === 'rule' ? `${origin.package} ${origin.entry}` : ''} ${JSON.stringify(place)}`;
const keysOf = (model: Model) => [...model.threat.values()].map(keyOf).sort();
/** All that people said, by ids, so that the order of nothing matters. */
const saidIn = (model: Model) => ({
  judged: [...model.threat.values()]
    .filter(({ impact }) => impact.basis === 'judged')
    .map(({ id }) => id)
    .sort(),
  approved: [...model.treatment.values()]
    .filter(({ status }) => status?.kind === 'approved')
    .map(({ id }) => id)
    .sort(),
  stories: [...model.storyLink.values()].map(({ threat, story }) => `${story} ${threat}`).sort(),
  tasks: [...model.realisation.values()]
    .map(({ mitigation, workItem }) => `${workItem ?? ''} ${mitigation}`)
    .sort(),
});

const world = fc.record({
  decisions: fc.uniqueArray(fc.nat(start.threat.size - 1), { minLength: 1, maxLength: 6 }),
  modelOrder: fc.integer({ min: 1, max: 1_000_000 }),
  packageOrder: fc.nat(2),
});

test('the drawing gives enough to decide about', () => {
  expect(start.threat.size).toBeGreaterThan(20);
  expect(new Set(keysOf(start)).size).toBe(start.threat.size);
});

test('whatever is renamed and in whatever order all of it stands, every threat is found again with its decisions', () => {
  fc.assert(
    fc.property(world, ({ decisions, modelOrder, packageOrder }) => {
      const model = decisions.reduce(decided, start);
      const again = regenerated(reordered(renamed(model), modelOrder), orders[packageOrder] ?? []);
      expect(saidIn(again)).toEqual(saidIn(model));
      expect([...again.threat.keys()].sort()).toEqual([...model.threat.keys()].sort());
      expect(keysOf(again)).toEqual(keysOf(model));
      expect([...again.threat.values()].filter(({ stale }) => stale !== undefined)).toEqual([]);
      // The names did change: what is found again is not simply left alone.
      expect([...again.threat.values()].some(({ title }) => title.includes('of the north'))).toBe(true);
    }),
    { numRuns: runs(5) },
  );
});

test('what no longer matches is stale with a reason and keeps all that people said; it comes back with it', () => {
  fc.assert(
    fc.property(world, ({ decisions, modelOrder }) => {
      const model = decisions.reduce(decided, start);
      const sold = <T extends object>(things: ReadonlyMap<string, T>) => ({
        put: [...things.values()].map((each) => ({ ...each, outOfScope: 'Sold' })),
      });
      const { element, flow } = model;
      const out = { label: 'Out of scope', element: sold(element), flow: sold(flow) };
      const without = regenerated(reordered(applyEdit(model, out), modelOrder), shipped);
      expect(saidIn(without)).toEqual(saidIn(model));
      // What strikes at the model or at a boundary goes on: nobody put those out of scope.
      const struck = saidIn(model).judged.filter((id) =>
        ['element', 'flow'].includes(without.threat.get(id)?.place.kind ?? ''),
      );
      for (const id of struck) expect(without.threat.get(id)?.stale).toMatch(/./);
      const back = applyEdit(without, {
        label: 'Back',
        element: { put: [...element.values()] },
        flow: { put: [...flow.values()] },
      });
      const again = regenerated(back, shipped);
      expect(saidIn(again)).toEqual(saidIn(model));
      for (const id of saidIn(model).judged) expect(again.threat.get(id)?.stale).toBeUndefined();
      expect(keysOf(again)).toEqual(keysOf(model));
    }),
    { numRuns: runs(5) },
  );
});
