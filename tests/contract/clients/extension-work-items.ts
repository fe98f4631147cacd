/** Work item tracking as azure-devops-extension-api calls it. */
import type { WorkItemTrackingRestClient } from 'azure-devops-extension-api/WorkItemTracking';
import { place, type Step } from './step';
import { witSteps, WIQL, type Made } from './wit-steps';

const { project, team } = place;

export function extensionWorkItemSteps(wit: WorkItemTrackingRestClient, made: Made): readonly Step[] {
  const soon = (): Date => new Date(Date.now() + 60_000);
  return witSteps(made, {
    create: (patch) =>
      wit.createWorkItem(patch as never, project, 'User Story', false, undefined, undefined, 4),
    queryIn: (scope) =>
      scope === 'organisation'
        ? wit.queryByWiql({ query: WIQL })
        : scope === 'team'
          ? wit.queryByWiql({ query: WIQL }, project, team)
          : wit.queryByWiql({ query: WIQL }, project, undefined, true, 50),
    queryById: (id) => wit.queryById(id, project),
    batch: (ids) =>
      wit.getWorkItemsBatch({ ids, fields: ['System.Id'], errorPolicy: 2, $expand: 0 } as never, project),
    get: (id) => wit.getWorkItem(id, project, undefined, undefined, 4),
    getAsOf: (id) => wit.getWorkItem(id, undefined, ['System.Id'], soon()),
    list: (ids) => wit.getWorkItems(ids, project, ['System.Id', 'System.Title'], undefined, undefined, 2),
    update: (id, patch) => wit.updateWorkItem(patch as never, id, project),
    updateAnywhere: (id, patch) => wit.updateWorkItem(patch as never, id),
    remove: (id) => wit.deleteWorkItem(id, project, false),
    deleted: () => wit.getDeletedWorkItemShallowReferences(project),
    restore: (id) => wit.restoreWorkItem({ isDeleted: false }, id, project),
    template: () => wit.getWorkItemTemplate(project, 'User Story'),
    revisions: (id) => wit.getRevisions(id, project, 10, 0, 4),
    revision: (id) => wit.getRevision(id, 2, project, 4),
    updates: (id) => wit.getUpdates(id, project, 10, 0),
    comments: (id) => wit.getComments(id, project, undefined, 20, 2),
    // What remains is called alike; only the names of the enums differ.
    client: wit as never,
  });
}
