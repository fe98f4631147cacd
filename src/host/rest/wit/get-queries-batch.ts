/** https://learn.microsoft.com/rest/api/azure/devops/wit/queries/get-queries-batch */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { readEnum } from '../../kernel/enums';
import { problem } from '../../kernel/problem';
import { requireObject, sent, sentList } from '../../kernel/sent';
import { findQuery } from '../../queries/queries';
import { lookerOf, queryItemShape, requireQuery, type QueryView } from './query-shape';

const MOST_IDS = 1000;

export default endpoint({
  method: 'POST',
  route: '{project}/_apis/wit/queriesBatch',
  spec: 'wit/7.2 Queries_Get Queries Batch',
  handle(call, world) {
    const body = requireObject(call.body);
    const ids = sentList(body, 'ids').map(String);
    if (ids.length === 0 || ids.length > MOST_IDS)
      throw problem(
        400,
        'VssPropertyValidationException',
        `The ids of 1 to ${MOST_IDS} queries must be given.`,
      );
    const [expand, policy] = [sent(body, '$expand') ?? undefined, sent(body, 'errorPolicy') ?? undefined];
    const view: QueryView = {
      call,
      world,
      expand: expand === undefined ? 'none' : readEnum('QueryExpand', expand),
      deleted: 'excluded',
    };
    const isLenient = policy !== undefined && readEnum('QueryErrorPolicy', policy) === 'omit';
    const found = ids.flatMap((id) => {
      if (isLenient) return findQuery(world.store, lookerOf(call), id, 'excluded') ?? [];
      return requireQuery(world.store, call, id);
    });
    return list(found.map((item) => queryItemShape(item, view, 0)));
  },
});
