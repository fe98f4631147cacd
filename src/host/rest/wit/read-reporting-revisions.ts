/** https://learn.microsoft.com/rest/api/azure/devops/wit/reporting-work-item-revisions/read-reporting-revisions-get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { revisionBatch } from './reporting';

export default endpoint({
  method: 'GET',
  route: '{project?}/_apis/wit/reporting/workItemRevisions',
  spec: 'wit/7.2 Reporting Work Item Revisions_Read Reporting Revisions Get',
  handle(call, world) {
    const { query } = call;
    return ok(
      revisionBatch(call, world, {
        fields: query.parts('fields'),
        types: query.parts('types'),
        includeIdentityRef: query.flag('includeIdentityRef'),
        includeDeleted: query.flag('includeDeleted'),
        includeTagRef: query.flag('includeTagRef'),
        includeLatestOnly: query.flag('includeLatestOnly'),
        includeDiscussionChangesOnly: query.flag('includeDiscussionChangesOnly'),
        withLongText: query.member('ReportingRevisionsExpand', '$expand') === 'fields',
      }),
    );
  },
});
