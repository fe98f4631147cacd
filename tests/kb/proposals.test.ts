/** The packages find their own for threats as people and other tools word them, and stays silent about the rest. */
import { proposeClause } from '../../src/core/clauses/propose-clause';
import { mint, threatId } from '../../src/core/model/ids';
import type { StrideCategory, Threat } from '../../src/core/model/threat';
import { proposeMitigations, proposeThreatClause } from '../../src/core/kb/propose-mitigations';
import { rankThreats } from '../../src/core/kb/rank-threats';
import { countingIds, exampleModel } from './example-model';
import { folders, packageIn } from './knowledge-folders';

/** As the pages load them: a title must find its own among the entries of all packages. */
const packages = folders.map(packageIn);

function threat(title: string, stride: readonly StrideCategory[] = [], description = ''): Threat {
  return {
    id: mint(threatId, countingIds()),
    origin: { kind: 'person' },
    title,
    description,
    stride: [...stride],
    place: { kind: 'model' },
    probability: { level: 'possible', basis: 'assumed' },
    impact: { level: 'major', basis: 'assumed' },
    status: { kind: 'open' },
  };
}

test.each<[string, StrideCategory[], string]>([
  ['SQL injection in the product search', ['tampering'], 'query-injection'],
  ['Cross-site scripting through reviews', ['tampering'], 'stored-script'],
  ['Leaked passwords are tried on the login', ['spoofing'], 'credential-stuffing'],
  ['A customer sees orders of another customer', ['information-disclosure'], 'other-customers-records'],
  ['Connection string in the repository', ['information-disclosure'], 'secrets-in-configuration'],
  ['Traffic is sniffed on the network', ['information-disclosure'], 'data-in-transit-read'],
  ['Customer denies having ordered', ['repudiation'], 'commitment-denied'],
  ['Search is flooded with slow requests', ['denial-of-service'], 'expensive-requests'],
  ['CSRF on the change of e-mail', [], 'request-forged-by-another-site'],
  ['Session cookie is stolen', ['spoofing'], 'session-stolen'],
  ['User gives himself the admin role', ['elevation-of-privilege'], 'privileged-function-called'],
  [
    'Link preview reaches the metadata service (SSRF)',
    ['information-disclosure'],
    'server-fetches-internal-address',
  ],
  ['Weakness in the catalog (CWE-89)', [], 'query-injection'],
  ['Ransomware encrypts the database and the backups', ['denial-of-service'], 'data-held-for-ransom'],
  ['Certificate of the shop expires', ['denial-of-service'], 'certificate-expired'],
  ['DDoS from a botnet floods the ticket shop', ['denial-of-service'], 'flood-from-many-addresses'],
  ['Request smuggling between proxy and service', ['tampering'], 'request-smuggled-past-the-proxy'],
  ['Secret key extracted from the mobile app', ['information-disclosure'], 'key-extracted-from-the-app'],
  ['Privileged process runs as root', [], 'break-out-of-a-service'],
  ['Webhook of a customer reaches our inside (SSRF)', [], 'callback-aimed-inside'],
  ['Mass assignment of the role field', ['tampering'], 'fields-written-beyond-the-form'],
  [
    'API returns more fields than the screen shows',
    ['information-disclosure'],
    'answer-holds-more-than-shown',
  ],
  ['JWT with another audience is accepted', ['spoofing'], 'token-for-something-else-accepted'],
  ['Deprecated version v1 still reachable', [], 'forgotten-version-still-answers'],
  ['GraphQL query with deep nesting', ['denial-of-service'], 'one-query-costs-a-million-rows'],
  ['Forged webhook of the payment provider', ['spoofing'], 'webhook-forged'],
  ['Scraping of the member directory', ['information-disclosure'], 'whole-collection-copied'],
  ['CORS reflects any origin', ['information-disclosure'], 'other-site-reads-answers'],
  ['Cross-site WebSocket hijacking', [], 'socket-opened-by-another-site'],
  ['Tokens in localStorage are read by a script', [], 'token-read-by-a-script'],
  ['Consent phishing with a look-alike OAuth app', ['spoofing'], 'client-registered-to-look-like-ours'],
  ['A retry makes a duplicate payment', [], 'repeated-call-acts-twice'],
  ['Dependency confusion with an internal package', [], 'internal-name-taken-outside'],
  ['Typosquatting of an npm package', ['tampering'], 'look-alike-package-added'],
  ['Outdated library with a known vulnerability', [], 'known-hole-in-component'],
  ['Pull request from a fork reads pipeline secrets', [], 'fork-build-reads-secrets'],
  ['Service connection has owner rights on the subscription', [], 'connection-reaches-too-far'],
  ['Secret committed to the git history', ['information-disclosure'], 'secret-stays-in-history'],
  ['Developer pushes directly to main without review', [], 'change-nobody-else-read'],
  ['No bill of materials (SBOM): components of a release are unknown', [], 'nobody-knows-where-it-runs'],
  ['Self-hosted agent is reused between jobs', [], 'agent-remembers-last-job'],
  ['Terraform state file contains secrets', ['information-disclosure'], 'state-file-read'],
  ['Code signing certificate is stolen', [], 'signing-key-in-the-pipeline'],
  ['Jailbreak of the chatbot system prompt', [], 'conversation-overrides-rules'],
  ['Indirect prompt injection through an email', [], 'document-gives-orders'],
  ['Agent has excessive permissions for its tools', [], 'agent-holds-too-many-tools'],
  ['Markdown image in an LLM answer leaks data', [], 'answer-draws-data-out'],
  ['RAG returns documents the user has no permission for', [], 'retrieval-shows-foreign-documents'],
  ['Poisoned training data gives the model a trigger', ['tampering'], 'training-data-poisoned'],
  ['Unsafe pickle model file is loaded', [], 'model-file-runs-code'],
  ['Model weights are exfiltrated', ['information-disclosure'], 'weights-copied'],
  ['Denial of wallet: tokens of the LLM run up costs', [], 'model-bill-driven-up'],
  ['Membership inference on training data', [], 'person-recognised-in-model'],
  ['MCP tool poisoning after an update of its description', [], 'tool-changes-its-description'],
  ['Automated decision without human oversight', [], 'decision-nobody-checks'],
])('%s', (title, stride, expected) => {
  expect(rankThreats(packages, threat(title, stride))[0]?.threat.id).toBe(expected);
});

test.each<[string, StrideCategory[]]>([
  ['The data center burns down', ['denial-of-service']],
  ['Generic tampering threat', ['tampering']],
  ['A courier loses the parcel', []],
  ['', ['spoofing']],
])('nothing is proposed for "%s"', (title, stride) => {
  expect(rankThreats(packages, threat(title, stride))).toEqual([]);
});

test('the rule counts: the same words weigh more where it holds and less where it does not', () => {
  const score = (building: string) => {
    const model = exampleModel({
      elements: [
        { name: 'Catalog', kind: 'process', properties: { 'Query building': building } },
        { name: 'Products', kind: 'store' },
      ],
      flows: [{ name: 'Search', source: 'Catalog', target: 'Products' }],
    });
    const [id] = model.flow.keys();
    if (!id) throw new Error('The example has a flow.');
    const placed: Threat = { ...threat('SQL injection'), place: { kind: 'flow', id } };
    return (
      rankThreats(packages, placed, model).find((each) => each.threat.id === 'query-injection')?.score ?? 0
    );
  };
  expect(score('Concatenated')).toBeGreaterThan(score(''));
  expect(score('')).toBeGreaterThan(score('Parameters'));
});

test('the strongest mitigation comes first, each once, and the clause comes from the template', () => {
  const given = threat('SQL injection in the product search', ['tampering']);
  const proposals = proposeMitigations(packages, exampleModel({ elements: [], flows: [] }), given);
  const ids = proposals.map(({ mitigation }) => mitigation.id);
  expect(ids[0]).toBe('parameterized-queries');
  expect(new Set(ids).size).toBe(ids.length);
  const template = proposeThreatClause(packages, given);
  const words = { title: given.title, stride: given.stride, placeName: 'Product search', template };
  expect(proposeClause(words)).toBe('what I type being run as a command on Product search');
});

test('a likeness that is not sure gives no words for a story', () => {
  const given = threat('Old orders leak from a copy', ['information-disclosure']);
  expect(proposeThreatClause(packages, given)).toBeUndefined();
});
