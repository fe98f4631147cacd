/** The address of a work item query that lists exactly the given items, so that a list opens where it can be worked on. */

/** Browsers and the proxies between them are only sure of about 2,000 characters. */
const longestUrl = 2000;
const columns = ['Id', 'WorkItemType', 'Title', 'State', 'IterationPath', 'AssignedTo'];

export interface QueryAddress {
  readonly url: string;
  /** How many of the items the address lists: the first ones. */
  readonly listed: number;
  /** How many there are, each counted once. */
  readonly total: number;
}

function address(projectUrl: string, ids: readonly number[]): string {
  const select = columns.map((column) => `[System.${column}]`).join(',');
  // Work items count from 1: a query for none has to be one that is valid and finds nothing.
  const list = ids.length === 0 ? '0' : ids.join(',');
  const wiql = `SELECT ${select} FROM WorkItems WHERE [System.Id] IN (${list}) ORDER BY [System.Id]`;
  // A comma may stand in a query as it is; encoded, it would take three characters for each item.
  return `${projectUrl}/_queries/query/?wiql=${encodeURIComponent(wiql).replace(/%2C/g, ',')}`;
}

/**
 * `projectUrl` is the page address of the project (a slash at the end does no harm). Ids that are no positive whole
 * numbers are left out: they go into a query. A list too long for an address is cut; `listed` says where.
 */
export function queryUrl(projectUrl: string, ids: readonly number[]): QueryAddress {
  const root = projectUrl.replace(/\/+$/, '');
  const wanted = [...new Set(ids)].filter((id) => Number.isSafeInteger(id) && id > 0);
  let room = longestUrl - address(root, []).length;
  let listed = 0;
  for (const id of wanted) {
    room -= String(id).length + 1;
    if (room < 0) break;
    listed += 1;
  }
  return { url: address(root, wanted.slice(0, listed)), listed, total: wanted.length };
}
