import { find, imported, only } from '../../../../tests/fixtures/import-for-test';

type Fields = Readonly<Record<string, unknown>>;

const box = { position: { x: 0, y: 0 }, size: { width: 100, height: 100 } };
const cell = (shape: string, id: string, data: Fields = {}, more: Fields = {}): Fields => ({
  shape,
  id,
  ...box,
  data: { name: id, ...data },
  ...more,
});
const oldCell = (type: string, id: string, more: Fields = {}): Fields => ({
  type,
  id,
  ...box,
  attrs: { text: { text: id } },
  ...more,
});
const file = (diagrams: unknown, more: Fields = {}): string =>
  JSON.stringify({
    version: '2.3.0',
    summary: { title: 'Shop', owner: '', description: 'Sells things' },
    detail: { contributors: [], diagrams, reviewer: '' },
    ...more,
  });

const version2 = (...cells: unknown[]) => imported(file([{ id: 0, title: 'Main', cells }]));
const version1 = (...cells: unknown[]) => imported(file([{ id: 0, title: 'Main', diagramJson: { cells } }]));
const row = (result: ReturnType<typeof imported>, what: string) =>
  result.notTaken.find((one) => one.what === what);
const withThreat = (threat: Fields) =>
  version2(cell('process', 'p', { threats: [{ id: 't1', title: 'T', status: 'Open', ...threat }] }));

describe('cells', () => {
  test.each([
    ['process', 'tm.Process', 'process'],
    ['store', 'tm.Store', 'store'],
    ['actor', 'tm.Actor', 'external'],
  ])('%s and %s are elements of kind %s', (shape, type, kind) => {
    for (const { model } of [version2(cell(shape, 'x')), version1(oldCell(type, 'x'))]) {
      const origin = { kind: 'import', format: 'threat-dragon', key: 'x' };
      expect(only(model.element)).toMatchObject({
        kind,
        name: 'x',
        origin,
        drawing: { box: { x: 0, y: 0, width: 100, height: 100 } },
      });
    }
  });

  test.each(['trust-boundary-curve', 'trust-broundary-curve'])('%s is a line', (shape) => {
    const { model } = version2({
      shape,
      id: 'b',
      source: { x: 1, y: 2 },
      target: { x: 3, y: 4 },
      vertices: [{ x: 5, y: 6 }],
      data: { type: 'tm.Boundary', name: 'Edge' },
    });
    expect(only(model.boundary)).toMatchObject({
      name: 'Edge',
      drawing: { shape: 'line', path: { from: { x: 1, y: 2 }, to: { x: 3, y: 4 }, via: [{ x: 5, y: 6 }] } },
    });
  });

  test('a boundary of version 1 is a line', () => {
    const { model } = version1({
      type: 'tm.Boundary',
      id: 'b',
      size: { width: 10, height: 10 },
      source: { x: 1, y: 2 },
      target: { x: 3, y: 4 },
    });
    expect(only(model.boundary)).toMatchObject({
      name: 'Unnamed trust boundary',
      drawing: { shape: 'line' },
    });
  });

  test('a boundary box is a box though its data calls it a boundary', () => {
    const { model } = version2(cell('trust-boundary-box', 'b', { type: 'tm.Boundary' }));
    expect(only(model.boundary).drawing).toMatchObject({ shape: 'box', box: { width: 100 } });
  });

  test.each([
    ['version 2', 'cell', version2, cell],
    ['version 1', 'id', version1, (shape: string, id: string) => oldCell(`tm.${shape}`, id)],
  ] as const)(
    'a flow of %s joins cells which come later, and touches their outlines',
    (_, field, read, make) => {
      const flow = {
        shape: 'flow',
        type: 'tm.Flow',
        id: 'f',
        source: { [field]: 'a' },
        target: { [field]: 'b' },
      };
      const { model } = read(flow, make('process', 'a'), {
        ...make('store', 'b'),
        position: { x: 300, y: 0 },
      });
      const { source, target, drawing } = only(model.flow);
      expect(source).toBe(find(model.element, ({ name }) => name === 'a').id);
      expect(target).toBe(find(model.element, ({ name }) => name === 'b').id);
      expect(drawing?.path).toEqual({ from: { x: 100, y: 50 }, to: { x: 300, y: 50 }, via: [] });
    },
  );

  test('loose ends are empty and counted, and keep their points', () => {
    const result = version2(cell('process', 'a'), {
      shape: 'flow',
      id: 'f',
      source: { cell: 'gone', x: 1, y: 1 },
      target: { x: 9, y: 9 },
    });
    expect(only(result.model.flow)).toMatchObject({
      source: null,
      target: null,
      drawing: { path: { from: { x: 1, y: 1 }, to: { x: 9, y: 9 } } },
    });
    expect(row(result, 'flow ends')?.count).toBe(2);
  });

  test.each([
    ['data.name', { data: { name: 'from data' }, attrs: { text: { text: 'label' } } }, 'from data'],
    [
      'the label on the drawing',
      { data: {}, attrs: { text: { text: 'Background\nWorker' } } },
      'Background Worker',
    ],
    ['a label of a list', { data: {}, labels: [{ attrs: { label: { text: 'listed' } } }] }, 'listed'],
    ['an old label of a list', { data: {}, labels: [{ attrs: { text: { text: 'old' } } }] }, 'old'],
    ['nothing', { data: {} }, 'Unnamed process'],
  ])('is named by %s', (_, more, name) => {
    expect(only(version2({ shape: 'process', id: 'x', ...more }).model.element).name).toBe(name);
  });

  test('scope, description and simple fields are kept, the rest is counted', () => {
    const data = {
      description: 'Runs at night',
      outOfScope: true,
      reasonOutOfScope: 'Bought',
      isEncrypted: false,
      protocol: 'SQL',
      privilegeLevel: '',
      owners: ['a'],
      isTrustBoundary: false,
    };
    const result = version2(cell('store', 's', data));
    const element = only(result.model.element);
    expect(element).toMatchObject({ outOfScope: 'Bought', notes: 'Runs at night' });
    expect(element.properties).toEqual({ isEncrypted: 'false', protocol: 'SQL' });
    expect(row(result, 'fields of shapes')?.count).toBe(1);
  });

  test('texts and unknown shapes are counted', () => {
    const result = version2(cell('td-text-block', 't'), cell('cloud', 'c'), 'nonsense');
    expect(result.notTaken.map(({ what, count }) => [what, count])).toEqual([
      ['text annotations', 1],
      ['shapes', 2],
    ]);
  });

  test('every diagram is read', () => {
    const { model } = imported(
      file([
        { id: 0, title: 'One', cells: [cell('process', 'a')] },
        { id: 1, title: 'Two', diagramJson: { cells: [oldCell('tm.Store', 'a')] } },
      ]),
    );
    expect([...model.diagram.values()].map(({ name }) => name)).toEqual(['One', 'Two']);
    expect([...model.element.values()].map(({ origin }) => origin.kind === 'import' && origin.key)).toEqual([
      'a',
      'a#2',
    ]);
  });
});

describe('threats', () => {
  test('are kept with their texts as written', () => {
    const { model } = withThreat({
      type: 'Information disclosure',
      severity: 'Critical',
      description: 'Sends <script> & more',
      mitigation: 'Encode it.',
    });
    expect(only(model.threat)).toMatchObject({
      origin: { key: 't1' },
      title: 'T',
      description: 'Sends <script> & more',
      category: 'Information disclosure',
      stride: ['information-disclosure'],
      place: { kind: 'element', id: only(model.element).id },
      impact: { level: 'severe', basis: 'assumed', reason: 'Severity Critical in the imported file' },
      status: { kind: 'open' },
    });
    expect(only(model.mitigation)).toMatchObject({ title: 'Encode it', implement: 'Encode it.' });
  });

  test.each([
    ['on the data', { data: { threats: [{ title: 'T' }] } }],
    ['on the cell', { data: {}, threats: [{ title: 'T' }] }],
  ])('are found %s', (_, more) => {
    expect(version2({ shape: 'process', id: 'x', ...more }).model.threat.size).toBe(1);
  });

  test('without an id have a key of cell and title, numbered when it repeats', () => {
    const { model } = version1(
      oldCell('tm.Process', 'p', { threats: [{ title: 'A' }, { title: 'B' }, { title: 'A' }] }),
    );
    expect([...model.threat.values()].map(({ origin }) => origin.kind === 'import' && origin.key)).toEqual([
      'p#A',
      'p#B',
      'p#A#2',
    ]);
  });

  test('of flows and boundaries are placed there', () => {
    const threats = [{ title: 'T' }];
    const { model } = version2(
      { shape: 'flow', id: 'f', data: { threats } },
      cell('trust-boundary-box', 'b', { threats }),
    );
    expect([...model.threat.values()].map(({ place }) => place.kind)).toEqual(['flow', 'boundary']);
  });

  test.each([
    ['Open', undefined],
    ['', undefined],
    ['Mitigated', { kind: 'existing' }],
  ])('status %j makes the treatment %j', (status, expected) => {
    const { model } = withThreat({ status, mitigation: 'Encode it' });
    expect(only(model.threat).status).toEqual({ kind: 'open' });
    expect(only(model.treatment).status).toEqual(expected);
  });

  test('the text of one that does not apply is the reason, not a mitigation', () => {
    const { model } = withThreat({ status: 'NotApplicable', mitigation: 'No such path' });
    expect(only(model.threat).status).toEqual({ kind: 'not-applicable', justification: 'No such path' });
    expect(model.mitigation.size).toBe(0);
  });

  test('mitigated without a text is open and counted', () => {
    expect(row(withThreat({ status: 'Mitigated' }), '"mitigated" states')?.count).toBe(1);
  });

  test('prompts of the tool are no texts', () => {
    const result = withThreat({
      description: 'Provide a description for this threat',
      mitigation: 'Provide remediation for this threat or a reason if status is N/A',
    });
    expect(only(result.model.threat).description).toBe('');
    expect(result.model.mitigation.size).toBe(0);
    expect(row(result, 'prompt texts')?.count).toBe(2);
  });

  test('scores and foreign fields are counted', () => {
    const result = withThreat({ score: '7.5', ruleId: 'x', number: 3, modelType: 'STRIDE', new: true });
    expect(result.notTaken.map(({ what, count }) => [what, count])).toEqual([
      ['scores', 1],
      ['other fields of threats', 1],
    ]);
  });
});

test('people are counted, the title and the description are kept', () => {
  const result = imported(
    file([], {
      summary: { title: 'Shop', owner: 'Ann', description: 'Sells' },
      detail: { contributors: [{ name: 'Bo' }, { name: 'Cy' }], diagrams: [], reviewer: 'Di' },
    }),
  );
  expect(result.model.info).toMatchObject({ name: 'Shop', description: 'Sells' });
  expect(result.notTaken.map(({ what, count }) => [what, count])).toEqual([
    ['owner', 1],
    ['reviewer', 1],
    ['contributors', 2],
  ]);
});
