/** Which words of the contract checker about an exchange count, and which are explained in docs/local-azure-devops.md. */

const asksWithoutUrls = ({ headers }) => /excludeurls=true/i.test(headers.accept ?? '');
const choosesFields = ({ query, requestBody }) =>
  /[?&]fields=/i.test(query) || /"fields"\s*:/.test(requestBody ?? '');
const omitsErrors = ({ query, requestBody }) =>
  /[?&]errorPolicy=(omit|2)/i.test(query) || /"errorPolicy"\s*:\s*("omit"|2)/i.test(requestBody ?? '');

/** Where the original, or a client of Microsoft's, does not keep to what is published. */
const knownViolations = [
  // With the policy "omit" the original answers null in the place of an item that is not there.
  (exchange, { where, what }) =>
    where === 'response.body' && /^\/\d+ must be object$/.test(what) && omitsErrors(exchange),
  // The extension client asks with version 5.0, whose published description knows no $expand here.
  (exchange, { where, what }) =>
    where === 'query' &&
    what === 'unknown query parameter $expand' &&
    /api-version=5\.0/.test(exchange.headers.accept ?? ''),
  // Feature states are in the discovery tables and both clients call them; no published specification has them.
  (exchange, { where }) =>
    where === 'path' && /\/_apis\/FeatureManagement\/FeatureStates\//i.test(exchange.path),
  // A key of settings may hold slashes, which the description of the operation leaves out.
  (exchange, { where }) =>
    where === 'path' && /\/_apis\/Settings\/Entries\/[^/]+\/[^/]+\/./i.test(exchange.path),
];

/** Keys of genuine answers that are rightly absent from this one. */
const knownAbsences = [
  (exchange, path) => /\/(url|_links)$/.test(path) && asksWithoutUrls(exchange),
  (exchange, path) => /\/(_links|multilineFieldsFormat)$/.test(path) && choosesFields(exchange),
  // An item that was only checked was never saved: there is nothing to lead to.
  (exchange, path) => path === '/_links' && /[?&]validateOnly=true/i.test(exchange.query),
  // A work item without relations has no such key; every recorded one had some.
  (_, path) => path === '/relations' || path === '/*/relations',
  // Every recorded query was flat; one over links answers its links instead.
  (exchange, path) => path === '/workItems' && /"workItemRelations"/.test(exchange.responseBody ?? ''),
  // Only while the default iteration is the current one, as in every recorded answer.
  (exchange, path) =>
    path === '/defaultIterationMacro' && /"defaultIteration"/.test(exchange.requestBody ?? ''),
];

/** A test of a refusal breaks the contract on purpose: where the answer is an error, the answer alone counts. */
export function violationsOf(exchange, { violations }) {
  return violations
    .filter(({ where }) => exchange.status < 400 || where.startsWith('response'))
    .filter((one) => !knownViolations.some((isKnown) => isKnown(exchange, one)))
    .map(({ where, what, detail }) => `${where}: ${what}${detail === undefined ? '' : ` (${detail})`}`);
}

/** What every genuine answer carries and this one lacks without a reason. */
export function absencesOf(exchange, { notes }) {
  return notes
    .map(({ what }) => /^(\S+) is in every genuine answer/.exec(what)?.[1])
    .filter((path) => path !== undefined && !knownAbsences.some((isKnown) => isKnown(exchange, path)))
    .map((path) => `${path} is in every genuine answer and not here`);
}
