import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { countingIds, threatNumber } from '../../../tests/fixtures/sample-model';
import { eventNumber, watchedShop } from '../../../tests/fixtures/watched-shop';
import { saveIncident } from '../model/edits/incidents';
import type { Model } from '../model/model';
import { lessonProposal } from './lesson';

function knowledgeSchema() {
  try {
    const text = readFileSync(join(__dirname, '../../../../shared/reference/kb-schema.json'), 'utf8');
    return new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(text) as object);
  } catch {
    return undefined;
  }
}
const schema = knowledgeSchema();
if (!schema)
  console.log('Lessons are not checked against the knowledge schema: ../shared/reference is absent.');

const shop = watchedShop();
const fourth = shop.threat.get(threatNumber(4));
const origin = {
  kind: 'rule',
  package: 'without.web',
  version: '1.0.0',
  entry: 'idor',
  hash: '0',
  key: 'k',
  written: {},
} as const;
const model: Model = {
  ...shop,
  threat: new Map([
    ...shop.threat,
    ...(fourth ? [[fourth.id, { ...fourth, origin: { ...origin } }] as const] : []),
  ]),
};
const incident = (lesson?: string) =>
  saveIncident(
    model,
    {
      title: 'Orders were counted up "" \n',
      at: '2026-02-01T10:00:00.000Z',
      source: 'sentinel',
      alert: 'sentinel:17',
      events: [eventNumber(4), eventNumber(2)],
      threats: [threatNumber(4), threatNumber(1)],
      workItems: [],
      found: 'The route for invoices does not ask.',
      ...(lesson === undefined ? {} : { lesson }),
    },
    countingIds(0xabcdef),
  ).saved;

test('without a lesson there is nothing to propose', () => {
  expect(lessonProposal(model, incident())).toBeUndefined();
});

test('a lesson becomes an overlay that the schema takes: the mitigation, its links, the events by hand', () => {
  const proposal = lessonProposal(model, incident('Ask for the owner in one place. Not in each route.'));
  const value = JSON.parse(proposal?.content ?? '{}') as {
    ops: readonly object[];
    targets: readonly object[];
  };
  expect(value.targets).toEqual([{ id: 'without.web', range: '*' }]);
  expect(value.ops).toMatchObject([
    { op: 'add', type: 'mitigation', value: { name: 'Ask for the owner in one place.' } },
    { op: 'link', threat: 'without.web:idor' },
    { op: 'add', type: 'event', value: { id: 'authz-fail' } },
    { op: 'add', type: 'event', value: { threshold: { kind: 'distinct', distinctField: 'user' } } },
  ]);
  if (schema) expect([schema(value), schema.errors]).toEqual([true, null]);
});

test('whatever a person writes stays a text', () => {
  const proposal = lessonProposal(model, incident('"}]} \n </script> \u2028 ${x}'));
  const value = JSON.parse(proposal?.content ?? '{}') as {
    ops: readonly { value: { description: string } }[];
  };
  expect(value.ops[0]?.value.description).toContain('</script>');
});
