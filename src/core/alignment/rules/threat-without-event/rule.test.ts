import * as v from 'valibot';
import { aPicture } from '../../../../../tests/fixtures/alignment-picture';
import { aModel, aThreat, countingIds, threatNumber } from '../../../../../tests/fixtures/sample-model';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import { applyEdit } from '../../../model/edit';
import { waiveEvent } from '../../../model/edits/events';
import { event } from '../../../model/event';
import type { Model } from '../../../model/model';
import type { Threat } from '../../../model/threat';
import rule from './rule';

const anEvent = (n: number, threats: readonly number[], choice = 'selected') =>
  v.parse(event, {
    id: `0000000e-0000-4000-8000-00000000000${n}`,
    origin: { kind: 'person' },
    threats: threats.map(threatNumber),
    title: 'Refused',
    source: 'application',
    raisedWhen: '',
    logName: 'authz_fail',
    level: 'warning',
    severity: 'low',
    fields: [],
    threshold: { kind: 'each' },
    meaning: '',
    firstResponse: [],
    automaticResponse: [],
    attack: [],
    choice,
  });
const given = (threats: readonly Threat[], events: readonly ReturnType<typeof anEvent>[]): Model => ({
  ...aModel({ threats }),
  event: new Map(events.map((each) => [each.id, each])),
});
const low = aThreat(3, { probability_: 'rare', impact_: 'minor' });
const ruledOut = aThreat(1, { status: { kind: 'not-applicable', justification: 'No backups' } });
const blind = given([aThreat(1), aThreat(2)], [anEvent(1, [1])]);
const waiver = (model: Model) =>
  waiveEvent(
    model,
    { threat: threatNumber(2), by: 'Sam', reason: 'The bank watches.', at: '2026-01-01T00:00:00.000Z' },
    countingIds(),
  );
const waived = applyEdit(blind, waiver(blind));
const byRule = (n: number) =>
  aThreat(n, {
    origin: { kind: 'rule', package: 'p', version: '1.0.0', entry: 't', hash: '', key: `${n}`, written: {} },
  });
const unbegun = given([1, 2, 3, 4, 5].map(byRule), []);
const alone = given([byRule(2)], []);
const waivedAlone = applyEdit(alone, waiver(alone));
const at = (model: Model, n: number) => ({
  messageId: 'blind',
  subject: { model: model.info.id, threat: threatNumber(n) },
});
const proposedOnly = given([aThreat(1)], [anEvent(1, [1], 'proposed')]);

testRule(rule, {
  aligned: {
    'every high threat has a selected event': aPicture({
      models: [given([aThreat(1), low], [anEvent(1, [1])])],
    }),
    'it does not apply': aPicture({ models: [given([ruledOut], [anEvent(1, [])])] }),
    'waived by name with a reason': aPicture({ models: [waived] }),
    'nobody has begun with events, nor with a knowledge base': aPicture({
      models: [given([aThreat(1)], [])],
    }),
    'nobody has begun with events, and nothing is grave': aPicture({ models: [given([low], [])] }),
    'nobody has begun with events, and all is waived': aPicture({ models: [waivedAlone] }),
  },
  misaligned: {
    'one of two': { given: aPicture({ models: [blind] }), findings: [at(blind, 2)] },
    'nobody has begun with events: one finding for all': {
      given: aPicture({ models: [unbegun] }),
      findings: [{ messageId: 'none', subject: { model: unbegun.info.id } }],
    },
    'only proposed': { given: aPicture({ models: [proposedOnly] }), findings: [at(proposedOnly, 1)] },
    'declined does not count': {
      given: aPicture({ models: [given([aThreat(1)], [anEvent(1, [1], 'declined')])] }),
      findings: [at(proposedOnly, 1)],
    },
  },
});

test('names a few of them, and says how many more there are', () => {
  const [report] = rule.check(aPicture({ models: [unbegun] }));
  expect(report?.words['threats']).toMatch(/^(“[^”]+”, ){2}“[^”]+” and 2 more$/);
});
