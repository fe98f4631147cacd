import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { bytesOf, expectValid, find } from '../../../../tests/fixtures/import-for-test';
import { runs } from '../../../../tests/fixtures/runs';
import { applyEdit, invertEdit } from '../../model/edit';
import { storyLinkId } from '../../model/ids';
import type { Model } from '../../model/model';
import type { Threat } from '../../model/threat';
import * as v from 'valibot';
import { defaultLimits, importFile } from '../import-file';
import { planReimport } from './plan-reimport';
import type { ReimportPlan } from './plan-reimport';
import { keyedKinds } from './written';

const fixtures = join(__dirname, '../../../../tests/fixtures/models');
const dragonText = readFileSync(join(fixtures, 'corner-shop-dragon.json'), 'utf8');
const tm7Text = readFileSync(join(fixtures, 'corner-shop.tm7'), 'utf8');

let last = 0;
const newId = () => `00000000-0000-4000-8000-${(last += 1).toString(16).padStart(12, '0')}`;
/** Each import has ids of its own, as in life. */
function imported(text: string, fileName = 'shop.json'): Model {
  const limits = defaultLimits(() => false);
  const result = importFile({
    fileName,
    bytes: bytesOf(text),
    limits,
    newId,
    now: '2026-03-01T09:00:00.000Z',
  });
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.model;
}
/** Applies the plan, and proves on the way that it is valid, can be taken back, and that doing it again does nothing. */
function after(model: Model, fresh: Model): { readonly plan: ReimportPlan; readonly model: Model } {
  const plan = planReimport(model, fresh);
  const next = applyEdit(model, plan.edit);
  expectValid(next);
  expect(applyEdit(next, invertEdit(model, plan.edit))).toEqual(model);
  expect(planReimport(next, fresh).changes).toEqual([]);
  return { plan, model: next };
}
const said = ({ changes }: ReimportPlan) =>
  changes
    .map(({ what, kind, name, fields, kept }) =>
      [
        what,
        kind,
        name,
        ...(fields.length > 0 ? [`(${fields.join(' ')})`] : []),
        ...(kept.length > 0 ? [`kept ${kept.join(' ')}`] : []),
      ].join(' '),
    )
    .sort();
const titled = (model: Model, title: string): Threat => find(model.threat, (each) => each.title === title);
const put = (model: Model, threat: Threat) => applyEdit(model, { label: 'x', threat: { put: [threat] } });

test.each([
  ['Threat Dragon', dragonText, 'shop.json'],
  ['tm7', tm7Text, 'shop.tm7'],
])('%s: the same file again changes nothing', (_, text, file) => {
  const model = imported(text, file);
  const { plan, model: next } = after(model, imported(text, file));
  expect(plan).toMatchObject({ changes: [], deleted: 0 });
  expect({ ...next, info: 0 }).toEqual({ ...model, info: 0 });
});

const flooded = 'Shop front is flooded with requests';

test('what the file says otherwise comes in, where nobody here said anything', () => {
  const newer = dragonText
    .replace(flooded, 'Shop front is flooded')
    .replace('"name": "Order service"', '"name": "Orders"')
    .replaceAll('"Order service"', '"Orders"');
  const model = imported(dragonText);
  const { plan, model: next } = after(model, imported(newer));
  expect(said(plan)).toEqual([
    'changed element Orders (name)',
    'changed threat Shop front is flooded (title)',
  ]);
  const threat = titled(next, 'Shop front is flooded');
  expect(threat.id).toBe(titled(model, flooded).id);
  expect(next.element.size).toBe(model.element.size);
});

test('decisions, links and Tasks stay; what both sides changed is listed', () => {
  let model = imported(dragonText);
  const threat = titled(model, flooded);
  model = put(model, {
    ...threat,
    title: 'Ours',
    impact: { level: 'severe', basis: 'judged', reason: 'Sales' },
    status: { kind: 'needs-investigation' },
  });
  model = applyEdit(model, {
    label: 'x',
    storyLink: { put: [{ id: v.parse(storyLinkId, newId()), threat: threat.id, story: 12 }] },
  });
  const newer = dragonText.replace(flooded, 'Shop front drowns').replace('"Medium"', '"Low"');
  const { plan, model: next } = after(model, imported(newer));
  expect(said(plan)).toEqual(['changed threat Ours kept title impact']);
  expect(next.threat.get(threat.id)).toMatchObject({
    title: 'Ours',
    impact: { level: 'severe' },
    status: { kind: 'needs-investigation' },
  });
  expect(next.storyLink).toEqual(model.storyLink);
});

describe('what the file does not have any more', () => {
  const file = JSON.parse(dragonText) as {
    detail: {
      diagrams: {
        cells: {
          data?: { name?: string };
          id: string;
          source?: { cell?: string };
          target?: { cell?: string };
        }[];
      }[];
    };
  };
  const without = (name: string) => {
    const copy = JSON.parse(JSON.stringify(file)) as typeof file;
    const [diagram] = copy.detail.diagrams;
    if (!diagram) throw new Error('no diagram');
    const gone = diagram.cells.find(({ data }) => data?.name === name)?.id;
    diagram.cells = diagram.cells.filter(
      ({ id, source, target }) => ![id, source?.cell, target?.cell].includes(gone),
    );
    return JSON.stringify(copy);
  };

  test('grows stale and says why, with its threats; it comes back with its decisions', () => {
    let model = imported(dragonText);
    const posing = titled(model, 'Somebody poses as Card company');
    model = put(model, { ...posing, notes: 'Asked Ann' });
    const { plan, model: next } = after(model, imported(without('Card company')));
    expect(said(plan)).toEqual([
      'stale element Card company',
      'stale flow Charge card',
      'stale threat Somebody poses as Card company',
    ]);
    expect(next.threat.get(posing.id)).toEqual({
      ...posing,
      notes: 'Asked Ann',
      stale: 'The file "shop.json" does not have this any more.',
    });
    expect(after(next, imported(without('Card company'))).plan.changes).toEqual([]);
    const back = after(next, imported(dragonText));
    expect(said(back.plan).map((each) => each.split(' ')[0])).toEqual(['back', 'back', 'back']);
    expect(back.model.threat.get(posing.id)).toEqual({ ...posing, notes: 'Asked Ann' });
  });

  test('what is new in the file comes in with its threats and mitigations', () => {
    const model = imported(without('Card company'));
    const { plan, model: next } = after(model, imported(dragonText));
    expect(said(plan)).toEqual([
      'added element Card company',
      'added flow Charge card',
      'added threat Somebody poses as Card company',
    ]);
    const flow = find(next.flow, ({ name }) => name === 'Charge card');
    expect([flow.source, flow.target].map((id) => id && next.element.get(id)?.name)).toEqual([
      'Order service',
      'Card company',
    ]);
  });

  test('what people deleted stays deleted, with what stands there', () => {
    const model = imported(dragonText);
    const gone = titled(model, flooded);
    const card = find(model.element, ({ name }) => name === 'Card company');
    const posing = titled(model, 'Somebody poses as Card company');
    const charge = find(model.flow, ({ name }) => name === 'Charge card');
    const treatments = [...model.treatment.values()].filter(({ threat }) =>
      [gone.id, posing.id].includes(threat),
    );
    const less = applyEdit(model, {
      label: 'x',
      treatment: { remove: treatments.map(({ id }) => id) },
      threat: { remove: [gone.id, posing.id] },
      flow: { remove: [charge.id] },
      element: { remove: [card.id] },
    });
    const { plan, model: next } = after(less, imported(dragonText));
    expect(plan).toMatchObject({ changes: [], deleted: 4 });
    expect(next.threat.size).toBe(less.threat.size);
  });
});

test('a mitigation that somebody took from a threat does not come back; one that is new in the file does', () => {
  const model = imported(dragonText);
  const threat = titled(model, flooded);
  const treatment = find(model.treatment, (each) => each.threat === threat.id);
  const less = applyEdit(model, { label: 'x', treatment: { remove: [treatment.id] } });
  expect(after(less, imported(dragonText)).model.treatment.size).toBe(less.treatment.size);
  const newer = dragonText.replace(
    'Limit requests per visitor and answer the rest with a waiting page',
    'Buy more machines.',
  );
  const { plan, model: next } = after(model, imported(newer));
  expect(said(plan)).toEqual([
    'added mitigation Buy more machines',
    'stale mitigation Limit requests per visitor and answer the rest with a waiting page',
  ]);
  const treats = [...next.treatment.values()].filter((each) => each.threat === threat.id);
  expect(treats.map(({ mitigation }) => next.mitigation.get(mitigation)?.title)).toEqual([
    'Limit requests per visitor and answer the rest with a waiting page',
    'Buy more machines',
  ]);
});

test('a model that was imported before the record was kept is updated too, and decisions stay', () => {
  const plain = <T extends { readonly origin: unknown }>(each: T): T => {
    const { written: _gone, ...origin } = each.origin as Record<string, unknown>;
    return { ...each, origin };
  };
  const recorded = imported(dragonText);
  const { keys: _gone, ...record } = recorded.info.imported ?? { keys: '' };
  let model = { ...recorded, info: { ...recorded.info, imported: record } } as Model;
  for (const kind of keyedKinds)
    model = {
      ...model,
      [kind]: new Map(
        [...(model[kind] as unknown as Map<string, Threat>)].map(([id, each]) => [id, plain(each)]),
      ),
    };
  const threat = titled(model, flooded);
  model = put(model, {
    ...threat,
    impact: { level: 'severe', basis: 'judged' },
    status: { kind: 'needs-investigation' },
  });
  const newer = imported(dragonText.replace(flooded, 'Shop front drowns'));
  const plan = planReimport(model, newer);
  expect(said(plan)).toEqual(['changed threat Shop front drowns (title)']);
  const next = applyEdit(model, plan.edit);
  expect(next.threat.get(threat.id)).toMatchObject({
    title: 'Shop front drowns',
    impact: { level: 'severe' },
    status: { kind: 'needs-investigation' },
  });
});

test('properties that people set stay beside those of the file', () => {
  const model = imported(dragonText);
  const orders = find(model.element, ({ name }) => name === 'Order service');
  const answered = applyEdit(model, {
    label: 'x',
    element: { put: [{ ...orders, properties: { ...orders.properties, authn: 'mtls' } }] },
  });
  const newer = imported(
    dragonText.replace(/("name": "Order service",\s*"description": )"[^"]*"/, '$1"Takes orders."'),
  );
  const { model: next } = after(answered, newer);
  expect(next.element.get(orders.id)?.properties).toMatchObject({ authn: 'mtls' });
});

test('whatever people did and the file changed, the preview is the result and nothing of people is lost', () => {
  const deed = fc.record({
    what: fc.constantFrom('title', 'status', 'judge', 'note', 'name', 'approve'),
    at: fc.nat(30),
  });
  const change = fc.record({
    from: fc.constantFrom(
      '"Open"',
      '"High"',
      'Order',
      'orders',
      'Log ',
      'Shop',
      'c0ffee00-5409-4d1a-8b1e-00000000020',
    ),
    at: fc.nat(12),
  });
  const nth = (text: string, part: string, at: number) => {
    const pieces = text.split(part);
    const index = 1 + (at % Math.max(1, pieces.length - 1));
    const other = part.startsWith('"')
      ? '"Mitigated"'
      : part.startsWith('c0ffee')
        ? 'c0ffee00-5409-4d1a-8b1e-0000000009'
        : 'X ';
    return pieces.length < 2
      ? text
      : pieces.slice(0, index).join(part) + other + pieces.slice(index).join(part);
  };
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 5 }), fc.array(change, { maxLength: 4 }), (deeds, changes) => {
      let model = imported(dragonText);
      for (const { what, at } of deeds) {
        const threat = [...model.threat.values()][at % model.threat.size];
        const element = [...model.element.values()][at % model.element.size];
        const mitigation = [...model.mitigation.values()][at % model.mitigation.size];
        if (!threat || !element || !mitigation) continue;
        if (what === 'title') model = put(model, { ...threat, title: 'Ours' });
        if (what === 'status')
          model = put(model, { ...threat, status: { kind: 'not-applicable', justification: 'No' } });
        if (what === 'judge')
          model = put(model, { ...threat, impact: { level: 'negligible', basis: 'judged' } });
        if (what === 'note') model = put(model, { ...threat, notes: 'Ours' });
        if (what === 'name')
          model = applyEdit(model, { label: 'x', element: { put: [{ ...element, name: 'Ours' }] } });
        if (what === 'approve')
          model = applyEdit(model, {
            label: 'x',
            mitigation: { put: [{ ...mitigation, status: { kind: 'approved' } }] },
          });
      }
      const fresh = imported(changes.reduce((text, { from, at }) => nth(text, from, at), dragonText));
      const { plan, model: next } = after(model, fresh);
      const shown = new Map(plan.changes.map((each) => [each.id, each]));
      for (const kind of keyedKinds) {
        const [before, result] = [
          model[kind] as ReadonlyMap<string, Threat>,
          next[kind] as ReadonlyMap<string, Threat>,
        ];
        expect([...result.keys()].filter((id) => !before.has(id)).sort()).toEqual(
          plan.changes
            .flatMap((each) => (each.kind === kind && each.what === 'added' ? [each.id] : []))
            .sort(),
        );
        for (const [id, was] of before) {
          const is = result.get(id);
          if (!is) throw new Error('It disappeared.');
          const { origin: _was, ...old } = was;
          const { origin: _is, ...now } = is;
          if (!shown.has(id)) expect(now).toEqual(old);
          expect(is.stale !== undefined).toBe(shown.get(id)?.what === 'stale');
          if (was.title === 'Ours') expect(is.title).toBe('Ours');
          if (was.notes === 'Ours') expect(is.notes).toBe('Ours');
          if (kind === 'threat' && was.impact.basis === 'judged') expect(is.impact).toEqual(was.impact);
          if (kind === 'threat' && was.status.kind === 'not-applicable' && was.status.justification === 'No')
            expect(is.status).toEqual(was.status);
        }
      }
    }),
    { numRuns: runs(25) },
  );
});
