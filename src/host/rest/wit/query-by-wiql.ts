/** https://learn.microsoft.com/rest/api/azure/devops/wit/wiql/query-by-wiql */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { sentText } from '../../kernel/sent';
import { queryFor, queryShape } from './wiql-answer';

export default endpoint({
  method: 'POST',
  route: '{project?}/{team?}/_apis/wit/wiql',
  spec: 'wit/7.2 Wiql_Query By Wiql',
  handle(call, world) {
    const text = sentText(call.body, 'query');
    if (text === undefined || text.trim() === '')
      throw problem(
        400,
        'VssPropertyValidationException',
        'You must pass a query in the body of the request.',
      );
    return ok(queryShape(queryFor(call, world, text), call, world));
  },
});
