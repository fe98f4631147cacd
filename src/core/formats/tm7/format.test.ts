import { imported, find, only } from '../../../../tests/fixtures/import-for-test';
import type { Tm7Attribute, Tm7Shape, Tm7Text, Tm7Threat } from '../../../../tests/fixtures/models/write-tm7';
import { named, tm7Text } from '../../../../tests/fixtures/models/write-tm7';
import type { Model } from '../../model/model';

const surface = 'aaaaaaaa-0000-4000-8000-000000000001';
const box = (left: number) => ({ Left: left, Top: 10, Width: 100, Height: 80 });
const shop: Tm7Shape = {
  type: 'StencilEllipse',
  guid: 'e-shop',
  typeId: 'SE.P.Web',
  attributes: [named('Shop')],
  fields: box(0),
};
const store: Tm7Shape = {
  type: 'StencilParallelLines',
  guid: 'e-store',
  attributes: [named('Store')],
  fields: box(300),
};
const query: Tm7Shape = {
  type: 'Connector',
  guid: 'f-query',
  attributes: [named('Query')],
  fields: {
    SourceGuid: 'e-shop',
    TargetGuid: 'e-store',
    SourceX: 100,
    SourceY: 50,
    TargetX: 300,
    TargetY: 50,
    HandleX: 200,
    HandleY: 40,
  },
};

const importing = (text: Tm7Text) => imported(tm7Text(text), { fileName: 'folder/shop plan.tm7' });
const drawn = (shapes: readonly Tm7Shape[]) =>
  importing({ surfaces: [{ guid: surface, name: 'Main', shapes }] });
const withThreats = (...threats: Tm7Threat[]) =>
  importing({ surfaces: [{ guid: surface, shapes: [shop, store, query] }], threats });
const withAttributes = (...attributes: Tm7Attribute[]) =>
  only(drawn([{ ...shop, attributes }]).model.element);
const row = (result: ReturnType<typeof imported>, what: string) =>
  result.notTaken.find((one) => one.what === what);

describe('shapes', () => {
  test.each([
    ['StencilRectangle', 'external'],
    ['StencilEllipse', 'process'],
    ['StencilParallelLines', 'store'],
  ])('%s is an element of kind %s, whatever its type id says', (type, kind) => {
    const { model } = drawn([{ ...shop, type, generic: '63e7829e-c420-4546-9336-0194c0113281' }]);
    expect(only(model.element)).toMatchObject({
      kind,
      name: 'Shop',
      origin: { kind: 'import', format: 'tm7', key: 'e-shop' },
    });
  });

  test('positions are kept', () => {
    const { model } = drawn([shop]);
    const diagram = only(model.diagram);
    expect(diagram).toMatchObject({ name: 'Main', origin: { key: surface } });
    expect(only(model.element).drawing).toEqual({
      diagram: diagram.id,
      box: { x: 0, y: 10, width: 100, height: 80 },
    });
  });

  test('a flow joins its elements and runs through its handle', () => {
    const { model } = drawn([query, shop, store]);
    const flow = only(model.flow);
    expect(model.element.get(flow.source ?? find(model.element, () => false).id)?.name).toBe('Shop');
    expect(model.element.get(flow.target ?? find(model.element, () => false).id)?.name).toBe('Store');
    expect(flow.drawing?.path).toEqual({
      from: { x: 100, y: 50 },
      to: { x: 300, y: 50 },
      via: [{ x: 200, y: 40 }],
    });
  });

  test('GUIDs are compared without regard to case', () => {
    const { model } = drawn([shop, store, { ...query, fields: { ...query.fields, SourceGuid: 'E-SHOP' } }]);
    expect(only(model.flow).source).not.toBeNull();
  });

  test('boundaries are boxes and lines', () => {
    const lineFields = { SourceX: 1, SourceY: 2, TargetX: 3, TargetY: 4, HandleX: 5, HandleY: 6 };
    const { model } = drawn([
      { type: 'BorderBoundary', guid: 'b-box', attributes: [named('Inside')], fields: box(5) },
      { type: 'LineBoundary', guid: 'b-line', attributes: [named('Edge')], fields: lineFields },
    ]);
    expect([...model.boundary.values()].map(({ name, drawing }) => [name, drawing.shape])).toEqual([
      ['Inside', 'box'],
      ['Edge', 'line'],
    ]);
    expect(find(model.boundary, ({ name }) => name === 'Edge').drawing).toMatchObject({
      path: { from: { x: 1, y: 2 }, to: { x: 3, y: 4 }, via: [{ x: 5, y: 6 }] },
    });
  });

  test('text annotations are no elements', () => {
    const result = drawn([
      shop,
      { type: 'StencilRectangle', guid: 'note', generic: 'GE.A', attributes: [named('Remember')] },
    ]);
    expect(result.model.element.size).toBe(1);
    expect(row(result, 'text annotations')?.count).toBe(1);
  });

  test('unknown shapes are counted', () => {
    expect(row(drawn([{ ...shop, type: 'StencilHexagon' }]), 'shapes')?.count).toBe(1);
  });

  test('ends without an element are empty and counted', () => {
    const loose = {
      ...query,
      fields: { ...query.fields, SourceGuid: '00000000-0000-0000-0000-000000000000', TargetGuid: 'gone' },
    };
    const result = drawn([shop, loose]);
    expect(only(result.model.flow)).toMatchObject({ source: null, target: null });
    expect(row(result, 'flow ends')?.count).toBe(2);
  });

  test('missing positions are counted and leave no drawing', () => {
    const result = drawn([
      { ...shop, fields: { Left: 1 } },
      { ...query, fields: {} },
      { type: 'BorderBoundary', guid: 'b' },
    ]);
    expect(row(result, 'positions')?.count).toBe(3);
    expect(only(result.model.element).drawing).toBeUndefined();
  });

  test('every diagram is read, and flows stay within theirs', () => {
    const surfaces = [
      { guid: 'd1', name: 'One', shapes: [shop] },
      { guid: 'd2', name: 'Two', shapes: [store, query] },
    ];
    const { model } = importing({ surfaces });
    expect([...model.diagram.values()].map(({ name }) => name)).toEqual(['One', 'Two']);
    expect(only(model.flow).source).toBeNull();
    expect(only(model.flow).target).not.toBeNull();
  });

  test('a repeated GUID gets a number', () => {
    const keys = [...drawn([shop, shop, shop]).model.element.values()].map(
      ({ origin }) => origin.kind === 'import' && origin.key,
    );
    expect(keys).toEqual(['e-shop', 'e-shop#2', 'e-shop#3']);
  });
});

describe('attributes', () => {
  const choices = ['Not Selected', 'Yes', 'No'];
  const list = (selected: number, first = 'Not Selected'): Tm7Attribute => ({
    type: 'List',
    label: 'Checks input',
    choices: [first, ...choices.slice(1)],
    selected,
  });

  test.each([
    ['the selected choice', list(1), { 'Checks input': 'Yes' }],
    ['nothing selected', list(0), {}],
    ['nothing selected, other word', list(0, 'Select'), {}],
    ['a first choice with a meaning', list(0, 'Never'), { 'Checks input': 'Never' }],
    ['an index beyond the list', list(7), {}],
    ['a fixed choice', { type: 'StaticList', label: 'Kind', choices: ['Human'] } as const, { Kind: 'Human' }],
    ['a text', { type: 'String', label: 'Port', value: '443' } as const, { Port: '443' }],
    ['a custom text', { type: 'CustomString', label: 'Team', value: 'Red' } as const, { Team: 'Red' }],
    ['an empty text', { type: 'String', label: 'Port', value: '' } as const, {}],
    ['no label but an id', { type: 'String', label: '', name: 'port', value: '1' } as const, { port: '1' }],
    ['a header', { type: 'Header', label: 'Section', value: 'x' } as const, {}],
    ['a name that would reach a prototype', { type: 'String', label: '__proto__', value: 'x' } as const, {}],
  ])('%s', (_, attribute, expected) => {
    expect(withAttributes(named('Shop'), attribute).properties).toEqual(expected);
  });

  test.each([
    ['false', undefined],
    ['true', 'Others run it'],
  ])('out of scope %s', (value, expected) => {
    const reason = { type: 'String', label: 'Reason For Out Of Scope', value: 'Others run it' } as const;
    const element = withAttributes(named('Shop'), { type: 'Boolean', label: 'Out Of Scope', value }, reason);
    expect(element.outOfScope).toBe(expected);
    expect(element.properties['Out Of Scope']).toBeUndefined();
  });

  const kb =
    '<KnowledgeBase xmlns:a="k"><a:StandardElements><a:ElementType><a:Id>SE.P.Web</a:Id><a:Name>Web Server</a:Name></a:ElementType></a:StandardElements></KnowledgeBase>';
  test.each([
    ['by its own name', [named('Shop')], kb, 'Shop'],
    ['by its type when it has none', [named('')], kb, 'Web Server'],
    [
      'by its header without a knowledge base',
      [{ type: 'Header', label: 'Web App' } as const],
      '',
      'Web App',
    ],
    ['as unnamed when nothing is known', [], '', 'Unnamed process'],
  ])('an element is named %s', (_, attributes, knowledgeBase, name) => {
    const { model } = importing({
      surfaces: [{ guid: 'd', shapes: [{ ...shop, attributes }] }],
      knowledgeBase,
    });
    expect(only(model.element).name).toBe(name);
  });

  test('the type has the name that the knowledge base gives, and the knowledge base is counted', () => {
    const result = importing({ surfaces: [{ guid: 'd', shapes: [shop] }], knowledgeBase: kb });
    expect(only(result.model.element).type).toEqual({
      id: 'SE.P.Web',
      name: 'Web Server',
      base: 'GE.X',
    });
    expect(row(result, 'knowledge base')).toEqual({
      what: 'knowledge base',
      count: 1,
      why: 'its rules come in as a package, under Threat knowledge',
    });
  });
});

describe('threats', () => {
  const at = { FlowGuid: 'f-query', SourceGuid: 'e-shop', TargetGuid: 'e-store', TypeId: 'T1' };
  const threat = (
    fields: Record<string, string> = {},
    properties: Record<string, string> = {},
  ): Tm7Threat => ({
    key: 'T1e-shopf-querye-store',
    fields: { ...at, ...fields },
    properties: { Title: 'Query is changed', ...properties },
  });
  const theThreat = (model: Model) => only(model.threat);

  test('texts, category and key are kept', () => {
    const texts = { UserThreatCategory: 'tampering', UserThreatDescription: '<p>A&amp;B</p><p>more</p>' };
    expect(theThreat(withThreats(threat({}, texts)).model)).toMatchObject({
      origin: { kind: 'import', format: 'tm7', key: 'T1e-shopf-querye-store' },
      title: 'Query is changed',
      description: 'A&B\nmore',
      category: 'tampering',
      stride: ['tampering'],
    });
  });

  test('a category that is missing comes from the knowledge base', () => {
    const knowledgeBase =
      '<KnowledgeBase><ThreatCategories><ThreatCategory><Id>T</Id><Name>Tampering</Name></ThreatCategory></ThreatCategories>' +
      '<ThreatTypes><ThreatType><Id>T1</Id><Category>T</Category></ThreatType></ThreatTypes></KnowledgeBase>';
    const { model } = importing({ surfaces: [], threats: [threat()], knowledgeBase });
    expect(theThreat(model)).toMatchObject({ category: 'Tampering', stride: ['tampering'] });
  });

  test.each([
    ['a title', { Title: 'Own title', UserThreatDescription: 'Other' }, 'Own title'],
    ['a description', { Title: '', UserThreatDescription: 'First words. More.' }, 'First words'],
    ['a type only', { Title: '' }, 'Threat of type T1'],
  ])('is titled with %s', (_, properties, title) => {
    expect(theThreat(withThreats(threat({}, properties)).model).title).toBe(title);
  });

  test.each([
    ['its flow', {}, 'flow', 'Query'],
    [
      'the flow in the interaction key',
      { FlowGuid: '', InteractionKey: 'e-shop:f-query:e-store' },
      'flow',
      'Query',
    ],
    ['the target when the flow is gone', { FlowGuid: 'gone' }, 'element', 'Store'],
    ['the source when the target is gone too', { FlowGuid: 'gone', TargetGuid: 'gone' }, 'element', 'Shop'],
  ])('is placed at %s', (_, fields, kind, name) => {
    const result = withThreats(threat(fields));
    const { place } = theThreat(result.model);
    expect(place.kind).toBe(kind);
    if (place.kind === 'flow') expect(result.model.flow.get(place.id)?.name).toBe(name);
    if (place.kind === 'element') expect(result.model.element.get(place.id)?.name).toBe(name);
    expect(row(result, 'places of threats')?.count).toBe(kind === 'flow' ? undefined : 1);
  });

  test('is placed at the model when nothing is left', () => {
    expect(
      theThreat(withThreats(threat({ FlowGuid: '', SourceGuid: '', TargetGuid: '' })).model).place,
    ).toEqual({ kind: 'model' });
  });

  test.each([
    ['AutoGenerated', '', { kind: 'open' }, undefined],
    ['AutoGenerated', 'Looked at it', { kind: 'open' }, 'Looked at it'],
    ['Mitigated', 'We sign it', { kind: 'open' }, 'We sign it'],
    ['NeedsInvestigation', '', { kind: 'needs-investigation' }, undefined],
    ['NeedsInvestigation', 'Ask Eve', { kind: 'needs-investigation', note: 'Ask Eve' }, undefined],
    ['NotApplicable', 'No such path', { kind: 'not-applicable', justification: 'No such path' }, undefined],
    ['NotApplicable', '', { kind: 'not-applicable', justification: '' }, undefined],
    ['SomethingNew', '', { kind: 'open' }, undefined],
  ])('state %s with justification %j', (State, StateInformation, status, notes) => {
    const found = theThreat(withThreats(threat({ State }, { StateInformation })).model);
    expect(found.status).toEqual(status);
    expect(found.notes).toBe(notes);
  });

  test('the justification is read from the direct field too', () => {
    const { model } = withThreats(threat({ State: 'NotApplicable', StateInformation: 'No such path' }));
    expect(theThreat(model).status).toEqual({ kind: 'not-applicable', justification: 'No such path' });
  });

  test.each([
    ['Highest', 'severe', 'Priority Highest in the imported file'],
    ['High', 'major', 'Priority High in the imported file'],
    ['Odd', 'moderate', 'Priority Odd in the imported file'],
    ['', 'moderate', 'No priority in the imported file'],
  ])('priority %j', (Priority, level, reason) => {
    const found = theThreat(withThreats(threat({ Priority })).model);
    expect(found.impact).toEqual({ level, basis: 'assumed', reason });
    expect(found.probability).toMatchObject({ level: 'possible', basis: 'assumed' });
  });

  test('equal mitigation texts are one mitigation, with one treatment per threat', () => {
    const texts = [
      'Check input.',
      ' check\n  INPUT',
      'Check input!',
      'Log refusals. Refer: <a href="https://x.org/l">logs</a>',
    ];
    const { model } = withThreats(
      ...texts.map((text, i) => ({ ...threat({}, { PossibleMitigations: text }), key: `k${String(i)}` })),
    );
    expect(
      [...model.mitigation.values()].map(({ title, implement, verify }) => [title, implement, verify]),
    ).toEqual([
      ['Check input', 'Check input.', ''],
      ['Log refusals', 'Log refusals. Refer: logs (https://x.org/l)', ''],
    ]);
    expect(model.treatment.size).toBe(4);
    for (const { strength, status } of model.treatment.values()) {
      expect(strength).toMatchObject({ level: 'average', basis: 'assumed' });
      expect(status).toBeUndefined();
    }
  });

  test('a mitigated threat has an existing treatment; the others of the mitigation are open', () => {
    const mitigation = { PossibleMitigations: 'Check input' };
    const { model } = withThreats(threat({ State: 'Mitigated' }, mitigation), {
      ...threat({}, mitigation),
      key: 'other',
    });
    expect(only(model.mitigation).status).toEqual({ kind: 'open' });
    expect([...model.treatment.values()].map(({ status }) => status)).toEqual([
      { kind: 'existing' },
      undefined,
    ]);
  });

  test('a mitigated threat without a mitigation text gets one from its justification, one per text', () => {
    const reasons = ['We sign it.', 'we sign it', 'Others do'];
    const threats = reasons.map((reason, i) => ({
      ...threat({ State: 'Mitigated' }, { StateInformation: reason }),
      key: `k${String(i)}`,
    }));
    const { model } = withThreats(...threats);
    expect([...model.mitigation.values()].map(({ title }) => title)).toEqual(['We sign it', 'Others do']);
    expect([...model.treatment.values()].every(({ status }) => status?.kind === 'existing')).toBe(true);
  });

  test('a mitigated threat that says nothing is open and counted', () => {
    const result = withThreats(threat({ State: 'Mitigated' }, { PossibleMitigations: ' - ' }));
    expect(theThreat(result.model).status).toEqual({ kind: 'open' });
    expect(result.model.treatment.size).toBe(0);
    expect(row(result, '"mitigated" states')?.count).toBe(1);
  });

  test('equal keys get a number, and a missing key is put together', () => {
    const { model } = withThreats(threat(), threat(), { ...threat(), key: '' });
    expect([...model.threat.values()].map(({ origin }) => origin.kind === 'import' && origin.key)).toEqual([
      'T1e-shopf-querye-store',
      'T1e-shopf-querye-store#2',
      'T1e-shopf-querye-store#3',
    ]);
  });

  test('texts beyond the limits are cut and counted', () => {
    const result = withThreats(
      threat({}, { Title: 'x'.repeat(2000), UserThreatDescription: 'y'.repeat(70_000) }),
    );
    expect(theThreat(result.model).title).toHaveLength(1024);
    expect(theThreat(result.model).description).toHaveLength(65_536);
    expect(row(result, 'ends of long texts')?.count).toBe(2);
  });

  test('what is left behind is counted', () => {
    const result = importing({
      surfaces: [{ guid: 'd', shapes: [shop, store, query] }],
      threats: [
        threat(
          { ChangedBy: 'Eve' },
          {
            SDLPhase: 'Design',
            '7f0d-guid': 'custom',
            UserThreatShortDescription: 's',
            UserThreatDescription: 'd',
          },
        ),
      ],
      about: { Owner: 'Ann', ExternalDependencies: 'None' },
      notes: '<Note><Id>1</Id></Note><Note/>',
      validations: '<Validation/>',
    });
    expect(result.notTaken.map(({ what, count }) => [what, count])).toEqual([
      ['SDL phases', 1],
      ['short descriptions of threats', 1],
      ['names and dates of changes', 1],
      ['custom threat properties', 1],
      ['owner', 1],
      ['external dependencies', 1],
      ['notes', 2],
      ['validation messages', 1],
    ]);
    expect(result.model.info.imported?.notTaken).toEqual(result.notTaken);
  });
});

describe('the model', () => {
  test.each([
    ['its own title', { ThreatModelName: 'Corner shop' }, 'Corner shop'],
    ['the file without folder and extension', {}, 'shop plan'],
  ])('is named after %s', (_, about, name) => {
    expect(importing({ surfaces: [], about }).model.info.name).toBe(name);
  });

  test('keeps its description and the record of the import', () => {
    const about = { HighLevelSystemDescription: 'Sells things.\r\nOnline.' };
    const { model } = importing({ surfaces: [{ guid: 'd', shapes: [shop, store, query] }], about });
    expect(model.info).toMatchObject({
      description: 'Sells things.\nOnline.',
      created: '2026-03-01T09:00:00.000Z',
      imported: {
        file: 'shop plan.tm7',
        format: 'tm7',
        at: '2026-03-01T09:00:00.000Z',
        counts: { elements: 2, flows: 1, boundaries: 0, threats: 0, mitigations: 0 },
      },
    });
  });
});
