/** The numbers that Microsoft's own client has for the same words. */
import * as core from 'azure-devops-node-api/interfaces/CoreInterfaces';
import * as dashboard from 'azure-devops-node-api/interfaces/DashboardInterfaces';
import * as extensions from 'azure-devops-node-api/interfaces/ExtensionManagementInterfaces';
import * as features from 'azure-devops-node-api/interfaces/FeatureManagementInterfaces';
import * as system from 'azure-devops-node-api/interfaces/common/System';
import * as vss from 'azure-devops-node-api/interfaces/common/VSSInterfaces';
import * as work from 'azure-devops-node-api/interfaces/WorkInterfaces';
import * as wit from 'azure-devops-node-api/interfaces/WorkItemTrackingInterfaces';
import { ENUMS } from './enums';

/** A name that several areas have belongs to the first of them: fields of boards have types of their own. */
const published: Readonly<Record<string, unknown>> = Object.assign(
  {},
  ...[system, vss, features, extensions, dashboard, core, work, wit],
);

/** Of no area that the client has. */
const unpublished = [
  'CommentExpandOptions.children',
  'ProjectState.deleting',
  'ProjectState.new',
  'ProjectState.wellFormed',
  'ProjectState.createPending',
  'ProjectState.all',
  'ProjectState.unchanged',
  'ProjectState.deleted',
];

function numberOf(name: string, member: string): unknown {
  const entries = Object.entries(Object(published[name]) as object);
  return entries.find(([one]) => one.toLowerCase() === member.toLowerCase())?.[1];
}

const members = Object.entries(ENUMS).flatMap(([name, of]) =>
  Object.entries(of).map(
    ([member, number]) => [`${name}.${member}`, number, numberOf(name, member)] as const,
  ),
);

test.each(members.filter(([name]) => !unpublished.includes(name)))('%s is %d', (_, ours, theirs) => {
  expect(ours).toBe(theirs);
});

test('what the client does not have is named here, and nothing else', () => {
  const unknown = members.filter(([, , theirs]) => theirs === undefined).map(([name]) => name);
  expect(unknown).toEqual(unpublished);
});
