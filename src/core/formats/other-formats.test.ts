/** OTM, Threagile, Threat Composer, TM-BOM and pytm: small files of our own that show what each field becomes. */
import { find, imported, only, refusal } from '../../../tests/fixtures/import-for-test';

const json = (value: unknown) => JSON.stringify(value);

describe('OTM', () => {
  const file = {
    otmVersion: '0.2.0',
    project: { id: 'shop', name: 'Shop', description: 'Sells.' },
    assets: [{ id: 'a1', name: 'Orders' }],
    trustZones: [
      { id: 'net', name: 'Internet', risk: { trustRating: 10 } },
      { id: 'cloud', name: 'Cloud', risk: { trustRating: 80 } },
    ],
    components: [
      { id: 'c1', name: 'Customer browser', type: 'web-client', parent: { trustZone: 'net' } },
      {
        id: 'c2',
        name: 'Web',
        type: 'empty-component',
        parent: { trustZone: 'cloud' },
        attributes: { 'Out Of Scope': 'true', 'Reason For Out Of Scope': 'Bought', Runtime: 'Node' },
        threats: [
          { threat: 't1', state: 'exposed', mitigations: [{ mitigation: 'm1', state: 'implemented' }] },
          { threat: 'gone', state: 'NotApplicable', mitigations: [] },
        ],
      },
      { id: 'c3', name: 'Orders', type: 'CD-V2-AWS-RDS', parent: { component: 'c2' } },
    ],
    dataflows: [
      { id: 'f1', name: 'Order', source: 'c1', destination: 'c2', bidirectional: true, assets: ['a1'] },
      { id: 'f2', name: 'Store', source: 'c2', destination: 'nobody' },
    ],
    threats: [
      {
        id: 't1',
        name: 'SQL <b>injection</b>',
        categories: ['Tampering'],
        risk: { likelihood: 100, impact: 50 },
      },
      { id: 't2', name: 'Nowhere', risk: {} },
    ],
    mitigations: [{ id: 'm1', name: 'Bind values', riskReduction: 90, description: 'Use parameters.' }],
  };

  test('zones, kinds, scope, both ways, assets and loose ends', () => {
    const { model, notTaken } = imported(json(file));
    expect(model.info).toMatchObject({ name: 'Shop', description: 'Sells.' });
    expect([...model.element.values()].map(({ name, kind }) => [name, kind])).toEqual([
      ['Customer browser', 'external'],
      ['Web', 'process'],
      ['Orders', 'store'],
    ]);
    expect(find(model.element, ({ name }) => name === 'Web')).toMatchObject({
      outOfScope: 'Bought',
      properties: { Runtime: 'Node' },
    });
    expect(find(model.flow, ({ name }) => name === 'Order').properties).toEqual({
      isBidirectional: 'true',
      Assets: 'Orders',
    });
    expect(find(model.flow, ({ name }) => name === 'Store').target).toBeNull();
    expect(notTaken.find(({ what }) => what === 'flow ends')?.count).toBe(1);
  });

  test('what a zone holds, also over a component, is drawn inside it, and nothing on anything else', () => {
    const { model } = imported(json(file));
    const cloud = find(model.boundary, ({ name }) => name === 'Cloud').drawing;
    const box = (name: string) => find(model.element, (each) => each.name === name).drawing?.box;
    const [web, orders, browser] = [box('Web'), box('Orders'), box('Customer browser')];
    if (cloud.shape !== 'box' || !web || !orders || !browser) throw new Error('Something is not drawn.');
    for (const inner of [web, orders]) {
      expect(inner.x).toBeGreaterThan(cloud.box.x);
      expect(inner.x + inner.width).toBeLessThan(cloud.box.x + cloud.box.width);
    }
    expect(browser.x + browser.width).toBeLessThan(cloud.box.x);
  });

  test('threats stand where the file puts them, with rating, strength and status', () => {
    const { model } = imported(json(file));
    const injection = find(model.threat, ({ title }) => title === 'SQL injection');
    expect(injection).toMatchObject({
      stride: ['tampering'],
      probability: { level: 'almost-certain', basis: 'assumed' },
      impact: { level: 'moderate' },
      place: { kind: 'element' },
    });
    expect(only(model.treatment)).toMatchObject({
      threat: injection.id,
      strength: { level: 'maximum' },
      status: { kind: 'existing' },
    });
    expect(find(model.threat, ({ title }) => title === 'Threat gone').status.kind).toBe('not-applicable');
    expect(find(model.threat, ({ title }) => title === 'Nowhere').place).toEqual({ kind: 'model' });
  });

  test('coordinates are relative to the parent', () => {
    const at = (x: number, y: number, width: number, height: number) => ({
      representations: [{ representation: 'd', position: { x, y }, size: { width, height } }],
    });
    const { model } = imported(
      json({
        otmVersion: '0.2.0',
        project: { name: 'P' },
        trustZones: [{ id: 'z', name: 'Z', ...at(100, 50, 300, 200) }],
        components: [{ id: 'c', name: 'C', type: 'x', parent: { trustZone: 'z' }, ...at(20, 30, 80, 40) }],
      }),
    );
    expect(only(model.element).drawing?.box).toEqual({ x: 120, y: 80, width: 80, height: 40 });
  });

  test('zones that hold one another do not hang', () => {
    const loop = {
      otmVersion: '0.2.0',
      project: { name: 'P' },
      components: [
        { id: 'a', name: 'A', type: 'x', parent: { component: 'b' } },
        { id: 'b', name: 'B', type: 'x', parent: { component: 'a' } },
      ],
    };
    expect(imported(json(loop)).model.element.size).toBe(2);
  });

  test.each<[string, string, RegExp]>([
    ['bad YAML', 'otmVersion: "0.2.0"\nproject: [1, 2', /YAML file cannot be read/],
    [
      'aliases that multiply',
      `otmVersion: 1\nproject: {name: x}\na: &a [1,1]\n${bomb()}`,
      /multiplies|too many|cannot be read/,
    ],
    ['deep YAML', `otmVersion: 1\nproject: ${'['.repeat(5000)}`, /nested too deeply/],
    [
      'a prototype',
      'otmVersion: 1\nproject: {name: x}\n__proto__: {a: 1}',
      /keys that try to change|cannot be read/,
    ],
  ])('%s is refused', (_name, text, sentence) => {
    expect(refusal(text)).toMatch(sentence);
  });

  function bomb(): string {
    const rows = ['b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]'];
    for (const [now, before] of [
      ['c', 'b'],
      ['d', 'c'],
      ['e', 'd'],
      ['f', 'e'],
      ['g', 'f'],
      ['h', 'g'],
    ])
      rows.push(`${now}: &${now} [${Array(9).fill(`*${before}`).join(',')}]`);
    return rows.join('\n');
  }
});

test('Threagile: nested boundaries, links, out of scope, and risks that people wrote', () => {
  const { model, notTaken } = imported(`
threagile_version: 1.0.0
title: Shop
technical_overview: { description: A <b>shop</b> }
questions: { Who?: "" }
technical_assets:
  Web: &web
    id: web
    type: process
    technology: web-server
    out_of_scope: false
    multi_tenant: true
    communication_links:
      Store it: { target: db, protocol: jdbc, description: Orders }
  Db:
    <<: *web
    id: db
    type: datastore
    technology: database
    out_of_scope: true
    justification_out_of_scope: Bought
    communication_links:
trust_boundaries:
  Outer: { id: outer, type: network-on-prem, technical_assets_inside: [web], trust_boundaries_nested: [inner] }
  Inner: { id: inner, type: execution-environment, technical_assets_inside: [db] }
individual_risk_categories:
  Strange:
    id: strange
    description: Odd
    action: Look closer
    mitigation: Do it
    check: See it
    stride: information-disclosure
    risks_identified:
      <b>Odd</b> at Db:
        exploitation_likelihood: frequent
        exploitation_impact: very-high
        most_relevant_technical_asset: db
`);
  expect(model.info).toMatchObject({ name: 'Shop', description: 'A shop' });
  expect(find(model.element, ({ name }) => name === 'Db')).toMatchObject({
    kind: 'store',
    outOfScope: 'Bought',
    properties: { multi_tenant: 'Yes' },
    type: { id: 'database' },
  });
  expect(only(model.flow)).toMatchObject({
    name: 'Store it',
    notes: 'Orders',
    properties: { protocol: 'jdbc' },
  });
  const [outer, inner] = ['Outer', 'Inner'].map(
    (name) => find(model.boundary, (each) => each.name === name).drawing,
  );
  if (outer?.shape !== 'box' || inner?.shape !== 'box') throw new Error('A boundary is no box.');
  expect(inner.box.x).toBeGreaterThan(outer.box.x);
  expect(inner.box.x + inner.box.width).toBeLessThan(outer.box.x + outer.box.width);
  expect(only(model.threat)).toMatchObject({
    title: 'Odd at Db',
    stride: ['information-disclosure'],
    probability: { level: 'almost-certain' },
    impact: { level: 'severe' },
    place: { kind: 'element' },
  });
  expect(only(model.mitigation)).toMatchObject({
    title: 'Look closer',
    implement: 'Do it',
    verify: 'See it',
  });
  expect(notTaken.map(({ what }) => what)).toContain('questions');
});

test('Threat Composer: sentences, priority, STRIDE letters, states, links and assumptions', () => {
  const { model } = imported(
    json({
      schema: 1,
      applicationInfo: { name: 'Shop', description: 'Sells.' },
      threats: [
        {
          id: 't1',
          statement: 'A thief can read cards, which leads to loss.',
          threatAction: 'read cards',
          metadata: [
            { key: 'Priority', value: 'High' },
            { key: 'STRIDE', value: ['I', 'E'] },
          ],
        },
      ],
      mitigations: [{ id: 'm1', content: 'Encrypt the cards', status: 'mitigationResolved' }],
      mitigationLinks: [
        { mitigationId: 'm1', linkedId: 't1' },
        { mitigationId: 'm1', linkedId: 'gone' },
      ],
      assumptions: [{ id: 'a1', content: 'The network is ours' }],
      assumptionLinks: [{ type: 'Threat', assumptionId: 'a1', linkedId: 't1' }],
    }),
  );
  const threat = only(model.threat);
  expect(threat).toMatchObject({
    title: 'read cards',
    stride: ['information-disclosure', 'elevation-of-privilege'],
    impact: { level: 'major', basis: 'assumed' },
  });
  expect(only(model.mitigation)).toMatchObject({
    title: 'Encrypt the cards',
    status: { kind: 'implemented' },
  });
  expect(only(model.treatment)).toMatchObject({ threat: threat.id });
  expect(only(model.assumption)).toMatchObject({ text: 'The network is ours', threats: [threat.id] });
});

test('TM-BOM: kinds by list, zones, risks rate threats, controls have statuses', () => {
  const { model } = imported(
    json({
      scope: { title: 'Shop', description: 'Sells.' },
      trust_zones: [{ symbolic_name: 'z', title: 'Cloud' }],
      actors: [{ symbolic_name: 'a', title: 'Customer' }],
      components: [{ symbolic_name: 'c', title: 'Web', trust_zone: 'z' }],
      data_stores: [{ symbolic_name: 'd', title: 'Orders', type: 'sql', trust_zone: 'z' }],
      data_sets: [{ symbolic_name: 's', title: 'Addresses', placements: [{ data_store: 'd' }] }],
      data_flows: [
        {
          symbolic_name: 'f',
          title: 'Buy',
          source: { object: 'a' },
          destination: { object: 'c' },
          encrypted: false,
        },
      ],
      threats: [{ symbolic_name: 't', title: 'Theft', event: 'loss', components_affected: ['c'] }],
      risks: [{ symbolic_name: 'r', title: 'R', threats: ['t'], likelihood: 'likely', impact: 'severe' }],
      controls: [{ symbolic_name: 'k', title: 'Lock', threats: ['t'], status: 'scheduled' }],
    }),
  );
  expect([...model.element.values()].map(({ kind }) => kind)).toEqual(['external', 'process', 'store']);
  expect(find(model.element, ({ name }) => name === 'Orders').properties).toEqual({
    'Data sets': 'Addresses',
  });
  expect(only(model.flow).properties).toEqual({ Encrypted: 'No' });
  expect(only(model.threat)).toMatchObject({
    place: { kind: 'element' },
    probability: { level: 'likely' },
    impact: { level: 'severe' },
  });
  expect(only(model.mitigation).status).toEqual({ kind: 'planned' });
});

test('pytm: classes, boundaries by name, data with its classification, findings', () => {
  const { model } = imported(
    json({
      name: 'Shop',
      description: 'Sells.',
      isOrdered: true,
      onDuplicates: 'IGNORE',
      boundaries: [{ name: 'Internet' }],
      data: [{ name: 'Card', classification: 'Classification.SECRET' }],
      elements: [
        { __class__: 'Actor', name: 'User', inBoundary: 'Internet' },
        {
          __class__: 'Server',
          name: 'Web',
          inScope: false,
          controls: { isHardened: true, hasAccessControl: false },
          findings: [{ threat_id: 'INP01', description: 'Injection', severity: 'High', mitigations: 'Bind' }],
        },
      ],
      flows: [{ name: 'Pay', source: 'User', sink: 'Web', data: ['Card'], protocol: 'HTTPS' }],
    }),
  );
  expect(find(model.element, ({ name }) => name === 'Web')).toMatchObject({
    kind: 'process',
    outOfScope: '',
    properties: { isHardened: 'Yes' },
  });
  expect(only(model.flow).properties).toEqual({ protocol: 'HTTPS', Data: 'Card, secret' });
  expect(only(model.threat)).toMatchObject({ title: 'Injection', impact: { level: 'major' } });
  expect(only(model.mitigation).title).toBe('Bind');
});
