import * as v from 'valibot';
import {
  aClause,
  aMitigation,
  aModel,
  aRealisation,
  aStoryLink,
  aThreat,
  aTreatment,
  mitigationNumber,
  threatNumber,
} from '../../../tests/fixtures/sample-model';
import { incidentId } from '../model/ids';
import { incident as anIncident } from '../model/incident';
import { indexModel } from '../model/model-index';
import type { Model } from '../model/model';
import { assess } from '../risk/assess';
import {
  bucketDocument,
  bucketOf,
  bucketViews,
  isFresh,
  planViews,
  readBucket,
  revisionIn,
} from './by-work-item';
import { maxShardBytes } from './shard';
import { jsonBytes } from './json-bytes';
import { maxThreats, modelOfView, viewsOf } from './work-item-view';

const clause = aClause(1, 10);
/** Story 10 with two threats, one of them by a clause; the first is treated by a Task (20) and by a mitigation without one. */
function shop(change: Partial<Parameters<typeof aModel>[0]> = {}): Model {
  return aModel({
    threats: [aThreat(1, { description: 'secret', impact_: 'severe' }), aThreat(2), aThreat(3)],
    mitigations: [aMitigation(1), aMitigation(2)],
    treatments: [
      aTreatment(1, { threat: 1, mitigation: 1, strength: 'strong' }),
      aTreatment(2, { threat: 1, mitigation: 2 }),
      aTreatment(3, { threat: 3, mitigation: 1 }),
    ],
    realisations: [aRealisation(1, 1, 20), aRealisation(2, 2, null)],
    clauses: [clause],
    links: [aStoryLink(1, 1, 10, clause), aStoryLink(2, 2, 10)],
    ...change,
  });
}
const views = (model: Model) => viewsOf(model, indexModel(model));
const wire = (value: unknown): { id: string; [name: string]: unknown } => JSON.parse(JSON.stringify(value));
const partOf = (model: Model, id: string, revision = 7) => ({
  name: model.info.name,
  revision,
  views: bucketViews(model).get(id) ?? new Map(),
});
function documentOf(model: Model, id: string) {
  const document = bucketDocument(undefined, {
    id,
    model: model.info.id,
    part: partOf(model, id),
    process: undefined,
  });
  if (!document) throw new Error('no document');
  return wire(document);
}

describe('views', () => {
  test('are made for stories by their links and for Tasks by their realisations, and for nothing else', () => {
    expect([...views(shop()).keys()]).toEqual([10, 20]);
    expect(views(aModel({ threats: [aThreat(1)] })).size).toBe(0);
  });

  test('of a story hold its links, clauses, threats, and what treats them', () => {
    const view = views(shop()).get(10);
    expect(view?.links.map(({ threat, clause: of }) => [threat, of])).toEqual([
      [threatNumber(1), clause.id],
      [threatNumber(2), undefined],
    ]);
    expect(view?.clauses).toEqual([clause]);
    expect(view?.mitigations.map(({ id, implement }) => [id, implement])).toEqual([
      [mitigationNumber(1), ''],
      [mitigationNumber(2), ''],
    ]);
    expect(view?.realisations.map(({ workItem }) => workItem)).toEqual([20]);
    expect(view?.places).toEqual({
      [threatNumber(1)]: 'The whole model',
      [threatNumber(2)]: 'The whole model',
    });
    expect(JSON.stringify(view)).not.toContain('secret');
  });

  test('of a Task hold how to implement it, and every treatment of its threats so that its part can be told', () => {
    const view = views(shop()).get(20);
    expect(view?.threats.map(({ id }) => id)).toEqual([threatNumber(1), threatNumber(3)]);
    expect(view?.treatments).toHaveLength(3);
    expect(view?.mitigations.map(({ implement }) => implement)).toEqual(['How to implement 1', '']);
  });

  test('of a Bug hold the incident that names it, its threats and what treats them', () => {
    const incident = v.parse(anIncident, {
      id: '0000000d-0000-4000-8000-000000000001',
      title: 'Cards were read',
      at: '2026-03-01T12:00:00.000Z',
      source: 'sentinel',
      alert: 'sentinel:7',
      events: [],
      threats: [threatNumber(1)],
      workItems: [77, 10, 77],
      found: 'A script was changed.',
      lesson: 'Watch scripts.',
      state: 'open',
    });
    const later = { ...incident, id: v.parse(incidentId, '0000000d-0000-4000-8000-000000000002') };
    const model = {
      ...shop(),
      incident: new Map(
        [incident, { ...later, at: '2026-03-02T12:00:00.000Z' }].map((each) => [each.id, each]),
      ),
    };
    const view = views(model).get(77);
    expect(view?.incidents?.map(({ id, workItems, lesson }) => [id, workItems, lesson])).toEqual([
      [later.id, [77], undefined],
      [incident.id, [77], undefined],
    ]);
    expect(view?.threats.map(({ id }) => id)).toEqual([threatNumber(1)]);
    expect(view?.mitigations).toHaveLength(2);
    expect(view && modelOfView(view, model.info).incident.get(incident.id)?.found).toBe(
      'A script was changed.',
    );
    // Its story keeps what it had, and has the incident besides.
    const { incidents, ...rest } = views(model).get(10) ?? {};
    expect([incidents?.length, rest]).toEqual([2, views(shop()).get(10)]);
    expect(readBucket(documentOf(model, bucketOf(77)), 77).parts[0]?.view).toEqual(view);
  });

  test('of a split mitigation hold only what the Task covers', () => {
    const [first, second] = [
      aTreatment(1, { threat: 1, mitigation: 1 }),
      aTreatment(3, { threat: 3, mitigation: 1 }),
    ];
    const split = shop({
      treatments: [first, second],
      realisations: [
        { ...aRealisation(1, 1, 20), covers: [first.id] },
        { ...aRealisation(2, 1, 21), covers: [second.id] },
      ],
    });
    expect(
      views(split)
        .get(21)
        ?.threats.map(({ id }) => id),
    ).toEqual([threatNumber(3)]);
  });

  test('give the same risk for their threats as the whole model does', () => {
    const states = new Map([[20, { category: 'Completed' as const }]]);
    const whole = assess(shop(), states);
    const view = views(shop()).get(10);
    if (!view) throw new Error('no view');
    const slice = assess(modelOfView(view, shop().info), states);
    for (const [id, risk] of slice.threats) expect(risk.current).toBe(whole.threats.get(id)?.current);
    expect(slice.threats.size).toBe(2);
  });

  test('keep the worst threats of an item that has very many, and say how many are left out', () => {
    const many = Array.from({ length: maxThreats + 5 }, (_, i) => i + 1);
    const model = aModel({
      threats: many.map((n) => aThreat(n, { impact_: n === 45 ? 'severe' : 'minor' })),
      links: many.map((n) => aStoryLink(n, n, 10)),
    });
    const view = views(model).get(10);
    expect([view?.threats.length, view?.more, view?.links.length]).toEqual([maxThreats, 5, maxThreats]);
    expect(view?.threats[0]?.id).toBe(threatNumber(45));
  });
});

describe('documents', () => {
  test('hold for each work item what was stored, and nothing for others in the same bucket', () => {
    const model = shop();
    const document = documentOf(model, bucketOf(10));
    const reading = readBucket(document, 10);
    expect(reading.parts).toEqual([
      { model: model.info.id, name: 'Corner shop', view: views(model).get(10) },
    ]);
    expect(readBucket(document, 10 + 64)).toEqual({
      parts: [],
      process: undefined,
      pending: [],
      problems: [],
    });
  });

  test('keep the parts of other models, whatever they are, and lose the part of a model that has none', () => {
    const model = shop();
    const id = bucketOf(10);
    const before = wire({ ...documentOf(model, id), models: { other: { strange: 1 } } });
    const both = bucketDocument(before, {
      id,
      model: model.info.id,
      part: partOf(model, id),
      process: undefined,
    });
    expect(Object.keys((both?.['models'] ?? {}) as object)).toEqual(['other', model.info.id]);
    const gone = bucketDocument(both, { id, model: model.info.id, part: undefined, process: undefined });
    expect(gone?.['models']).toEqual({ other: { strange: 1 } });
  });

  test('are fresh exactly when they say what the model says', () => {
    const model = shop();
    const id = bucketOf(10);
    const document = documentOf(model, id);
    expect(isFresh(document, model.info.id, partOf(model, id))).toBe(true);
    expect(isFresh(document, model.info.id, partOf(shop({ threats: [aThreat(1)] }), id))).toBe(false);
    expect(isFresh(document, model.info.id, undefined)).toBe(false);
    expect(isFresh(undefined, model.info.id, undefined)).toBe(true);
    expect(isFresh(undefined, model.info.id, partOf(model, id))).toBe(false);
    expect(revisionIn(document, model.info.id)).toBe(7);
  });

  test('of a newer version are neither read nor rewritten', () => {
    const model = shop();
    const id = bucketOf(10);
    const newer = { ...documentOf(model, id), schema: 2 };
    expect(readBucket(newer, 10)).toMatchObject({ parts: [], problems: [expect.stringContaining('newer')] });
    expect(
      bucketDocument(newer, { id, model: model.info.id, part: partOf(model, id), process: undefined }),
    ).toBeUndefined();
  });

  const model = shop();
  const good = wire(documentOf(model, bucketOf(10)));
  const own = (good['models'] as Record<string, { items: Record<string, object> }>)[model.info.id];
  const withItem = (item: unknown) => ({
    ...good,
    models: { [model.info.id]: { ...own, items: { 10: item } } },
  });
  test.each<[string, { id: string; [name: string]: unknown }, number]>([
    ['no models', { ...good, models: undefined }, 0],
    ['models that are an array', { ...good, models: [1, 2] }, 0],
    ['models that are text', { ...good, models: 'x' }, 0],
    ['a part that is null', { ...good, models: { [model.info.id]: null } }, 0],
    ['items that are a number', { ...good, models: { [model.info.id]: { items: 3 } } }, 0],
    ['a view that is text', withItem('<script>'), 1],
    ['a threat without id', withItem({ threats: [{ title: 'x' }] }), 1],
    ['a link to another kind of id', withItem({ links: [{ id: 'x', threat: 'y', story: 10 }] }), 1],
    ['very many threats', withItem({ threats: Array.from({ length: 2000 }, () => aThreat(1)) }), 1],
    [
      'a work item number that is none',
      withItem({ realisations: [{ ...aRealisation(1, 1, 1), workItem: -4 }] }),
      1,
    ],
    ['a model id that is none', { ...good, models: { 'not-an-id': own } }, 1],
    ['a process that is none', { ...good, models: {}, process: { states: 5 } }, 0],
  ])('with %s give no view and never throw', (_, document, problems) => {
    const reading = readBucket(document, 10);
    expect(reading.parts).toEqual([]);
    expect(reading.problems).toHaveLength(problems);
  });

  test('an empty view, as arrays without content may come back, is read', () => {
    expect(readBucket(withItem({}), 10).parts[0]?.view.threats).toEqual([]);
  });

  test('of very large models stay small enough to be stored: texts go first, then threats', () => {
    const count = 300;
    const numbers = Array.from({ length: count }, (_, i) => i + 1);
    const large = aModel({
      threats: numbers.map((n) => aThreat(n, { title: 'ü'.repeat(1000) })),
      mitigations: numbers.map((n) => ({ ...aMitigation(n), implement: 'x'.repeat(60_000) })),
      treatments: numbers.map((n) => aTreatment(n, { threat: n, mitigation: n })),
      realisations: numbers.map((n) => aRealisation(n, n, n * 64)),
    });
    const document = documentOf(large, '0');
    expect(jsonBytes(document)).toBeLessThan(maxShardBytes);
    const view = readBucket(document, 64).parts[0]?.view;
    expect(view?.realisations.map(({ workItem }) => workItem)).toEqual([64]);
    expect(view?.mitigations[0]?.implement.length).toBeLessThan(4000);
  });
});

describe('a plan', () => {
  const ids = (before: Model | undefined, after: Model | undefined) =>
    planViews(before && bucketViews(before), after && bucketViews(after));
  test.each<[string, Model | undefined, Model | undefined, readonly string[]]>([
    ['nothing changed', shop(), shop(), []],
    ['a new model', undefined, shop(), ['10', '20']],
    ['a deleted model', shop(), undefined, ['10', '20']],
    [
      'a text that no form shows',
      shop(),
      shop({ threats: [aThreat(1, { description: 'x', impact_: 'severe' }), aThreat(2), aThreat(3)] }),
      [],
    ],
    [
      'a link more',
      shop(),
      shop({ links: [aStoryLink(1, 1, 10, clause), aStoryLink(2, 2, 10), aStoryLink(3, 2, 11)] }),
      ['11'],
    ],
    [
      'a title that only the Task shows',
      shop(),
      shop({ threats: [aThreat(1, { impact_: 'severe' }), aThreat(2), aThreat(3, { title: 'New' })] }),
      ['20'],
    ],
  ])('for %s names the documents that differ', (_, before, after, expected) => {
    expect(ids(before, after)).toEqual(expected);
  });
});
