/** Work item tracking: one course of work, told through whichever client; only some calls differ in their arguments. */
import type { IWorkItemTrackingApi } from 'azure-devops-node-api/WorkItemTrackingApi';
import { fresh, having, place, type Step } from './step';

const { project } = place;
export const WIQL = 'Select [System.Id] From WorkItems';

/** What one step leaves for the next. */
export interface Made {
  story: number;
  comment: number;
  query: string;
  nodes: number[];
}

type Patch = readonly { readonly op: string; readonly path: string; readonly value?: unknown }[];

export function replaceTitle(value: string): Patch {
  return [{ op: 'add', path: '/fields/System.Title', value }];
}

/** Calls whose arguments the two clients order differently; the rest is in `client`. */
export interface WitCalls {
  create(patch: Patch): Promise<unknown>;
  queryIn(scope: 'organisation' | 'project' | 'team'): Promise<unknown>;
  queryById(id: string): Promise<unknown>;
  batch(ids: number[]): Promise<unknown>;
  get(id: number): Promise<unknown>;
  getAsOf(id: number): Promise<unknown>;
  list(ids: number[]): Promise<unknown>;
  update(id: number, patch: Patch): Promise<unknown>;
  updateAnywhere(id: number, patch: Patch): Promise<unknown>;
  remove(id: number): Promise<unknown>;
  deleted(): Promise<unknown>;
  restore(id: number): Promise<unknown>;
  template(): Promise<unknown>;
  revisions(id: number): Promise<unknown>;
  revision(id: number): Promise<unknown>;
  updates(id: number): Promise<unknown>;
  comments(id: number): Promise<unknown>;
  readonly client: IWorkItemTrackingApi;
}

export function witSteps(made: Made, calls: WitCalls): readonly Step[] {
  return [
    ...itemSteps(made, calls),
    ...processSteps(calls.client),
    ...nodeSteps(made, calls.client),
    ...reportingSteps(calls.client),
    ...querySteps(made, calls),
  ];
}

function itemSteps(made: Made, calls: WitCalls): readonly Step[] {
  const [title, tags] = ['System.Title', 'System.Tags'];
  return [
    {
      what: 'a template',
      call: () => calls.template(),
      expected: { fields: { 'System.WorkItemType': 'User Story' } },
    },
    {
      what: 'a work item made',
      async call() {
        const tag = { op: 'add', path: `/fields/${tags}`, value: 'client-tag' };
        const one = (await calls.create([...replaceTitle('x'), tag])) as { id: number };
        made.story = one.id;
        return one;
      },
      expected: { rev: 1, fields: { [title]: 'x', [tags]: 'client-tag' } },
    },
    {
      what: 'a work item changed',
      call: () => calls.update(made.story, replaceTitle('y')),
      expected: { rev: 2, fields: { [title]: 'y' } },
    },
    {
      what: 'a work item changed by its number alone',
      call: () => calls.updateAnywhere(made.story, replaceTitle('w')),
      expected: { rev: 3 },
    },
    {
      what: 'a work item',
      call: () => calls.get(made.story),
      expected: { fields: { [title]: 'w' } },
    },
    {
      what: 'a work item at a time',
      call: () => calls.getAsOf(made.story),
      expected: { fields: { 'System.Id': expect.any(Number) } },
    },
    {
      what: 'work items',
      call: () => calls.list([made.story, 99_999_999]),
      get expected() {
        return [{ id: made.story }, null];
      },
    },
    {
      what: 'a batch of work items',
      call: () => calls.batch([made.story, made.story]),
      get expected() {
        return [{ id: made.story }, { id: made.story }];
      },
    },
    { what: 'a query', call: () => calls.queryIn('project'), expected: { workItems: having({ id: 1 }) } },
    { what: 'a query of a team', call: () => calls.queryIn('team'), expected: { queryType: 1 } },
    {
      what: 'a query of the organisation',
      call: () => calls.queryIn('organisation'),
      expected: { queryType: 1 },
    },
    {
      what: 'revisions',
      call: () => calls.revisions(made.story),
      expected: [{ rev: 1 }, { rev: 2 }, { rev: 3 }],
    },
    { what: 'a revision', call: () => calls.revision(made.story), expected: { rev: 2 } },
    {
      what: 'updates',
      call: () => calls.updates(made.story),
      expected: having({ fields: expect.objectContaining({ [title]: { oldValue: 'x', newValue: 'y' } }) }),
    },
    { what: 'comments', call: () => calls.comments(made.story), expected: { comments: [] } },
    { what: 'a work item deleted', call: () => calls.remove(made.story), expected: { code: 200 } },
    { what: 'the recycle bin', call: () => calls.deleted(), expected: having({ id: expect.any(Number) }) },
    { what: 'a work item restored', call: () => calls.restore(made.story), expected: { code: 200 } },
  ];
}

function processSteps(wit: IWorkItemTrackingApi): readonly Step[] {
  const story = 'User Story';
  const title = { referenceName: 'System.Title' };
  return [
    { what: 'types', call: () => wit.getWorkItemTypes(project), expected: having({ name: story }) },
    { what: 'a type', call: () => wit.getWorkItemType(project, story), expected: { name: story } },
    {
      what: 'fields of a type',
      call: () => wit.getWorkItemTypeFieldsWithReferences(project, story, 3),
      expected: having(title),
    },
    {
      what: 'a field of a type',
      call: () => wit.getWorkItemTypeFieldWithReferences(project, story, 'System.Title'),
      expected: title,
    },
    {
      what: 'states of a type',
      call: () => wit.getWorkItemTypeStates(project, story),
      expected: having({ name: 'New', category: 'Proposed' }),
    },
    {
      what: 'categories',
      call: () => wit.getWorkItemTypeCategories(project),
      expected: having({ referenceName: 'Microsoft.RequirementCategory' }),
    },
    {
      what: 'a category',
      call: () => wit.getWorkItemTypeCategory(project, 'Microsoft.RequirementCategory'),
      expected: { defaultWorkItemType: { name: story } },
    },
    { what: 'fields', call: () => wit.getFields(project, 1), expected: having(title) },
    { what: 'a field', call: () => wit.getField('System.Title', project), expected: title },
    {
      what: 'relation types',
      call: () => wit.getRelationTypes(),
      expected: having({ referenceName: 'System.LinkTypes.Hierarchy-Forward' }),
    },
  ];
}

function nodeSteps(made: Made, wit: IWorkItemTrackingApi): readonly Step[] {
  const [start, finish] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-01-14T00:00:00Z')];
  const [sprint, renamed] = [fresh('S1'), fresh('S2')];
  return [
    {
      what: 'areas and iterations',
      async call() {
        const roots = await wit.getRootNodes(project, 2);
        made.nodes = roots.map((root) => root.id ?? 0);
        return roots;
      },
      expected: [{ structureType: 0 }, { structureType: 1, hasChildren: true }],
    },
    {
      what: 'nodes by their numbers',
      call: () => wit.getClassificationNodes(project, made.nodes, 1),
      expected: [{ name: project }, { name: project }],
    },
    {
      what: 'a node made',
      call: () => wit.createOrUpdateClassificationNode({ name: sprint }, project, 1),
      expected: { name: sprint, structureType: 1 },
    },
    {
      what: 'a node below it made',
      call: () => wit.createOrUpdateClassificationNode({ name: 'Week 1' }, project, 1, sprint),
      expected: { name: 'Week 1' },
    },
    {
      what: 'a node by its path',
      call: () => wit.getClassificationNode(project, 1, `${sprint}/Week 1`, 1),
      expected: { path: `\\${project}\\Iteration\\${sprint}\\Week 1` },
    },
    {
      what: 'a node changed',
      call: () =>
        wit.updateClassificationNode(
          { name: renamed, attributes: { startDate: start, finishDate: finish } },
          project,
          1,
          sprint,
        ),
      expected: {
        name: renamed,
        attributes: { startDate: expect.anything(), finishDate: expect.anything() },
      },
    },
  ];
}

function reportingSteps(wit: IWorkItemTrackingApi): readonly Step[] {
  const since = new Date('2026-01-02T00:00:00Z');
  const fields = ['System.Id', 'System.State'];
  return [
    {
      what: 'reported revisions',
      call: () =>
        wit.readReportingRevisionsGet(
          project,
          fields,
          ['User Story'],
          undefined,
          since,
          true,
          true,
          false,
          true,
          1,
          false,
          200,
        ),
      expected: { isLastBatch: true, values: having({ id: expect.any(Number), rev: 1 }) },
    },
    {
      what: 'reported revisions by a filter',
      call: () => wit.readReportingRevisionsPost({ fields: ['System.Id'], types: ['User Story'] }, project),
      expected: { isLastBatch: true, values: having({ id: expect.any(Number), rev: 1 }) },
    },
    {
      what: 'reported links',
      call: () => wit.getReportingLinksByLinkType(project),
      expected: { values: having({ rel: 'System.LinkTypes.Hierarchy-Forward' }) },
    },
  ];
}

function querySteps(made: Made, { queryById, client: wit }: WitCalls): readonly Step[] {
  const name = fresh('My Q');
  return [
    {
      what: 'a saved query made',
      async call() {
        const one = await wit.createQuery({ name, wiql: WIQL }, project, 'Shared Queries');
        made.query = one.id ?? '';
        return one;
      },
      expected: { path: `Shared Queries/${name}` },
    },
    {
      what: 'saved queries',
      call: () => wit.getQueries(project, 4, 2, false),
      expected: [{ name: 'My Queries' }, { name: 'Shared Queries', children: having({ name }) }],
    },
    {
      what: 'a saved query',
      call: () => wit.getQuery(project, `Shared Queries/${name}`, 4, 1),
      expected: { name },
    },
    {
      what: 'saved queries by a part of the name',
      call: () => wit.searchQueries(project, name.toLowerCase(), 10),
      expected: { hasMore: false, value: [{ name }] },
    },
    {
      what: 'saved queries by their ids',
      call: () => wit.getQueriesBatch({ ids: [made.query], $expand: 0 }, project),
      expected: [{ name }],
    },
    {
      what: 'a saved query run',
      call: () => queryById(made.query),
      expected: { workItems: having({ id: expect.any(Number) }) },
    },
  ];
}
