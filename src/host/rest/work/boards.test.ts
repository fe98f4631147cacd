/** Boards: columns, rows, cards and their rules, as a team administrator and as somebody else changes them. */
import { outcome, OWNER_TOKEN, restCaller, testWorld, type TestAnswer } from '../../testing/test-world';

const world = testWorld([{ key: 'a', kind: 'requirement', title: 'A story', category: 'InProgress' }]);
const rest = restCaller(world);
const BOARD = '/Shop/Shop%20Team/_apis/work/boards/Stories';
const sam = { authorization: `Bearer ${OWNER_TOKEN}:sam` };

function send(method: string, path: string, body: unknown, headers: Record<string, string> = {}): TestAnswer {
  const type = { 'content-type': 'application/json' };
  return rest({ method, path: `${path}?api-version=7.1`, body, headers: { ...type, ...headers } });
}

interface ShownColumn {
  readonly id: string;
  readonly name: string;
  readonly itemLimit: number;
  readonly isSplit?: boolean;
}

function columns(): ShownColumn[] {
  return (rest({ path: `${BOARD}/columns` }).json as { value: ShownColumn[] }).value;
}

const fill = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  name: 'Urgent',
  isEnabled: 'true',
  filter: "[System.Tags] contains 'Urgent' and [System.State] <> 'Closed'",
  settings: { 'background-color': '#F7CBCB', 'title-color': '#000000' },
  ...more,
});
const rules = (more: Record<string, unknown>): unknown => ({ rules: { fill: [fill(more)] } });

describe('card rules', () => {
  const path = `${BOARD}/cardrulesettings`;

  test('are answered with their conditions, texts for booleans and the addresses around them', () => {
    expect(rest({ path }).json).toMatchObject({ rules: { fill: [], tagStyle: [] } });
    const answer = send('PATCH', path, rules({}));
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      rules: {
        fill: [
          {
            isEnabled: 'True',
            clauses: [
              {
                fieldName: 'System.Tags',
                index: 1,
                logicalOperator: '',
                operator: 'CONTAINS',
                value: 'Urgent',
              },
              {
                fieldName: 'System.State',
                index: 2,
                logicalOperator: 'AND',
                operator: '<>',
                value: 'Closed',
              },
            ],
          },
        ],
      },
      _links: { self: {}, cardsettings: {}, board: {} },
    });
    expect(rest({ path }).text).toBe(answer.text);
  });

  test('a type that is named is replaced as a whole, one that is not stays; a tag colour defines its tag', () => {
    const style = { name: 'Brand-New', isEnabled: 'True', settings: { 'background-color': '#EC001D' } };
    send('PATCH', path, { rules: { tagStyle: [style] } });
    send('PATCH', path, { rules: { fill: [fill({ name: 'Other', isEnabled: 'False' })] } });
    expect(rest({ path }).json).toMatchObject({
      rules: { fill: [{ name: 'Other', isEnabled: 'False' }], tagStyle: [{ name: 'Brand-New', filter: '' }] },
    });
    expect(rest({ path: '/Shop/_apis/wit/tags' }).text).toContain('Brand-New');
    send('PATCH', path, { rules: { fill: [] } });
    expect(rest({ path }).json).toMatchObject({ rules: { fill: [], tagStyle: [{ name: 'Brand-New' }] } });
  });

  test.each([
    [rules({ isEnabled: 'maybe' }), /TF1530017: .*isEnabled field should either be true or false\./],
    [rules({ isEnabled: undefined }), /isEnabled/],
    [rules({ name: '' }), /name cannot be empty/],
    [rules({ name: 'x'.repeat(256) }), /longer than 255/],
    [rules({ filter: "[System.State] = 'a' or [System.State] = 'b'" }), /joined by AND/],
    [rules({ filter: '' }), /must have a filter/],
    [rules({ settings: {} }), /at least one setting/],
    [rules({ settings: { 'background-color': 'x'.repeat(256) } }), /at most 255/],
    [rules({ settings: { 'title-font-weight': true } }), /must be a text/],
    [{ rules: { fill: [fill(), fill({ name: 'URGENT' })] } }, /names must be unique/],
    [{ rules: { fill: Array.from({ length: 11 }, (_, i) => fill({ name: `r${i}` })) } }, /at most 10 rules/],
    [{ rules: { tagStyle: [fill()] } }, /cannot have a filter/],
    [{ rules: { swimlaneRule: [fill({ settings: { rowId: 'x' } })] } }, /rowId/],
    [{ rules: { colours: [] } }, /colours is not supported/],
    [{}, /must be given/],
  ])('%j is refused', (body, message) => {
    const answer = send('PATCH', path, body);
    expect(outcome(answer)).toBe('400 CardRulesValidationFailureException');
    expect(answer.json).toMatchObject({
      typeName:
        'Microsoft.TeamFoundation.Agile.Common.Exceptions.CardRulesValidationFailureException, Microsoft.TeamFoundation.Agile.Common',
      eventId: 3000,
    });
    expect(answer.text).toMatch(message);
  });

  test('only a team administrator changes them', () => {
    expect(outcome(send('PATCH', path, rules({}), sam))).toBe('400 NoPermissionUpdateCardRulesException');
    const taskboard = '/Shop/Shop%20Team/_apis/work/taskboard/cardrulesettings';
    expect(outcome(send('PATCH', taskboard, rules({}), sam))).toBe(
      '400 NoPermissionUpdateCardRulesException',
    );
    const answer = send('PATCH', taskboard, rules({}));
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(outcome(send('PATCH', taskboard, { rules: { swimlaneRule: [] } }))).toBe(
      '400 CardRulesValidationFailureException',
    );
  });

  test('an unknown board is a 404', () => {
    expect(outcome(rest({ path: path.replace('Stories', 'Nope') }))).toBe('404 BoardDoesNotExistException');
  });
});

describe('card settings', () => {
  const path = `${BOARD}/cardsettings`;

  test('a type that is named is replaced, the others keep what they had', () => {
    expect(rest({ path }).json).toMatchObject({
      cards: { 'User Story': [{ fieldIdentifier: 'System.Id' }, {}, {}, {}, {}] },
    });
    const cards = { 'User Story': [{ fieldIdentifier: 'System.AreaPath' }] };
    expect(send('PUT', path, { cards }).json).toMatchObject({ cards });
    expect(rest({ path }).json).toMatchObject({ cards });
  });

  test.each([
    [{ cards: { Unicorn: [] } }, '400 CardSettingsValidationFailureException'],
    [
      { cards: { 'User Story': [{ fieldIdentifier: 'No.Field' }] } },
      '400 CardSettingsValidationFailureException',
    ],
    [{}, '400 CardSettingsValidationFailureException'],
  ])('%j is refused', (body, expected) => expect(outcome(send('PUT', path, body))).toBe(expected));

  test('only a team administrator changes them', () =>
    expect(outcome(send('PUT', path, { cards: {} }, sam))).toBe(
      '400 NoPermissionUpdateCardSettingsException',
    ));
});

describe('columns and rows', () => {
  test('a split column with a limit, and where a card stands in it', () => {
    const [first, ...others] = columns();
    const doing = {
      name: 'Doing',
      itemLimit: 3,
      isSplit: true,
      columnType: 1,
      stateMappings: { 'User Story': 'Active' },
    };
    expect(send('PUT', `${BOARD}/columns`, [first, doing, ...others]).status).toBe(200);
    expect(columns().map((column) => column.name)).toEqual(['New', 'Doing', 'Active', 'Resolved', 'Closed']);
    expect(columns()[1]).toMatchObject({ isSplit: true, itemLimit: 3, columnType: 'inProgress' });

    const { fields } = rest({ path: BOARD }).json as {
      fields: Record<string, { referenceName: string }>;
    };
    const [column = '', done = ''] = [
      fields['columnField']?.referenceName,
      fields['doneField']?.referenceName,
    ];
    expect(column).toMatch(/^WEF_[0-9A-F]{32}_Kanban\.Column$/);
    const move = (operations: Record<string, unknown>): TestAnswer =>
      rest({
        method: 'PATCH',
        path: '/_apis/wit/workItems/1?api-version=7.1',
        body: Object.entries(operations).map(([name, value]) => ({
          op: 'add',
          path: `/fields/${name}`,
          value,
        })),
      });
    expect(move({ [column]: 'Active' }).json).toMatchObject({ fields: { 'System.BoardColumn': 'Active' } });
    expect(move({ [column]: 'doing', [done]: true }).json).toMatchObject({
      fields: { 'System.BoardColumn': 'Doing', 'System.BoardColumnDone': true, 'System.State': 'Active' },
    });
    // A column is also a state; a state that its column does not have moves the card.
    expect(move({ [column]: 'Closed' }).json).toMatchObject({ fields: { 'System.State': 'Closed' } });
    expect(move({ 'System.State': 'New' }).json).toMatchObject({ fields: { 'System.BoardColumn': 'New' } });
    expect(outcome(move({ [column]: 'Nowhere' }))).toBe('400 RuleValidationException');
  });

  test('columns keep their ids, and are refused when they make no board', () => {
    const before = columns();
    const renamed = before.map((column, index) => (index === 1 ? { ...column, name: 'Being done' } : column));
    expect(send('PUT', `${BOARD}/columns`, renamed).status).toBe(200);
    expect(columns().map((column) => column.id)).toEqual(before.map((column) => column.id));
    const [first, second] = columns();
    for (const wrong of [
      [],
      [first],
      [...columns()].reverse(),
      [...columns(), second],
      columns().map((column) => ({ ...column, name: 'Same' })),
      columns().map((column) => ({ ...column, stateMappings: { 'User Story': 'Nonsense' } })),
      columns().map((column) => ({ ...column, itemLimit: -1 })),
      [{ ...first, id: '11111111-1111-4111-8111-111111111111' }, ...columns().slice(1)],
    ])
      expect(outcome(send('PUT', `${BOARD}/columns`, wrong))).toBe('400 BoardValidationFailureException');
    expect(outcome(send('PUT', `${BOARD}/columns`, columns(), sam))).toBe(
      '400 NoPermissionUpdateBoardColumnsException',
    );
  });

  test('a column with a card in it cannot go', () => {
    const own = restCaller(
      testWorld([{ key: 'a', kind: 'requirement', title: 'A story', category: 'InProgress' }]),
    );
    const path = `${BOARD}/columns?api-version=7.1`;
    const { value } = own({ path }).json as { value: ShownColumn[] };
    const without = (name: string): TestAnswer => {
      const body = value.filter((column) => column.name !== name);
      return own({ method: 'PUT', path, body, headers: { 'content-type': 'application/json' } });
    };
    expect(without('Active')).toMatchObject({
      status: 400,
      json: {
        typeKey: 'DeletedBoardColumnIsNotEmptyException',
        message:
          'TF401017: You cannot delete column: Active.  This column has 1 items in it. You must first move the items to another column, then try deleting the column again.',
      },
    });
    expect(without('Resolved').status).toBe(200);
  });

  test('rows are lanes, of which the default one stays', () => {
    const answer = send('PUT', `${BOARD}/rows`, [{ name: 'Expedite', color: 'F2CB1D' }]);
    expect(answer.json).toMatchObject({ value: [{ name: 'Expedite' }, { name: null }] });
    expect(send('PUT', `${BOARD}/rows`, [{ name: 'A' }, { name: 'a' }])).toMatchObject({
      status: 400,
      json: {
        message: 'Error on row a: Another row has the same name. Row names must be unique.',
        typeName:
          'Microsoft.TeamFoundation.Agile.Common.Exceptions.BoardValidatorDuplicateRowNameException, Microsoft.TeamFoundation.Agile.Common',
        eventId: 3000,
      },
    });
    expect(outcome(send('PUT', `${BOARD}/rows`, [{ name: ' ' }]))).toBe(
      '400 BoardValidatorRowNameLengthInvalidException',
    );
    expect(outcome(send('PUT', `${BOARD}/rows`, [{ name: 'A' }], sam))).toBe(
      '400 NoPermissionUpdateBoardRowsException',
    );
    const { fields } = rest({ path: BOARD }).json as { fields: Record<string, { referenceName: string }> };
    const body = [
      { op: 'add', path: `/fields/${fields['rowField']?.referenceName ?? ''}`, value: 'Expedite' },
    ];
    const moved = rest({ method: 'PATCH', path: '/_apis/wit/workItems/1?api-version=7.1', body });
    expect(moved.json).toMatchObject({ fields: { 'System.BoardLane': 'Expedite' } });
    expect(outcome(send('PUT', `${BOARD}/rows`, []))).toBe('400 DeletedBoardRowIsNotEmptyException');
  });
});

test('a swimlane rule puts an item into its row when it is saved, unless the save names a row itself', () => {
  const own = testWorld([{ key: 'a', kind: 'requirement', title: 'A story', category: 'InProgress' }]);
  const call = restCaller(own);
  const settings = (method: string, part: string, body: unknown): TestAnswer => {
    const headers = { 'content-type': 'application/json' };
    return call({ method, path: `${BOARD}/${part}?api-version=7.1`, body, headers });
  };
  const row = { name: 'Expedite', color: 'F2CB1D' };
  const rows = settings('PUT', 'rows', [row, { name: 'Mine' }]).json as {
    value: { id: string; name: string | null }[];
  };
  const idOf = (name: string | null): string => rows.value.find((one) => one.name === name)?.id ?? '';
  const rule = (name: string, filter: string, to: string | null, isEnabled = 'true') => ({
    name,
    isEnabled,
    filter,
    settings: { rowId: idOf(to) },
  });
  const swimlaneRule = [
    rule('off', "[System.Title] contains 'story'", 'Mine', 'false'),
    rule('calm', "[System.Tags] contains 'later'", null),
    rule('fast', "[System.Tags] contains 'urgent'", 'Expedite'),
    rule('sam', "[System.AssignedTo] = 'sam@shop.example'", 'Mine'),
  ];
  expect(settings('PATCH', 'cardrulesettings', { rules: { swimlaneRule } }).status).toBe(200);
  const { fields } = call({ path: BOARD }).json as { fields: { rowField: { referenceName: string } } };
  const lane = (changes: Readonly<Record<string, string>>): unknown => {
    const body = Object.entries(changes).map(([name, value]) => ({
      op: 'add',
      path: `/fields/${name}`,
      value,
    }));
    const answer = call({ method: 'PATCH', path: '/_apis/wit/workItems/1?api-version=7.1', body });
    return (answer.json as { fields: Record<string, unknown> }).fields['System.BoardLane'];
  };
  expect(lane({ 'System.Title': 'The story' })).toBeUndefined();
  expect(lane({ 'System.Tags': 'Urgent' })).toBe('Expedite');
  expect(lane({ [fields.rowField.referenceName]: 'Mine' })).toBe('Mine');
  expect(lane({ 'System.Tags': 'urgent; later' })).toBeUndefined();
  expect(lane({ 'System.Tags': '', 'System.AssignedTo': 'sam' })).toBe('Mine');
  // What fits no rule stays where it is.
  expect(lane({ 'System.AssignedTo': '' })).toBe('Mine');
});

test('the taskboard has its columns, and remembers the one a task was put into', () => {
  const own = testWorld([
    { key: 't', kind: 'task', title: 'A task', category: 'Proposed', iteration: 'Sprint 2' },
  ]);
  const call = restCaller(own);
  const base = '/Shop/Shop%20Team/_apis/work';
  const put = (method: string, path: string, body: unknown): TestAnswer =>
    call({ method, path: `${path}?api-version=7.1`, body, headers: { 'content-type': 'application/json' } });
  const state = (name: string): unknown[] => [{ workItemType: 'Task', state: name }];
  const sprint = (
    call({ path: `${base}/teamsettings/iterations?$timeframe=current` }).json as { value: { id: string }[] }
  ).value[0]?.id;
  expect(call({ path: `${base}/taskboardcolumns` }).json).toMatchObject({
    isCustomized: false,
    isValid: true,
    // Bugs bring Resolved, which stands before what is done.
    columns: ['New', 'Active', 'Resolved', 'Closed'].map((name, order) => ({ name, order })),
  });
  const custom = [
    { name: 'Ready', order: 0, mappings: state('New') },
    { name: 'Making', order: 1, mappings: state('Active') },
    { name: 'Checking', order: 2, mappings: state('Active') },
    { name: 'Done', order: 3, mappings: state('Closed') },
  ];
  expect(put('PUT', `${base}/taskboardcolumns`, custom).json).toMatchObject({ isCustomized: true });
  const items = `${base}/taskboardworkitems/${sprint ?? ''}`;
  expect(call({ path: items }).json).toMatchObject({
    value: [{ workItemId: 1, column: 'Ready', state: 'New' }],
  });
  expect(put('PATCH', `${items}/1`, { newColumn: 'Checking' }).status).toBe(200);
  expect(call({ path: items }).json).toMatchObject({ value: [{ column: 'Checking', state: 'Active' }] });
  expect(outcome(put('PATCH', `${items}/1`, { newColumn: 'Nowhere' }))).toBe(
    '400 TaskboardColumnDoesNotExistException',
  );
  expect(outcome(put('PUT', `${base}/taskboardcolumns`, [{ name: 'X', mappings: state('Nope') }]))).toBe(
    '400 TaskboardColumnsValidationException',
  );
});
