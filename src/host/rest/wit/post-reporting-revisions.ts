/** https://learn.microsoft.com/rest/api/azure/devops/wit/reporting-work-item-revisions/read-reporting-revisions-post */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { requireObject, sent, sentFlag } from '../../kernel/sent';
import { revisionBatch } from './reporting';

/** The same as GET for lists that are too long for an address. */
export default endpoint({
  method: 'POST',
  route: '{project?}/_apis/wit/reporting/workItemRevisions',
  spec: 'wit/7.2 Reporting Work Item Revisions_Read Reporting Revisions Post',
  handle(call, world) {
    const body = requireObject(call.body);
    const texts = (name: string): readonly string[] | undefined => {
      const value = sent(body, name) ?? [];
      if (!Array.isArray(value))
        throw problem(400, 'VssPropertyValidationException', `The value of ${name} must be a list of texts.`);
      return value.length > 0 ? value.map(String) : undefined;
    };
    return ok(
      revisionBatch(call, world, {
        fields: texts('fields'),
        types: texts('types'),
        includeIdentityRef: sentFlag(body, 'includeIdentityRef'),
        includeDeleted: sentFlag(body, 'includeDeleted'),
        includeTagRef: sentFlag(body, 'includeTagRef'),
        includeLatestOnly: sentFlag(body, 'includeLatestOnly'),
        includeDiscussionChangesOnly: false,
        withLongText: call.query.member('ReportingRevisionsExpand', '$expand') === 'fields',
      }),
    );
  },
});
