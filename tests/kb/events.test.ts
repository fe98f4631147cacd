/** The events of the packages: enough of them, known by their public names, and each one fit for a log and an alert. */
import * as v from 'valibot';
import { event as eventSchema } from '../../src/core/model/event';
import { kustoErrors } from '../fixtures/kusto';
import { examplesOfEvents } from './events-in-model';
import { auditActions, columnsOf } from './azure-tables';
import { folders, packageIn } from './knowledge-folders';
import { kqlOf } from '../../src/core/operate/kql';
import { sigmaOf } from '../../src/core/operate/sigma';
import { techniquesOf } from '../../src/core/operate/tactics';

const packages = folders.map(packageIn);
const events = packages.flatMap((each) => each.events);

/** The names of the OWASP Logging Vocabulary. */
const vocabulary = `authn_login_success authn_login_successafterfail authn_login_fail authn_login_fail_max
authn_login_lock authn_password_change authn_password_change_fail authn_impossible_travel authn_token_created
authn_token_revoked authn_token_reuse authn_token_delete authz_fail authz_change authz_admin crypt_decrypt_fail
crypt_encrypt_fail excess_rate_limit_exceeded upload_complete upload_stored upload_validation upload_delete
input_validation_fail input_validation_discrete_fail malicious_excess_404 malicious_extraneous malicious_attack_tool
malicious_cors malicious_direct_reference mcp_prompt_injection mcp_resource_exhaustion mcp_tool_poisoning privilege_permissions_changed sensitive_create sensitive_read
sensitive_update sensitive_delete sequence_fail session_created session_renewed session_expired
session_use_after_expire sys_startup sys_shutdown sys_restart sys_crash sys_monitor_disabled sys_monitor_enabled
user_created user_updated user_archived user_deleted`.split(/\s+/);

/** Detection points of AppSensor: how many there are of each kind. */
const points = { RE: 8, AE: 13, SE: 6, ACE: 4, IE: 7, EE: 2, CIE: 4, FIO: 2, HT: 3, UT: 4, STE: 3, RP: 4 };

test('there is enough, of both sources', () => {
  expect(events.length).toBeGreaterThanOrEqual(100);
  const of = (source: string) => events.filter((each) => each.source === source).length;
  expect(of('application')).toBeGreaterThanOrEqual(80);
  expect(of('platform')).toBeGreaterThanOrEqual(20);
});

test('every name of the logging vocabulary has an event that is logged under it', () => {
  const known = new Set(events.flatMap(({ maps, logName }) => (maps.vocabulary === logName ? logName : [])));
  expect(vocabulary.filter((name) => !known.has(name))).toEqual([]);
});

test('no event says that it has a name of the vocabulary which is not in it', () => {
  const said = events.flatMap(({ maps }) => maps.vocabulary ?? []);
  expect(said.filter((name) => !vocabulary.includes(name))).toEqual([]);
});

test('every detection point has an event, and no other is named', () => {
  const all = Object.entries(points).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, at) => `${kind}${at + 1}`),
  );
  const named = new Set(events.flatMap(({ maps }) => maps.appsensor));
  expect([...named].sort()).toEqual([...all].sort());
});

test('every kind of threshold is used, and about a fifth to a third of the events are TOP', () => {
  expect([...new Set(events.map(({ threshold }) => threshold.kind))].sort()).toEqual(
    ['count', 'distinct', 'each', 'sequence'], // prettier-ignore
  );
  const share = events.filter(({ top }) => top).length / events.length;
  expect(share).toBeGreaterThan(0.1);
  expect(share).toBeLessThan(0.34);
});

test('every technique has the tactic under which Microsoft Sentinel lists it', () => {
  const named = [...new Set(packages.flatMap((each) => each.events.flatMap(({ maps }) => maps.attack)))];
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((id) => techniquesOf([id]).tactics.length === 0)).toEqual([]);
});

describe.each(events.map((event) => [event.id, event] as const))('%s', (_, event) => {
  test('says when, what it means and what to do first', () => {
    expect(event.raisedWhen.split(/\s+/).length).toBeGreaterThanOrEqual(6);
    expect(event.meaning.split(/\s+/).length).toBeGreaterThanOrEqual(4);
    expect(event.firstResponse.length).toBeGreaterThanOrEqual(1);
    expect(event.name).not.toBe(event.raisedWhen);
  });

  test('counts by fields that it has', () => {
    const names = new Set(event.fields.map(({ name }) => name));
    const { threshold } = event;
    const needed = threshold.kind === 'each' ? [] : [...threshold.groupBy];
    if (threshold.kind === 'distinct') needed.push(threshold.field);
    expect(needed.filter((name) => !names.has(name))).toEqual([]);
    expect(names.size).toBe(event.fields.length);
    expect(names.size).toBeGreaterThan(0);
  });

  test('marks what must not be read by everybody', () => {
    const delicate = /^(userName|sample|password|secret|token|value|iban)|Hash$/i;
    const harmless = /^(tokenId|tokens|samples|configHash|hashBefore|hashNow|argumentsHash|valueId)$/;
    const open = event.fields.filter(
      ({ name, sensitive }) => delicate.test(name) && !harmless.test(name) && !sensitive,
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  test('names a table and its rows if the platform raises it', () => {
    expect(event.table !== undefined && event.selection.length > 0).toBe(event.source === 'platform');
  });
});

describe('what a platform raises is looked for where the platform writes it', () => {
  const platform = events.filter(({ source }) => source === 'platform');

  test.each(platform.map((event) => [event.id, event] as const))(
    '%s',
    (_, { table = '', fields, selection, threshold }) => {
      const columns = columnsOf.get(table) ?? new Set<string>();
      const grouped = threshold.kind === 'each' ? [] : threshold.groupBy;
      const named = [...fields.map(({ name }) => name), ...selection.map(({ field }) => field), ...grouped];
      expect(named.filter((name) => !columns.has(name))).toEqual([]);
      // An address with a port is no address that an analyst can look up, and each connection has another.
      if (table === 'StorageBlobLogs') {
        expect(grouped).not.toContain('CallerIpAddress');
        expect(fields.find(({ name }) => name === 'CallerIpAddress')?.entity).toBeUndefined();
      }
      if (table !== 'AzureDevOpsAuditing') return;
      const actions = selection
        .filter(({ field }) => field === 'OperationName')
        .flatMap(({ values }) => values);
      expect(actions.length).toBeGreaterThan(0);
      expect(actions.filter((action) => !auditActions.has(action))).toEqual([]);
    },
  );
});

test('each becomes a query and a rule that name what they look for', () => {
  const model = examplesOfEvents(packages);
  expect(model.event.size).toBe(events.length);
  for (const event of model.event.values()) {
    expect(v.safeParse(eventSchema, event).issues).toBeUndefined();
    const query = kqlOf(model, event);
    expect(kustoErrors(query)).toEqual([]);
    expect(query).toContain(event.source === 'platform' ? event.table : event.logName);
    for (const { field, values } of event.selection ?? []) {
      expect(query).toContain(field);
      for (const value of values) expect(query).toContain(value);
    }
    expect(sigmaOf(model, event, 'https://dev.example/hub').length).toBeGreaterThan(0);
  }
});

const threats = packages.flatMap((each) => each.threats);

test('nearly every threat is noticed by an event, every TOP one surely', () => {
  const blind = threats.filter((threat) => threat.events.length === 0);
  expect(blind.filter(({ top }) => top).map(({ id }) => id)).toEqual([]);
  expect(blind.length / threats.length).toBeLessThan(0.05);
});

/**
 * Detective mitigations without an event of a running system, by what they do instead. Whoever adds one decides: it
 * raises an event, or it stands here.
 */
const withoutEvents: Readonly<Record<string, string>> = {
  'tests of the build': `planted-question-test extraction-tests attack-suite-in-the-build trusted-share-test
    two-person-memory-test back-door-search pipeline-linter spelling-tests origin-tests-in-the-build
    forged-token-suite walk-the-graph-test extra-field-tests two-customer-tests`,
  'people who read': `planted-cases-for-reviewers error-by-group memory-shown-to-its-owner sampled-live-review
    plan-shown-to-reviewers new-name-alert app-permission-review access-review-each-quarter`,
  'lists of what there is': `inventory-from-runtime token-inventory inventory-from-traffic dangling-dns-sweep
    outside-exposure-scan`,
  'records to look into afterwards': `trace-of-every-step marked-model signatures-logged trace-id-across-systems
    keep-messages-as-received change-history-in-the-database`,
  'a product that has alerts of its own': 'defender-alerts-to-people',
};

test('a mitigation that detects names what it raises, unless it is known to work otherwise', () => {
  const detective = packages
    .flatMap(({ mitigations }) => mitigations)
    .filter(({ controlType }) => controlType === 'detective');
  const silent = detective.filter((each) => each.events.length === 0).map(({ id }) => id);
  const known = Object.values(withoutEvents).flatMap((ids) => ids.trim().split(/\s+/));
  expect([...silent].sort()).toEqual([...known].sort());
  expect(detective.length - silent.length).toBeGreaterThan(45);
});

test('most events are wanted by a threat or mitigation', () => {
  const wanted = new Set(
    packages.flatMap((known) => [...known.threats, ...known.mitigations]).flatMap((each) => each.events),
  );
  expect(events.filter((event) => wanted.has(event)).length).toBeGreaterThanOrEqual(100);
});
