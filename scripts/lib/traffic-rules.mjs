/** Which words of the contract checker about an exchange count; what does not is explained, here and in the documentation. */

const asksWithoutUrls = ({ headers }) => /excludeurls=true/i.test(headers.accept ?? '');
const choosesFields = ({ query, requestBody }) =>
  /[?&]fields=/i.test(query) || /"fields"\s*:/.test(requestBody ?? '');
const omitsErrors = ({ query, requestBody }) =>
  /[?&]errorPolicy=(omit|2)/i.test(query) || /"errorPolicy"\s*:\s*("omit"|2)/i.test(requestBody ?? '');

/** Where the original, or a client of Microsoft's, does not keep to what is published. */
export const knownViolations = [
  {
    what: '`null` in a list of work items or nodes that was asked for with the policy `omit`',
    reason:
      'the original answers it in the place of what is not there or may not be read; the published description has objects alone',
    covers: (exchange, { where, what }) =>
      where === 'response.body' && /^\/\d+ must be object$/.test(what) && omitsErrors(exchange),
  },
  {
    what: '`$expand` when a work item is made with version 5.0',
    reason:
      'azure-devops-extension-api sends it so (its `createWorkItem` is pinned to 5.0-preview.3), and the published description of 5.0 has no such parameter; the answer is held against it all the same',
    covers: ({ method, headers }, { where, what }) =>
      method === 'POST' &&
      where === 'query' &&
      what === 'unknown query parameter $expand' &&
      /api-version=5\.0/.test(headers.accept ?? ''),
  },
  {
    what: 'feature states',
    reason:
      'both clients call `FeatureManagement/FeatureStates` and discovery lists it; no published specification has the area',
    covers: ({ path }, { where }) =>
      where === 'path' && /\/_apis\/FeatureManagement\/FeatureStates\//i.test(path),
  },
  {
    what: 'the body of a 405, and of a 400 for a parameter of an address that is no value of its type',
    reason:
      'the web framework of the original answers them, with a bare message and not in the envelope of Azure DevOps',
    covers: ({ status, responseBody }, { where }) =>
      where === 'response' &&
      (status === 405 || (status === 400 && /^\{"count":1,"value":\{"Message":/.test(responseBody ?? ''))),
  },
];

/** Keys of genuine answers that are rightly absent from this one. */
export const knownAbsences = [
  {
    what: '`url`, `_links`',
    reason: 'where the caller asks for `excludeUrls=true`',
    covers: (exchange, path) => /\/(url|_links)$/.test(path) && asksWithoutUrls(exchange),
  },
  {
    what: '`_links`, `multilineFieldsFormat` of a work item',
    reason: 'where the caller chose fields, as on the original; every recorded answer was a whole item',
    covers: (exchange, path) => /\/(_links|multilineFieldsFormat)$/.test(path) && choosesFields(exchange),
  },
  {
    what: '`_links` of a new work item that was only checked',
    reason: 'it was never saved: there is nothing to lead to',
    covers: (exchange, path) => path === '/_links' && /[?&]validateOnly=true/i.test(exchange.query),
  },
  {
    what: '`relations` of a work item',
    reason: 'where it has none; every recorded one had some',
    covers: (_, path) => path === '/relations' || path === '/*/relations',
  },
  {
    what: '`workItems` of a query over links',
    reason: 'it answers `workItemRelations`; every recorded query was flat',
    covers: (exchange, path) =>
      path === '/workItems' && /"workItemRelations"/.test(exchange.responseBody ?? ''),
  },
  {
    what: '`defaultIterationMacro` of team settings',
    reason: 'where the default iteration is not the current one, which it was in every recorded answer',
    covers: (exchange, path) =>
      path === '/defaultIterationMacro' && /"defaultIteration"/.test(exchange.requestBody ?? ''),
  },
];

/** A test of a refusal breaks the contract on purpose: where the answer is an error, the answer alone counts. */
export function violationsOf(exchange, { violations }) {
  return violations
    .filter(({ where }) => exchange.status < 400 || where.startsWith('response'))
    .filter((one) => !knownViolations.some(({ covers }) => covers(exchange, one)))
    .map(({ where, what, detail }) => `${where}: ${what}${detail === undefined ? '' : ` (${detail})`}`);
}

/** What every genuine answer carries and this one lacks without a reason. */
export function absencesOf(exchange, { notes }) {
  return notes
    .map(({ what }) => /^(\S+) is in every genuine answer/.exec(what)?.[1])
    .filter((path) => path !== undefined && !knownAbsences.some(({ covers }) => covers(exchange, path)))
    .map((path) => `${path} is in every genuine answer and not here`);
}
