/** Who may do what: six levels against the operations that ask for a right. */
import { outcome, OWNER_TOKEN, restCaller, testWorld, type TestCall } from '../testing/test-world';
import type { AccessLevel } from './types';

const LEVELS = [
  'owner',
  'projectAdministrator',
  'teamAdministrator',
  'contributor',
  'stakeholder',
  'reader',
] as const satisfies readonly AccessLevel[];

const V = '?api-version=7.2-preview';
const add = (field: string, value: unknown) => ({ op: 'add', path: `/fields/${field}`, value });
const items = '/Shop/_apis/wit/workItems';
const board = '/Shop/Shop%20Team/_apis/work/boards/Stories';
const documents =
  '/_apis/ExtensionManagement/InstalledExtensions/p/e/Data/Scopes/Default/Current/Collections/c/Documents';

function organisation(): (level: AccessLevel, call: TestCall) => string | number {
  const world = testWorld(
    [{ key: 'a', kind: 'requirement', title: 'Story', category: 'Proposed', tags: ['Known'] }],
    'agile',
    {
      users: LEVELS.map((level) => ({
        displayName: level,
        uniqueName: `${level}@shop.example`,
        role: level,
        level,
      })),
    },
  );
  const feature = { id: 'f', fullId: 'p.e.f', type: 'ms.vss-web.feature', targets: [] };
  const extensions = [{ publisherId: 'p', extensionId: 'e', contributions: [feature] }];
  const rest = restCaller({ ...world, extensions } as unknown as typeof world);
  return (level, call) =>
    outcome(
      rest({
        ...call,
        headers: {
          authorization: `Bearer ${OWNER_TOKEN}:${level.toLowerCase()}`,
          'content-type': Array.isArray(call.body) ? 'application/json-patch+json' : 'application/json',
        },
      }),
    );
}

/** A success, or the refusal in the original's words. */
const LETTERS: Readonly<Record<string, string>> = {
  '403 PermissionDeniedException': 'P',
  '403 AccessCheckException': 'A',
  '403 ClassificationNodeAccessException': 'N',
  '400 NoPermissionUpdateCardRulesException': 'C',
};
const letterOf = (result: string | number): string =>
  Number(result) < 300 ? '+' : (LETTERS[String(result)] ?? String(result));

/** Owner, administrator of the project, of the team, contributor, stakeholder, reader. */
test.each<[string, string, TestCall]>([
  ['reads a work item', '++++++', { path: `${items}/1${V}` }],
  [
    'runs a query',
    '++++++',
    {
      method: 'POST',
      path: `/Shop/_apis/wit/wiql${V}`,
      body: { query: 'SELECT [System.Id] FROM WorkItems' },
    },
  ],
  [
    'changes a work item',
    '+++++P',
    { method: 'PATCH', path: `${items}/1${V}`, body: [add('System.Title', 'Other')] },
  ],
  [
    'makes a work item',
    '+++++P',
    { method: 'POST', path: `${items}/$Task${V}`, body: [add('System.Title', 'T')] },
  ],
  [
    'only checks a work item',
    '+++++P',
    { method: 'POST', path: `${items}/$Task${V}&validateOnly=true`, body: [add('System.Title', 'T')] },
  ],
  [
    'uses a tag',
    '+++++P',
    {
      method: 'POST',
      path: `${items}/$Task${V}`,
      body: [add('System.Title', 'T'), add('System.Tags', 'Known')],
    },
  ],
  [
    'makes a tag',
    '++++PP',
    { method: 'PATCH', path: `${items}/1${V}`, body: [add('System.Tags', 'Known; New')] },
  ],
  [
    'changes a type',
    '++++PP',
    { method: 'PATCH', path: `${items}/1${V}`, body: [add('System.WorkItemType', 'Bug')] },
  ],
  [
    'bypasses rules',
    '++AAAP',
    { method: 'PATCH', path: `${items}/1${V}&bypassRules=true`, body: [add('System.Title', 'B')] },
  ],
  ['comments', '+++++P', { method: 'POST', path: `${items}/1/comments${V}`, body: { text: 'c' } }],
  ['deletes a work item', '++++PP', { method: 'DELETE', path: `${items}/1${V}` }],
  ['deletes a work item for good', '++PPPP', { method: 'DELETE', path: `${items}/1${V}&destroy=true` }],
  [
    'changes card rules',
    '+++CCC',
    { method: 'PATCH', path: `${board}/cardrulesettings${V}`, body: { rules: { fill: [] } } },
  ],
  [
    'changes team settings',
    '+++AAA',
    { method: 'PATCH', path: `/Shop/Shop%20Team/_apis/work/teamsettings${V}`, body: { bugsBehavior: 'off' } },
  ],
  [
    'makes an area',
    '++NNNN',
    { method: 'POST', path: `/Shop/_apis/wit/classificationNodes/areas${V}`, body: { name: 'New' } },
  ],
  [
    'makes a shared query',
    '++AAAA',
    {
      method: 'POST',
      path: `/Shop/_apis/wit/queries/Shared%20Queries${V}`,
      body: { name: 'Q', wiql: 'SELECT [System.Id] FROM WorkItems' },
    },
  ],
  [
    'makes a query of their own',
    '++++++',
    {
      method: 'POST',
      path: `/Shop/_apis/wit/queries/My%20Queries${V}`,
      body: { name: 'Q', wiql: 'SELECT [System.Id] FROM WorkItems' },
    },
  ],
  [
    'makes a dashboard',
    '++++AA',
    { method: 'POST', path: `/Shop/Shop%20Team/_apis/dashboard/dashboards${V}`, body: { name: 'D' } },
  ],
  ['writes a document', '++++++', { method: 'POST', path: `${documents}${V}`, body: { id: 'd' } }],
  [
    'switches a feature for everybody',
    '+AAAAA',
    { method: 'PATCH', path: `/_apis/FeatureManagement/FeatureStates/host/p.e.f${V}`, body: { state: 1 } },
  ],
  [
    'switches a feature for themselves',
    '++++++',
    { method: 'PATCH', path: `/_apis/FeatureManagement/FeatureStates/me/p.e.f${V}`, body: { state: 1 } },
  ],
  [
    'keeps a setting for everybody',
    '+AAAAA',
    { method: 'PATCH', path: `/_apis/Settings/Entries/host${V}`, body: { key: 1 } },
  ],
  [
    'keeps a setting of their own',
    '++++++',
    { method: 'PATCH', path: `/_apis/Settings/Entries/me${V}`, body: { key: 1 } },
  ],
  ['deletes a tag', '++++AA', { method: 'DELETE', path: `/Shop/_apis/wit/tags/Known${V}` }],
])('who %s: %s', (_, expected, call) => {
  expect(LEVELS.map((level) => letterOf(organisation()(level, call))).join('')).toBe(expected);
});
