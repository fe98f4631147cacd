import fc from 'fast-check';
import { samplePackage } from '../../../tests/fixtures/sample-knowledge';
import { applyEdit, invertEdit } from '../model/edit';
import type { Edit } from '../model/edit';
import type { Depth } from '../model/knowledge';
import type { Model } from '../model/model';
import type { Threat } from '../model/threat';
import { deleteMitigations } from './declined';
import { countingIds, exampleModel } from './example-model';
import type { ExampleModel } from './example-model';
import { KnowledgeEngine } from './knowledge-engine';
import type { KnowledgePackage } from './package';
import { planThreats } from './plan-threats';
import type { ThreatPlan } from './plan-threats';
import { readPackage } from './read-package';
import { resolveKnowledge } from './resolve-knowledge';

function read(json: unknown): KnowledgePackage {
  const reading = readPackage(json);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.package;
}
const shop = read(samplePackage());
const drawing = (encrypted = 'No', rows?: string): ExampleModel => ({
  elements: [
    { kind: 'process', name: 'Browser' },
    {
      kind: 'process',
      name: 'Orders',
      type: 'web-api',
      ...(rows === undefined ? {} : { properties: { Rows: rows } }),
    },
  ],
  flows: [
    { name: 'Buy', source: 'Browser', target: 'Orders', properties: { 'Encrypted in transit': encrypted } },
  ],
});

const ids = countingIds();
interface Choice {
  readonly known?: KnowledgePackage;
  readonly depth?: Depth;
  readonly tentative?: 'leave' | 'take';
}
function plan(model: Model, { known = shop, depth = 'full', tentative = 'leave' }: Choice = {}): ThreatPlan {
  const { id, version, hash } = known;
  return planThreats({
    engine: new KnowledgeEngine([known], model),
    model,
    knowledge: { packages: [{ id, version, hash }], depth },
    tentative,
    newId: () => ids().replace('0000-4000', 'aaaa-4000'),
  });
}
/** Applies, and proves on the way that the inverse brings everything back. */
function after(model: Model, edit: Edit): Model {
  const next = applyEdit(model, edit);
  expect(applyEdit(next, invertEdit(model, edit))).toEqual(model);
  return next;
}
const generated = (model: Model, choice: Choice = {}) => after(model, plan(model, choice).edit);
const titles = (model: Model) => [...model.threat.values()].map(({ title }) => title);
const kinds = (given: ThreatPlan) => given.changes.map(({ kind }) => kind);
const first = (model: Model): Threat => {
  const [threat] = model.threat.values();
  if (!threat) throw new Error('There is no threat.');
  return threat;
};
/** The model with its first flow said otherwise. */
function saying(model: Model, encrypted: string): Model {
  const [flow] = model.flow.values();
  if (!flow) throw new Error('There is no flow.');
  const properties = { 'Encrypted in transit': encrypted };
  return applyEdit(model, { label: 'Say', flow: { put: [{ ...flow, properties }] } });
}

test('a threat comes with its texts, severity, treatments, snapshots and the pin of the package', () => {
  const model = generated(exampleModel(drawing()));
  expect(first(model)).toMatchObject({
    title: 'Traffic to Orders is sniffed',
    stride: ['information-disclosure'],
    probability: { level: 'possible', basis: 'assumed' },
    impact: { level: 'major', basis: 'assumed' },
    origin: { kind: 'rule', package: 'test.shop', entry: 'wire-read', version: '1.2.0' },
  });
  expect([...model.treatment.values()].map(({ strength }) => strength.level).sort()).toEqual([
    'average',
    'strong',
    'weak',
    'weak',
  ]);
  expect(model.mitigation.size).toBe(4);
  expect([...model.knowledge.values()].map(({ type, entry }) => `${type} ${entry}`).sort()).toEqual([
    'mitigation pinning',
    'mitigation tls',
    'mitigation vpn',
    'mitigation watch',
    'threat wire-read',
  ]);
  expect(model.info.knowledge).toEqual({
    packages: [{ id: 'test.shop', version: '1.2.0', hash: shop.hash }],
    depth: 'full',
  });
});

test('doing it again changes nothing', () => {
  const model = generated(exampleModel(drawing()));
  const again = plan(model);
  expect(again.changes).toEqual([]);
  expect(applyEdit(model, again.edit)).toEqual(model);
});

test('a tentative threat waits for the question, unless it is asked for', () => {
  const bare = exampleModel(drawing('Yes'));
  expect(titles(generated(bare))).toEqual([]);
  const taken = generated(bare, { tentative: 'take' });
  expect(first(taken)).toMatchObject({ tentative: '“Rows” of Orders is not known.' });
  const settled = generated(
    applyEdit(taken, {
      label: 'Say',
      element: {
        put: [...taken.element.values()].map((each) => ({ ...each, properties: { rows: '1000' } })),
      },
    }),
  );
  expect(first(settled).tentative).toBeUndefined();
});

describe('what no longer matches', () => {
  const decided = (model: Model) =>
    applyEdit(model, {
      label: 'Judge',
      threat: { put: [{ ...first(model), impact: { level: 'severe' as const, basis: 'judged' as const } }] },
    });

  test('becomes stale with the reason, keeps its decisions, and comes back with them', () => {
    const model = decided(generated(exampleModel(drawing())));
    const encrypted = saying(model, 'Yes');
    const gone = plan(encrypted);
    expect(kinds(gone)).toEqual(['stale']);
    const stale = after(encrypted, gone.edit);
    expect(first(stale)).toMatchObject({
      stale: '“Encrypted in transit” of Buy is “Yes”.',
      impact: { level: 'severe', basis: 'judged' },
    });
    expect(plan(stale).changes).toEqual([]);
    const open = saying(stale, 'No');
    expect(kinds(plan(open))).toEqual(['revived']);
    expect(first(generated(open))).toEqual(first(generated(model)));
  });

  test('a renamed place renames what nobody edited, and nothing else', () => {
    const rename = (model: Model) =>
      applyEdit(model, {
        label: 'Rename',
        element: { put: [...model.element.values()].map((each) => ({ ...each, name: `New ${each.name}` })) },
      });
    const model = generated(exampleModel(drawing()));
    expect(titles(generated(rename(model)))).toEqual(['Traffic to New Orders is sniffed']);
    const edited = applyEdit(model, { label: 'Edit', threat: { put: [{ ...first(model), title: 'Mine' }] } });
    expect(titles(generated(rename(edited)))).toEqual(['Mine']);
  });

  test('a threat whose package is not here stays as it is', () => {
    const model = generated(exampleModel(drawing()));
    const other = read(JSON.parse(JSON.stringify(samplePackage()).replaceAll('test.shop', 'test.other')));
    expect(plan(model, { known: other }).changes.filter(({ kind }) => kind !== 'added')).toEqual([]);
  });
});

describe('depth', () => {
  const marked = read(
    samplePackage((file) => {
      Object.assign(file.threats[0] ?? {}, { top: true });
    }),
  );
  const model = exampleModel(drawing('No', '1000'));
  test('light takes TOP threats with their TOP mitigations; full takes the rest', () => {
    const light = generated(model, { known: marked, depth: 'light' });
    expect(light.threat.size).toBe(1);
    expect([...light.mitigation.values()].map(({ title }) => title)).toEqual(['Encrypt the wire']);
    const full = generated(light, { known: marked });
    expect([full.threat.size, full.mitigation.size]).toEqual([2, 4]);
  });
  test('back to light: what is decided stays, the rest comes again with full', () => {
    const full = generated(model, { known: marked });
    const emptied = [...full.threat.values()].find(({ title }) => title.includes('table'));
    if (!emptied) throw new Error('The second threat is missing.');
    const light = plan(full, { known: marked, depth: 'light' });
    expect(kinds(light)).toContain('rested');
    expect(after(full, light.edit).threat.size).toBe(1);
    const noted = applyEdit(full, { label: 'Note', threat: { put: [{ ...emptied, notes: 'Seen.' }] } });
    const kept = generated(noted, { known: marked, depth: 'light' });
    expect(kept.threat.get(emptied.id)?.notes).toBe('Seen.');
    const again = generated(after(full, light.edit), { known: marked });
    expect(titles(again).sort()).toEqual(titles(full).sort());
    expect(again.treatment.size).toBe(full.treatment.size);
  });
  test('back to light: a mitigation that somebody decided about goes on treating what it treats', () => {
    const full = generated(model, { known: marked });
    const tunnel = [...full.mitigation.values()].find(({ title }) => title === 'Private tunnel');
    if (!tunnel) throw new Error('The mitigation is missing.');
    const put = [{ ...tunnel, status: { kind: 'implemented' } as const }];
    const built = applyEdit(full, { label: 'Build it', mitigation: { put } });
    const links = ({ treatment }: Model) =>
      [...treatment.values()].filter(({ mitigation }) => mitigation === tunnel.id);
    const light = generated(built, { known: marked, depth: 'light' });
    expect([...light.mitigation.values()].map(({ title }) => title)).toEqual([
      'Encrypt the wire',
      'Private tunnel',
    ]);
    expect(links(light)).toEqual(links(built));
    expect(plan(light, { known: marked, depth: 'light' }).changes).toEqual([]);
  });
  test('a mitigation that somebody took away from a threat stays away through light and full', () => {
    const full = generated(model, { known: marked });
    const treated = ({ threat, mitigation, treatment }: Model) =>
      [...treatment.values()]
        .map((each) => [threat.get(each.threat)?.title, mitigation.get(each.mitigation)?.title].join(': '))
        .sort();
    // A link that is not TOP of a TOP threat, and one of a threat that would rest if nobody had touched it.
    const taken = ['Private tunnel', 'Watch the wire'];
    const remove = [...full.treatment.values()]
      .filter(({ mitigation }) => taken.includes(full.mitigation.get(mitigation)?.title ?? ''))
      .map(({ id }) => id);
    const without = applyEdit(full, { label: 'Take away', treatment: { remove } });
    const light = generated(without, { known: marked, depth: 'light' });
    expect(generated(light, { known: marked, depth: 'light' })).toEqual(light);
    expect(treated(generated(light, { known: marked }))).toEqual(treated(without));
  });
});

describe('a mitigation that somebody deleted', () => {
  const marked = read(
    samplePackage((file) => {
      Object.assign(file.threats[0] ?? {}, { top: true });
    }),
  );
  const full = generated(exampleModel(drawing('No', '1000')), { known: marked });
  const names = ({ mitigation }: Model) => [...mitigation.values()].map(({ title }) => title).sort();
  const without = (model: Model, title: string) => {
    const ids = [...model.mitigation.values()].flatMap((each) => (each.title === title ? [each.id] : []));
    return after(model, deleteMitigations(model, ids));
  };

  test.each(['Private tunnel', 'Watch the wire'])('%s stays away through light and full', (title) => {
    const deleted = without(full, title);
    const light = generated(deleted, { known: marked, depth: 'light' });
    const again = generated(light, { known: marked });
    expect(names(again)).toEqual(names(deleted));
    expect(plan(again, { known: marked }).changes).toEqual([]);
  });

  test('is not brought by a new place either, until somebody takes it', () => {
    const deleted = without(full, 'Private tunnel');
    const [flow] = deleted.flow.values();
    if (!flow) throw new Error('There is no flow.');
    const second = { ...flow, id: '00000000-0000-4000-8000-00000000f10e' as typeof flow.id };
    const drawn = applyEdit(deleted, { label: 'Draw', flow: { put: [second] } });
    expect(names(generated(drawn, { known: marked }))).toEqual(names(deleted));
    const tunnel = [...full.mitigation.values()].filter(({ title }) => title === 'Private tunnel');
    const taken = generated(applyEdit(deleted, { label: 'Take', mitigation: { put: tunnel } }), {
      known: marked,
    });
    expect([...taken.knowledge.values()].filter(({ declined }) => declined)).toEqual([]);
  });
});

describe('upgrade', () => {
  const newer = (change: (file: ReturnType<typeof JSON.parse>) => void = () => undefined) =>
    read(
      samplePackage((file) => {
        file.version = '2.0.0';
        change(file);
      }),
    );
  const better = newer((file) => {
    file.threats[0].name = 'Somebody records what goes to {target.name}';
    file.threats[0].severity.impact = 'severe';
    file.threats[0].mitigations[1].strength = 'maximum';
    file.threats[0].mitigations.pop();
    file.mitigations[0].implement = 'Turn it on everywhere.';
  });

  test('what nobody touched takes the new value', () => {
    const model = generated(exampleModel(drawing()));
    const given = plan(model, { known: better });
    const next = after(model, given.edit);
    expect(first(next)).toMatchObject({
      title: 'Somebody records what goes to Orders',
      impact: { level: 'severe' },
      origin: { version: '2.0.0' },
    });
    expect(given.changes).toMatchObject([
      { kind: 'changed', fields: ['title', 'impact', 'mitigations'], kept: [] },
    ]);
    expect([...next.treatment.values()].map(({ strength }) => strength.level).sort()).toEqual([
      'average',
      'maximum',
      'weak',
    ]);
    const tls = [...next.mitigation.values()].find(({ title }) => title === 'Encrypt the wire');
    expect(tls?.implement).toContain('everywhere');
    expect(given.mitigations).toMatchObject([{ changed: ['implement'], kept: [] }]);
    expect(plan(next, { known: better }).changes).toEqual([]);
  });

  test('what a person decided stays, and is listed', () => {
    const model = generated(exampleModel(drawing()));
    const [tls] = [...model.mitigation.values()].filter(({ title }) => title === 'Encrypt the wire');
    const judged = [...model.treatment.values()].map((each) => ({
      ...each,
      strength: { level: 'negligible' as const, basis: 'judged' as const, reason: 'We tried.' },
    }));
    if (!tls) throw new Error('The mitigation is missing.');
    const mine = applyEdit(model, {
      label: 'Mine',
      threat: { put: [{ ...first(model), title: 'My words' }] },
      treatment: { put: judged },
      mitigation: { put: [{ ...tls, implement: 'Our way.' }] },
    });
    const given = plan(mine, { known: better });
    const next = after(mine, given.edit);
    expect(first(next).title).toBe('My words');
    expect([...next.treatment.values()].map(({ strength }) => strength.level)).toEqual(
      Array<string>(4).fill('negligible'),
    );
    expect(next.mitigation.get(tls.id)?.implement).toBe('Our way.');
    const [change] = given.changes;
    expect(change?.kind === 'changed' && change.kept).toEqual(['title', 'Encrypt the wire', 'Pin the key']);
    expect(given.mitigations).toMatchObject([{ kept: ['implement'] }]);
  });

  test('a mitigation that somebody took away does not come back', () => {
    const model = generated(exampleModel(drawing()));
    const [treatment] = model.treatment.values();
    if (!treatment) throw new Error('There is no treatment.');
    const less = applyEdit(model, { label: 'Remove', treatment: { remove: [treatment.id] } });
    expect(plan(less, { known: newer() }).edit.treatment?.put).toEqual([]);
  });

  test('a retired threat is stale and says so; a new one is added', () => {
    const model = generated(exampleModel(drawing()));
    const without = newer((file) => {
      file.threats[0].id = 'wire-taped';
      file.retired = [{ type: 'threat', id: 'wire-read', since: '2.0.0' }];
    });
    const given = plan(model, { known: without });
    expect(kinds(given)).toEqual(['stale', 'added']);
    expect(first(after(model, given.edit)).stale).toMatch(/test\.shop 2\.0\.0 does not have/);
  });
  test('one that the organisation disabled says so, with the reason', () => {
    const model = generated(exampleModel(drawing()));
    const op = { op: 'disable', type: 'threat', id: 'wire-read', because: 'The edge team sees to it.' };
    const overlay = {
      kbSchema: 1,
      kind: 'overlay',
      id: 'own.shop',
      version: '1.0.0',
      name: 'Ours',
      licence: 'MIT',
      targets: [{ id: 'test.shop', range: '^1.0.0' }],
      ops: [op],
    };
    const [known] = resolveKnowledge([shop], [overlay]).packages;
    const stale = generated(model, known ? { known } : {});
    expect(first(stale).stale).toBe('Your organisation disabled it: The edge team sees to it.');
  });
});

test('an engine that followed edits finds what a fresh one finds', () => {
  const said = fc.array(fc.tuple(fc.nat(3), fc.constantFrom('Yes', 'No', '')), { maxLength: 12 });
  const start = exampleModel({
    elements: ['A', 'B', 'C'].map((name) => ({ kind: 'process' as const, name, type: 'web-api' })),
    flows: [
      { name: 'ab', source: 'A', target: 'B' },
      { name: 'bc', source: 'B', target: 'C' },
      { name: 'ca', source: 'C', target: 'A' },
    ],
  });
  fc.assert(
    fc.property(said, (steps) => {
      const engine = new KnowledgeEngine([shop], start);
      let model = start;
      for (const [at, value] of steps) {
        const flow = [...model.flow.values()][at];
        const element = [...model.element.values()][0];
        if (flow) {
          const properties = { 'Encrypted in transit': value };
          model = applyEdit(model, { label: 'Say', flow: { put: [{ ...flow, properties }] } });
        } else if (element)
          model = applyEdit(model, {
            label: 'Out',
            element: { put: [{ ...element, ...(value === 'Yes' ? { outOfScope: 'Others' } : {}) }] },
          });
        engine.follow(model);
      }
      const keys = (each: KnowledgeEngine) =>
        each
          .hits()
          .map(({ key, answer }) => `${key} ${answer}`)
          .sort();
      expect(keys(engine)).toEqual(keys(new KnowledgeEngine([shop], model)));
    }),
  );
});
