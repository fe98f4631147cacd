/** The operations that both clients call with the same arguments. */
import type { ICoreApi } from 'azure-devops-node-api/CoreApi';
import type { IDashboardApi } from 'azure-devops-node-api/DashboardApi';
import type { IExtensionManagementApi } from 'azure-devops-node-api/ExtensionManagementApi';
import type { ILocationsApi } from 'azure-devops-node-api/LocationsApi';
import type { IWorkApi } from 'azure-devops-node-api/WorkApi';
import type { BoardColumn } from 'azure-devops-node-api/interfaces/WorkInterfaces';
import { extension, fresh, having, place, seeded, type Step } from './step';

export interface SharedClients {
  readonly core: ICoreApi;
  readonly work: IWorkApi;
  readonly data: IExtensionManagementApi;
  readonly dashboards: IDashboardApi;
  readonly locations: ILocationsApi;
}

const { project } = place;

export function coreSteps({ core }: SharedClients): readonly Step[] {
  const shop = { name: project };
  return [
    { what: 'projects', call: () => core.getProjects(), expected: having(shop) },
    { what: 'projects in pages', call: () => core.getProjects('wellFormed', 100, 0), expected: having(shop) },
    {
      what: 'a project with its capabilities',
      call: () => core.getProject(project, true),
      expected: { ...shop, capabilities: { processTemplate: { templateName: 'Agile' } } },
    },
    {
      what: 'teams of a project',
      call: () => core.getTeams(project, false, 100, 0),
      expected: having({ name: place.team }),
    },
    { what: 'a team', call: () => core.getTeam(project, place.team), expected: { name: place.team } },
    {
      what: 'members of a team',
      call: () => core.getTeamMembersWithExtendedProperties(project, place.team),
      expected: having({ identity: expect.objectContaining({ displayName: seeded('Olivia Owner') }) }),
    },
    {
      what: 'teams of the caller',
      call: () => core.getAllTeams(true, 100),
      expected: having({ name: place.team }),
    },
    { what: 'processes', call: () => core.getProcesses(), expected: having({ name: 'Agile' }) },
  ];
}

export function locationSteps({ locations }: SharedClients): readonly Step[] {
  const core = '79134c72-4a58-4b42-976c-04e7115f32bf';
  const wit = '5264459e-e5e0-4bd8-b118-0985e68a4ec5';
  return [
    {
      what: 'connection data',
      call: () => locations.getConnectionData(1, -1),
      expected: { authenticatedUser: { providerDisplayName: seeded('Olivia Owner') } },
    },
    { what: 'resource areas', call: () => locations.getResourceAreas(), expected: having({ id: core }) },
    {
      what: 'a resource area',
      call: () => locations.getResourceArea(wit),
      expected: { id: wit, name: 'wit' },
    },
  ];
}

export function sprintSteps({ work }: SharedClients): readonly Step[] {
  let sprint = '';
  return [
    {
      what: 'team settings',
      call: () => work.getTeamSettings(place),
      expected: { backlogIteration: { name: project } },
    },
    {
      what: 'team settings changed',
      call: () =>
        work.updateTeamSettings({ bugsBehavior: 1, workingDays: ['monday', 'tuesday'] as never }, place),
      expected: { bugsBehavior: 1 },
    },
    {
      what: 'team field values',
      call: () => work.getTeamFieldValues(place),
      expected: { field: { referenceName: 'System.AreaPath' } },
    },
    {
      what: 'sprints',
      call: () => work.getTeamIterations(place),
      expected: having({ path: seeded('Shop\\Sprint 23') }),
    },
    {
      what: 'the current sprint',
      async call() {
        const found = await work.getTeamIterations(place, 'current');
        sprint = found[0]?.id ?? '';
        return found;
      },
      expected: [{ name: seeded('Sprint 23') }],
    },
    {
      what: 'a sprint',
      call: () => work.getTeamIteration(place, sprint),
      expected: { name: seeded('Sprint 23') },
    },
    {
      what: 'work items of a sprint',
      call: () => work.getIterationWorkItems(place, sprint),
      expected: { workItemRelations: having({ rel: 'System.LinkTypes.Hierarchy-Forward' }) },
    },
    {
      what: 'capacities',
      call: () => work.getCapacitiesWithIdentityRefAndTotals(place, sprint),
      expected: { teamMembers: expect.anything() },
    },
    {
      what: 'taskboard columns',
      call: () => work.getColumns(place),
      expected: { columns: having({ name: 'New' }) },
    },
    {
      what: 'work items of the taskboard',
      call: () => work.getWorkItemColumns(place, sprint),
      expected: having({ column: 'New' }),
    },
  ];
}

export function backlogSteps({ work }: SharedClients): readonly Step[] {
  return [
    {
      what: 'backlog configuration',
      call: () => work.getBacklogConfigurations(place),
      expected: { requirementBacklog: { id: 'Microsoft.RequirementCategory' } },
    },
    {
      what: 'backlogs',
      call: () => work.getBacklogs(place),
      expected: having({ id: 'Microsoft.RequirementCategory', name: 'Stories' }),
    },
    {
      what: 'work items of a backlog',
      call: () => work.getBacklogLevelWorkItems(place, 'Microsoft.RequirementCategory'),
      expected: { workItems: having({ target: expect.objectContaining({ id: expect.any(Number) }) }) },
    },
    {
      what: 'process configuration',
      call: () => work.getProcessConfiguration(project),
      expected: { requirementBacklog: { workItemTypes: having({ name: 'User Story' }) } },
    },
  ];
}

export function boardSteps({ work }: SharedClients): readonly Step[] {
  const board = 'Stories';
  let columns: BoardColumn[] = [];
  const rules = {
    rules: {
      fill: [
        {
          name: 'red',
          isEnabled: 'true',
          filter: "[System.Title] contains 'x'",
          settings: { 'background-color': '#E60017', 'title-color': '#000000' },
        },
      ],
    },
  } as never;
  const kept = { rules: { fill: [{ name: 'red' }] } };
  return [
    { what: 'boards', call: () => work.getBoards(place), expected: having({ name: board }) },
    { what: 'a board', call: () => work.getBoard(place, board), expected: { name: board, isValid: true } },
    {
      what: 'columns of a board',
      async call() {
        columns = await work.getBoardColumns(place, board);
        return columns;
      },
      expected: [{ name: 'New', columnType: 0 }, {}, {}, { columnType: 2 }],
    },
    {
      what: 'columns changed',
      call: () => {
        const [first, second, ...rest] = columns;
        return work.updateBoardColumns(
          [{ ...first }, { ...second, itemLimit: 3, isSplit: true }, ...rest],
          place,
          board,
        );
      },
      expected: [{}, { itemLimit: 3, isSplit: true }, {}, {}],
    },
    { what: 'rows of a board', call: () => work.getBoardRows(place, board), expected: [{ name: null }] },
    {
      what: 'card rules changed',
      call: () => work.updateBoardCardRuleSettings(rules, place, board),
      expected: kept,
    },
    { what: 'card rules', call: () => work.getBoardCardRuleSettings(place, board), expected: kept },
    {
      what: 'card rules of the taskboard changed',
      call: () => work.updateTaskboardCardRuleSettings(rules, place),
      expected: undefined,
    },
    {
      what: 'card settings changed',
      call: () =>
        work.updateBoardCardSettings(
          { cards: { Bug: [{ fieldIdentifier: 'System.Id' }] } as never },
          place,
          board,
        ),
      expected: { cards: { Bug: having({ fieldIdentifier: 'System.Id' }) } },
    },
    {
      what: 'card settings',
      call: () => work.getBoardCardSettings(place, board),
      expected: { cards: { Bug: having({ fieldIdentifier: 'System.Id' }) } },
    },
  ];
}

export function dataSteps({ data }: SharedClients): readonly Step[] {
  const where = [extension.publisher, extension.name, 'Default', 'Current', 'coll'] as const;
  const mine = [extension.publisher, extension.name, 'User', 'Me', '$settings'] as const;
  return [
    {
      what: 'a document made',
      call: () => data.createDocumentByName({ id: 'd1', v: 1 }, ...where),
      expected: { id: 'd1', v: 1, __etag: 1 },
    },
    { what: 'documents', call: () => data.getDocumentsByName(...where), expected: [{ id: 'd1' }] },
    {
      what: 'a document set',
      call: () => data.setDocumentByName({ id: 'd1', v: 2, __etag: -1 }, ...where),
      expected: { v: 2, __etag: 2 },
    },
    {
      what: 'a document changed',
      call: () => data.updateDocumentByName({ id: 'd1', v: 3, __etag: 2 }, ...where),
      expected: { v: 3, __etag: 3 },
    },
    {
      what: 'a document of the caller set',
      call: () => data.setDocumentByName({ id: 'key1', value: 'x', __etag: -1 }, ...mine),
      expected: { value: 'x' },
    },
    {
      what: 'a document of the caller',
      call: () => data.getDocumentByName(...mine, 'key1'),
      expected: { id: 'key1', value: 'x' },
    },
    {
      what: 'collections',
      call: () =>
        data.queryCollectionsByName(
          { collections: [{ collectionName: 'coll', scopeType: 'Default', scopeValue: 'Current' }] },
          extension.publisher,
          extension.name,
        ),
      expected: [{ collectionName: 'coll', documents: [{ id: 'd1' }] }],
    },
    {
      what: 'a document deleted',
      call: () => data.deleteDocumentByName(...where, 'd1'),
      expected: undefined,
    },
    {
      what: 'an installed extension',
      call: () => data.getInstalledExtensionByName(extension.publisher, extension.name),
      expected: { publisherId: extension.publisher, extensionId: extension.name },
    },
  ];
}

export function dashboardSteps({ dashboards }: SharedClients): readonly Step[] {
  const name = fresh('D');
  let dashboard = '';
  let widget = { id: '' };
  return [
    {
      what: 'dashboards of a project',
      call: () => dashboards.getDashboardsByProject({ project }),
      expected: having({ name: `${place.team} - Overview` }),
    },
    {
      what: 'a dashboard made',
      async call() {
        const made = await dashboards.createDashboard({ name } as never, place);
        dashboard = made.id ?? '';
        return made;
      },
      expected: { name },
    },
    {
      what: 'a dashboard',
      call: () => dashboards.getDashboard(place, dashboard),
      expected: { name, widgets: [] },
    },
    {
      what: 'a widget made',
      async call() {
        const sent = {
          name: 'W',
          position: { row: 1, column: 1 },
          size: { rowSpan: 1, columnSpan: 2 },
          contributionId: `${extension.publisher}.${extension.name}.counter`,
        };
        const made = await dashboards.createWidget(sent as never, place, dashboard);
        widget = { ...made, id: made.id ?? '' };
        return made;
      },
      expected: { name: 'W' },
    },
    {
      what: 'a widget changed',
      call: () =>
        dashboards.updateWidget(
          { ...widget, name: 'X', settings: '{}' } as never,
          place,
          dashboard,
          widget.id,
        ),
      expected: { name: 'X' },
    },
  ];
}
