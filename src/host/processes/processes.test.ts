/** Every process hangs together, and its rules answer as the original's. */
import { outcome, restCaller, testWorld } from '../testing/test-world';
import { PROCESS_KEYS, processes } from './processes';
import { stateCategory, typeNamed, typesOnBacklog } from './process';

const all = PROCESS_KEYS.map((key) => [key, processes[key]] as const);

test.each(all)('%s: every name that a part mentions exists', (_, process) => {
  const named = [
    ...process.categories.flatMap((category) => category.types),
    ...process.backlogs.flatMap((level) => typesOnBacklog(process, level)),
    ...Object.values(process.kinds),
  ];
  expect(named.filter((name) => !typeNamed(process, name))).toEqual([]);
  const shown = process.backlogs.flatMap((level) => level.columns.map(([field]) => field));
  const known = (field: string) => process.fields.byReferenceName(field) !== undefined;
  expect(
    [...shown, process.orderField, process.effortField, process.activityField].filter((one) => !known(one)),
  ).toEqual([]);
  for (const type of process.types) {
    const own = new Set(type.fields.map((field) => field.referenceName));
    expect([...Object.keys(type.defaults), ...(type.required ?? [])].filter((one) => !own.has(one))).toEqual(
      [],
    );
    expect(
      type.fields.filter((field) => process.fields.byReferenceName(field.referenceName) !== field),
    ).toEqual([]);
    expect(type.states.filter((state) => state.category === 'Completed')).toHaveLength(1);
  }
});

test.each(all)('%s: each backlog level is the category of its types', (_, process) => {
  for (const level of process.backlogs) {
    const category = process.categories.find((one) => one.referenceName === level.id);
    expect(category?.types).toEqual(level.types);
  }
  const ranks = process.backlogs.map((level) => level.rank);
  expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
});

test.each(all)('%s: no hidden type stands on a backlog', (_, process) => {
  const shown = process.backlogs.flatMap((level) => typesOnBacklog(process, level));
  expect(shown.filter((name) => typeNamed(process, name)?.isDisabled)).toEqual([]);
});

/** Section 6 of the platform facts: the story and the task of each process, their states by category. */
test.each([
  ['agile', 'User Story', 'New P, Active I, Resolved R, Closed C, Removed X'],
  ['agile', 'Task', 'New P, Active I, Closed C, Removed X'],
  ['scrum', 'Product Backlog Item', 'New P, Approved P, Committed I, Done C, Removed X'],
  ['scrum', 'Task', 'To Do P, In Progress I, Done C, Removed X'],
  ['basic', 'Issue', 'To Do P, Doing I, Done C'],
  ['basic', 'Task', 'To Do P, Doing I, Done C'],
  ['cmmi', 'Requirement', 'Proposed P, Active I, Resolved I, Closed C, Removed X'],
  ['cmmi', 'Task', 'Proposed P, Active I, Resolved I, Closed C'],
  ['inherited', 'Customer Need', 'Drafted P, Agreed P, Building I, In Review R, Accepted C, Dropped X'],
  ['inherited', 'Work Step', 'Waiting P, Underway I, Checked C, Skipped X'],
] as const)('%s: %s goes %s', (key, type, expected) => {
  const letters = { Proposed: 'P', InProgress: 'I', Resolved: 'R', Completed: 'C', Removed: 'X' } as const;
  const states = typeNamed(processes[key], type)?.states ?? [];
  expect(states.map((state) => `${state.name} ${letters[state.category]}`).join(', ')).toBe(expected);
  expect(states.map((state) => stateCategory(processes[key], type, state.name))).toEqual(
    states.map((state) => state.category),
  );
});

test.each([
  ['agile', 'User Story', 'Task', 'StoryPoints', 'Activity', 'asTasks'],
  ['scrum', 'Product Backlog Item', 'Task', 'Effort', 'Activity', 'asRequirements'],
  ['basic', 'Issue', 'Task', 'Effort', 'Activity', 'off'],
  ['cmmi', 'Requirement', 'Task', 'Size', 'Discipline', 'asRequirements'],
  ['inherited', 'Customer Need', 'Work Step', 'StoryPoints', 'Activity', 'asTasks'],
] as const)('%s: the backlog configuration names %s and %s', (key, story, task, effort, activity, bugs) => {
  const rest = restCaller(testWorld([], key));
  const { json } = rest({ path: '/Shop/Shop%20Team/_apis/work/backlogconfiguration' });
  expect(json).toMatchObject({
    requirementBacklog: { defaultWorkItemType: { name: story } },
    taskBacklog: { defaultWorkItemType: { name: task } },
    backlogFields: {
      typeFields: {
        Effort: `Microsoft.VSTS.Scheduling.${effort}`,
        Activity: `Microsoft.VSTS.Common.${activity}`,
      },
    },
    bugsBehavior: bugs,
  });
});

const path = (type: string) => `/Shop/_apis/wit/workItems/$${encodeURIComponent(type)}?api-version=7.1`;
const create = (
  key: (typeof PROCESS_KEYS)[number],
  type: string,
  fields: Readonly<Record<string, unknown>>,
) =>
  restCaller(testWorld([], key))({
    method: 'POST',
    path: path(type),
    body: Object.entries(fields).map(([field, value]) => ({ op: 'add', path: `/fields/${field}`, value })),
  });

test('a required field of the process is asked for with the words of the original', () => {
  const answer = create('inherited', 'Work Step', { 'System.Title': 'Sign the cookie' });
  const message =
    'TF401320: Rule Error for field Cost Centre. Error code: Required, HasValues, LimitedToValues, AllowsOldValue, InvalidEmpty.';
  expect(answer.status).toBe(400);
  expect(answer.json).toMatchObject({
    typeKey: 'RuleValidationException',
    message,
    customProperties: {
      RuleValidationErrors: [
        {
          fieldReferenceName: 'Custom.CostCentre',
          fieldStatusFlags: 'required, hasValues, limitedToValues, allowsOldValue, invalidEmpty',
          errorMessage: message,
        },
      ],
    },
  });
});

test('everything that is missing is told at once', () => {
  const answer = create('inherited', 'Work Step', { 'System.Description': 'Nothing else' });
  expect(answer.json).toMatchObject({
    message: 'TF401320: Rule Error for field Title. Error code: Required, InvalidEmpty.',
    customProperties: {
      RuleValidationErrors: [
        { fieldReferenceName: 'System.Title', fieldStatusCode: 524_289 },
        { fieldReferenceName: 'Custom.CostCentre' },
      ],
    },
  });
});

test.each([
  ['a value of the list', 'Work Step', { 'Custom.CostCentre': 'Platform' }, 200],
  ['another value', 'Work Step', { 'Custom.CostCentre': 'Elsewhere' }, '400 RuleValidationException'],
  ['a type that is hidden', 'Task', {}, '404 WorkItemTypeNotFoundException'],
  ['a type without required fields', 'Customer Need', {}, 200],
  ['a type of the parent process', 'Bug', {}, 200],
  [
    'a state of the parent process',
    'Customer Need',
    { 'System.State': 'Active' },
    '400 RuleValidationException',
  ],
  ['a hidden state', 'Bug', { 'System.State': 'Resolved' }, '400 RuleValidationException'],
  ['a state of its own', 'Bug', { 'System.State': 'Triaged' }, 200],
])('inherited: creating with %s', (_, type, fields, expected) => {
  expect(outcome(create('inherited', type, { 'System.Title': 'T', ...fields }))).toBe(expected);
});

describe.each([
  ['agile', 'Closed'],
  ['cmmi', 'Closed'],
  ['scrum', 'Done'],
  ['scrum', 'Removed'],
] as const)('%s: a task that is %s', (key, over) => {
  const REMAINING = 'Microsoft.VSTS.Scheduling.RemainingWork';
  const state = { op: 'add', path: '/fields/System.State', value: over };
  const hours = { op: 'add', path: `/fields/${REMAINING}`, value: 0 };
  const begun = () => {
    const rest = restCaller(testWorld([], key));
    const title = { op: 'add', path: '/fields/System.Title', value: 'T' };
    rest({ method: 'POST', path: path('Task'), body: [title, { ...hours, value: 3 }] });
    return (body: readonly unknown[], more = '') =>
      rest({ method: 'PATCH', path: `/Shop/_apis/wit/workItems/1?api-version=7.1${more}`, body });
  };

  test('has nothing left to do', () => {
    const { json } = begun()([state]);
    expect(json).toMatchObject({ fields: { 'System.State': over } });
    expect(json).not.toHaveProperty(['fields', REMAINING]);
  });

  test('takes none, not even none in a number', () => {
    const answer = begun()([state, hours]);
    expect(answer.json).toMatchObject({
      typeKey: 'RuleValidationException',
      message: 'TF401320: Rule Error for field Remaining Work. Error code: InvalidNotEmpty.',
      customProperties: {
        FieldStatusFlags: 'none',
        RuleValidationErrors: [{ fieldReferenceName: REMAINING, fieldStatusFlags: 'invalidNotEmpty' }],
      },
    });
  });

  test('keeps what an importer says', () => {
    expect(begun()([state], '&bypassRules=true').json).toMatchObject({ fields: { [REMAINING]: 3 } });
  });
});

test('CMMI fills what it demands', () => {
  expect(create('cmmi', 'Requirement', { 'System.Title': 'T' }).json).toMatchObject({
    fields: {
      'Microsoft.VSTS.CMMI.RequirementType': 'Functional',
      'Microsoft.VSTS.Common.Triage': 'Pending',
    },
  });
});

test('hidden types are listed as such and live in the hidden category', () => {
  const rest = restCaller(testWorld([], 'inherited'));
  const types = rest({ path: '/Shop/_apis/wit/workItemTypes' }).json as {
    value: readonly { name: string; isDisabled: boolean }[];
  };
  const disabled = types.value.filter((type) => type.isDisabled).map((type) => type.name);
  expect(disabled.sort()).toEqual(['Issue', 'Task', 'User Story']);
  const hidden = rest({ path: '/Shop/_apis/wit/workItemTypeCategories/Microsoft.HiddenCategory' }).json as {
    workItemTypes: readonly { name: string }[];
  };
  expect(hidden.workItemTypes.map((type) => type.name)).toEqual(expect.arrayContaining(disabled));
});
