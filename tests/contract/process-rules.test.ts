/** The rules of every process as Microsoft's own client meets them: types, states by category, and what a save is refused for. */
import type { IWorkApi } from 'azure-devops-node-api/WorkApi';
import type { IWorkItemTrackingApi } from 'azure-devops-node-api/WorkItemTrackingApi';
import { WorkItemTypeFieldsExpandLevel as Expand } from 'azure-devops-node-api/interfaces/WorkItemTrackingInterfaces';
import type { ProcessKey } from '../../src/host/processes/process';
import { live, openPlace, type Place } from './live-place';

interface Expected {
  readonly process: ProcessKey;
  /** Type of the story and its states, each with the first letter of its category (X is Removed). */
  readonly story: readonly [string, string];
  readonly task: readonly [string, string];
  /** Fields of a task that must not be empty, beside the title. */
  readonly required: readonly string[];
  /** Types that are there for old items alone. */
  readonly hidden: readonly string[];
}

const SCHEDULE = 'New P, Active I, Resolved R, Closed C, Removed X';
const table: readonly Expected[] = [
  {
    process: 'agile',
    story: ['User Story', SCHEDULE],
    task: ['Task', 'New P, Active I, Closed C, Removed X'],
    required: [],
    hidden: [],
  },
  {
    process: 'scrum',
    story: ['Product Backlog Item', 'New P, Approved P, Committed I, Done C, Removed X'],
    task: ['Task', 'To Do P, In Progress I, Done C, Removed X'],
    required: [],
    hidden: [],
  },
  {
    process: 'basic',
    story: ['Issue', 'To Do P, Doing I, Done C'],
    task: ['Task', 'To Do P, Doing I, Done C'],
    required: [],
    hidden: [],
  },
  {
    process: 'cmmi',
    story: ['Requirement', 'Proposed P, Active I, Resolved I, Closed C, Removed X'],
    task: ['Task', 'Proposed P, Active I, Resolved I, Closed C'],
    required: ['Priority', 'Triage'],
    hidden: [],
  },
  {
    process: 'inherited',
    story: ['Customer Need', 'Drafted P, Agreed P, Building I, In Review R, Accepted C, Dropped X'],
    task: ['Work Step', 'Waiting P, Underway I, Checked C, Skipped X'],
    required: ['Cost Centre'],
    hidden: ['Issue', 'Task', 'User Story'],
  },
];

const project = live?.project ?? 'Shop';
/** A real project has one process; the others have no place there. */
const shown = table.filter(({ process }) => live === undefined || process === live.process);
if (live) jest.setTimeout(300_000);
const letters = new Map([
  ['Proposed', 'P'],
  ['InProgress', 'I'],
  ['Resolved', 'R'],
  ['Completed', 'C'],
  ['Removed', 'X'],
]);

/** How the client throws: what the server said, and with which status. */
interface Refused {
  readonly statusCode: number;
  readonly message: string;
}

const refusal = (call: Promise<unknown>): Promise<Refused> =>
  call.then(
    () => Promise.reject(new Error('The call was not refused.')),
    (problem: Refused) => problem,
  );

describe.each(shown)('$process', ({ process, story, task, required, hidden }) => {
  let place: Place;
  const made: number[] = [];
  let wit: IWorkItemTrackingApi;
  let work: IWorkApi;

  beforeAll(async () => {
    place = await openPlace('empty', process);
    const { client } = place;
    [wit, work] = [await client.getWorkItemTrackingApi(), await client.getWorkApi()];
  });
  afterAll(() => place?.close(made));

  const patch = (fields: Readonly<Record<string, unknown>>) =>
    Object.entries(fields).map(([name, value]) => ({ op: 'add', path: `/fields/${name}`, value })) as never;
  const create = async (type: string, fields: Readonly<Record<string, unknown>>) => {
    const document = patch({ 'System.Title': 'Pay by card', ...fields });
    const item = await wit.createWorkItem(null, document, project, type);
    if (item?.id) made.push(item.id);
    return item;
  };

  test.each([
    ['story', story],
    ['task', task],
  ])('the states of the %s stand in the categories of the process', async (_, [type, expected]) => {
    const states = await wit.getWorkItemTypeStates(project, type);
    expect(states.map(({ name, category }) => `${name} ${letters.get(category ?? '')}`).join(', ')).toBe(
      expected,
    );
  });

  test('the backlog configuration names the types and maps every state', async () => {
    const answer = await work.getBacklogConfigurations({ project });
    expect(answer.requirementBacklog?.defaultWorkItemType?.name).toBe(story[0]);
    expect(answer.taskBacklog?.defaultWorkItemType?.name).toBe(task[0]);
    const mapped = answer.workItemTypeMappedStates?.find((each) => each.workItemTypeName === story[0]);
    const states = await wit.getWorkItemTypeStates(project, story[0]);
    expect(mapped?.states).toEqual(Object.fromEntries(states.map(({ name, category }) => [name, category])));
  });

  test('hidden types are said to be disabled, and no item is made of them', async () => {
    const types = await wit.getWorkItemTypes(project);
    expect(
      types
        .filter((type) => type.isDisabled)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(hidden);
    // This client answers every 404 with null.
    for (const type of hidden) expect(await create(type, {})).toBeNull();
    for (const type of [story[0], 'Bug'])
      if (types.some(({ name }) => name === type)) expect(await create(type, {})).toBeTruthy();
  });

  test('every required field of a task is asked for by name, and a default fills it where there is one', async () => {
    const fields = await wit.getWorkItemTypeFieldsWithReferences(project, task[0], Expand.All);
    const demanded = fields.filter(
      (field) => field.alwaysRequired && !/^System\./.test(field.referenceName ?? ''),
    );
    expect(demanded.map(({ name }) => name).sort()).toEqual(required);
    for (const { name, referenceName } of demanded)
      expect(await refusal(create(task[0], { [referenceName ?? '']: '' }))).toMatchObject({
        statusCode: 400,
        message: expect.stringMatching(`^TF401320: Rule Error for field ${name}\\. Error code: Required, `),
      });
    const own = demanded.filter(({ defaultValue }) => !defaultValue);
    const made = await create(
      task[0],
      Object.fromEntries(own.map((field) => [field.referenceName, field.allowedValues?.[0]])),
    );
    for (const { referenceName } of demanded) expect(made.fields?.[referenceName ?? '']).toBeTruthy();
  });

  test('an item goes through every state of its type and takes none of another process', async () => {
    const { id = 0, fields } = await create(story[0], {});
    const names = story[1].split(', ').map((one) => one.slice(0, -2));
    expect(fields?.['System.State']).toBe(names[0]);
    for (const name of names.slice(1)) {
      const moved = await wit.updateWorkItem(null, patch({ 'System.State': name }), id, project);
      expect(moved.fields?.['System.State']).toBe(name);
    }
    const strange = process === 'inherited' ? 'Active' : 'In Review';
    expect(
      await refusal(wit.updateWorkItem(null, patch({ 'System.State': strange }), id, project)),
    ).toMatchObject({
      statusCode: 400,
      message: expect.stringMatching(/^TF401320: Rule Error for field State\. Error code: .*LimitedToValues/),
    });
  });
});
