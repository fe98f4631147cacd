import fc from 'fast-check';
import {
  alertsById,
  alertsByMatch,
  monitorAlert,
  sentinelIncident,
} from '../../../../tests/fixtures/alert-samples';
import { runs } from '../../../../tests/fixtures/runs';
import { watchedShop } from '../../../../tests/fixtures/watched-shop';
import { indexModel } from '../../model/model-index';
import { limits } from './alert';
import type { Alert } from './alert';
import { readAlerts } from './read-alerts';
import { resolveAlert, watchModel } from './resolve-alert';

const read = (text: string): readonly Alert[] => {
  const reading = readAlerts(text);
  if (reading.kind === 'refused') throw new Error(reading.reason);
  return reading.alerts;
};
const refusal = (text: string) => {
  const reading = readAlerts(text);
  return reading.kind === 'refused' ? reading.reason : undefined;
};
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('what is refused, with a sentence', () => {
  test.each([
    ['nothing', '  ', /Nothing was pasted/],
    ['words', 'Somebody attacks us', /not JSON/],
    ['a number', '7', /no alert that can be read/],
    ['an empty list', '[]', /no alert that can be read/],
    ['another JSON', '{"a": 1}', /no alert that can be read/],
    ['a list with something else in it', `[${monitorAlert({ rule: 'x' })}, 7]`, /no alert that can be read/],
    ['a SARIF log without results', '{"version":"2.1.0","runs":[{"results":[]}]}', /holds no results/],
    [
      'too deep',
      `{"schemaId":"azureMonitorCommonAlertSchema","data":${nested(limits.depth + 2)}}`,
      /larger or deeper/,
    ],
    [
      'deep enough for a stack',
      `{"schemaId":"azureMonitorCommonAlertSchema","data":${nested(200_000)}}`,
      /larger or deeper/,
    ],
    [
      'too many values',
      `{"schemaId":"azureMonitorCommonAlertSchema","data":[${'1,'.repeat(limits.values)}1]}`,
      /larger or deeper/,
    ],
    ['too long', `"${'x'.repeat(limits.characters)}"`, /larger or deeper/],
  ])('%s', (_name, text, reason) => {
    expect(refusal(text)).toMatch(reason);
  });
});

describe('what is read', () => {
  test('an alert of Azure Monitor, with its time and state', () => {
    const text = monitorAlert({ rule: 'CPU', description: 'High' });
    expect(read(text)).toMatchObject([{ source: 'azure-monitor', title: 'CPU', isFiring: true }]);
    expect(read(text)[0]?.fired).toMatch(/^2026-02-0\dT10:/);
    expect(read(text.replace('"Fired"', '"Resolved"'))).toMatchObject([{ isFiring: false }]);
  });

  test('an incident of Sentinel in both forms has one key', () => {
    const rest = sentinelIncident({ title: 'A' });
    const trigger = JSON.stringify({ objectSchemaType: 'Incident', object: JSON.parse(rest) });
    expect(read(trigger)[0]?.key).toBe(read(rest)[0]?.key);
  });

  test('a list, and lines of JSON', () => {
    const two = [sentinelIncident({ title: 'A' }), monitorAlert({ rule: 'B' })];
    expect(read(`[${two.join(',')}]`).map(({ title }) => title)).toEqual(['A', 'B']);
    expect(read(`\uFEFF${two.join('\n')}\n`).map(({ title }) => title)).toEqual(['A', 'B']);
  });

  test('of more than are taken at once it says how many are left', () => {
    const many = Array.from({ length: limits.alerts + 3 }, (_, n) => monitorAlert({ rule: `R${n}` }));
    const results = many.map((_, n) => ({ ruleId: `R${n}`, message: { text: 'MD5' } }));
    const log = JSON.stringify({ version: '2.1.0', runs: [{ results }] });
    for (const text of [`[${many.join(',')}]`, many.join('\n'), log]) {
      expect(read(text)).toHaveLength(limits.alerts);
      expect(readAlerts(text)).toMatchObject({ left: 3 });
    }
    expect(readAlerts(many[0] ?? '')).toMatchObject({ left: 0 });
  });

  test('each result of a SARIF log, with the words of its rule; suppressed ones are over', () => {
    const log = {
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { rules: [{ id: 'R1', shortDescription: { text: 'Weak hash' } }] } },
          results: [
            { ruleId: 'R1', ruleIndex: 0, message: { text: 'MD5' } },
            { ruleId: 'R1', message: { text: 'MD5' }, suppressions: [{ kind: 'inSource' }] },
            { ruleIndex: 99, message: { text: 'MD4' } },
          ],
        },
      ],
    };
    expect(read(JSON.stringify(log)).map(({ title, isFiring }) => [title, isFiring])).toEqual([
      ['Weak hash', true],
      ['Weak hash', false],
      ['', true],
    ]);
  });

  test('the words of a bug without its markup, and what it links to', () => {
    const text = JSON.stringify({
      id: 12,
      fields: {
        'System.WorkItemType': 'Bug',
        'System.Title': 'A',
        'System.Parent': 7,
        'Microsoft.VSTS.TCM.ReproSteps': '<div onclick="x">Open&nbsp;it</div>',
      },
      relations: [
        { url: 'https://x.example/_apis/wit/workItems/9' },
        { url: 'https://x.example/_apis/wit/workItems/x' },
      ],
    });
    expect(read(text)).toMatchObject([{ source: 'work-item', key: 'work-item:12', workItems: [12, 7, 9] }]);
    expect(read(text)[0]?.text).toMatch(/^Bug\n Open it $/m);
  });

  test.each([
    ['no date', '"yesterday"', undefined],
    ['far away', '"+275760-09-13T00:00:00.001Z"', undefined],
    ['with an offset', '"2026-02-01T12:00:00+02:00"', '2026-02-01T10:00:00.000Z'],
  ])('a time: %s', (_name, value, expected) => {
    const text = monitorAlert({ rule: 'x' }).replace(/"2026-02-0[^"]*"/, value);
    expect(read(text)[0]?.fired).toBe(expected);
  });

  test('every key is short, and that of a prototype is nothing', () => {
    const long = monitorAlert({ rule: 'x' }).replace(/3f2d4487[\w-]+/, 'y'.repeat(5000));
    expect(read(long)[0]?.key.length).toBeLessThan(230);
    expect(refusal('{"__proto__": {"schemaId": "azureMonitorCommonAlertSchema"}}')).toMatch(/no alert/);
  });
});

describe('hostile input', () => {
  const model = watchedShop();
  const watch = watchModel(model, indexModel(model));
  const samples = [...alertsById, ...alertsByMatch].map(({ text }) => text);

  test('never throws, whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(['alerts', 'refused']).toContain(readAlerts(text).kind);
      }),
      { numRuns: runs(200) },
    );
  });

  test('any value in the place of any other keeps it readable or refused, and the answer within the model', () => {
    const spoilt = fc
      .tuple(fc.constantFrom(...samples), fc.nat(400), fc.jsonValue({ maxDepth: 2 }))
      .map(([text, place, value]) => {
        let at = 0;
        return JSON.stringify(
          JSON.parse(text, (_key, before: unknown) => ((at += 1) === place ? value : before)),
        );
      });
    fc.assert(
      fc.property(spoilt, (text) => {
        const reading = readAlerts(text);
        if (reading.kind === 'refused') return;
        for (const alert of reading.alerts) {
          const resolution = resolveAlert(watch, alert);
          if (resolution.kind === 'nothing') continue;
          for (const { event, threats, score } of resolution.matches) {
            expect(event === undefined || model.event.get(event.id) === event).toBe(true);
            expect(threats.every((threat) => model.threat.get(threat.id) === threat)).toBe(true);
            expect(score).toBeGreaterThan(0);
            expect(score).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
