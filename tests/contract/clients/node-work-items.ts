/** Work item tracking as azure-devops-node-api calls it. */
import type { IWorkItemTrackingApi } from 'azure-devops-node-api/WorkItemTrackingApi';
import { having, place, type Step } from './step';
import { replaceTitle, witSteps, WIQL, type Made } from './wit-steps';

const { project } = place;

export function nodeWorkItemSteps(wit: IWorkItemTrackingApi, made: Made): readonly Step[] {
  const team = { project, team: place.team };
  const soon = (): Date => new Date(Date.now() + 60_000);
  return [
    ...witSteps(made, {
      create: (patch) =>
        wit.createWorkItem(null, patch as never, project, 'User Story', false, undefined, undefined, 4),
      queryIn: (scope) =>
        scope === 'organisation'
          ? wit.queryByWiql({ query: WIQL })
          : scope === 'team'
            ? wit.queryByWiql({ query: WIQL }, team)
            : wit.queryByWiql({ query: WIQL }, { project }, true, 50),
      queryById: (id) => wit.queryById(id, { project }),
      batch: (ids) =>
        wit.getWorkItemsBatch({ ids, fields: ['System.Id'], errorPolicy: 2, $expand: 0 } as never, project),
      get: (id) => wit.getWorkItem(id, undefined, undefined, 4, project),
      getAsOf: (id) => wit.getWorkItem(id, ['System.Id'], soon()),
      list: (ids) => wit.getWorkItems(ids, ['System.Id', 'System.Title'], undefined, undefined, 2, project),
      update: (id, patch) => wit.updateWorkItem(null, patch as never, id, project),
      updateAnywhere: (id, patch) => wit.updateWorkItem(null, patch as never, id),
      remove: (id) => wit.deleteWorkItem(id, project, false),
      deleted: () => wit.getDeletedWorkItemShallowReferences(project),
      restore: (id) => wit.restoreWorkItem({ isDeleted: false }, id, project),
      template: () => wit.getWorkItemTemplate(project, 'User Story'),
      revisions: (id) => wit.getRevisions(id, 10, 0, 4, project),
      revision: (id) => wit.getRevision(id, 2, 4, project),
      updates: (id) => wit.getUpdates(id, 10, 0, project),
      comments: (id) => wit.getComments(project, id, 20, undefined, false, undefined, 2),
      client: wit as never,
    }),
    {
      what: 'a comment made',
      async call() {
        const one = await wit.addComment({ text: 'hi' }, project, made.story);
        made.comment = one.id ?? 0;
        return one;
      },
      expected: { text: 'hi', version: 1 },
    },
    {
      what: 'a comment changed',
      call: () => wit.updateComment({ text: 'hi2' }, project, made.story, made.comment),
      expected: { text: 'hi2', version: 2 },
    },
    {
      what: 'a comment deleted',
      call: () => wit.deleteComment(project, made.story, made.comment),
      expected: undefined,
    },
    { what: 'tags', call: () => wit.getTags(project), expected: having({ name: 'client-tag' }) },
    { what: 'a tag deleted', call: () => wit.deleteTag(project, 'client-tag'), expected: undefined },
    {
      what: 'a save after somebody else',
      call: () =>
        wit
          .updateWorkItem(
            null,
            [{ op: 'test', path: '/rev', value: 1 }, ...replaceTitle('y')] as never,
            made.story,
          )
          .catch((error: { statusCode: number }) => error),
      expected: { statusCode: 412 },
    },
    {
      what: 'what a save would do',
      call: () => wit.updateWorkItem(null, replaceTitle('z') as never, made.story, project, true),
      expected: { fields: { 'System.Title': 'z' } },
    },
  ];
}
