import * as v from 'valibot';
import { aPicture, aTask } from '../../../../../tests/fixtures/alignment-picture';
import {
  aMitigation,
  aModel,
  aRealisation,
  mitigationNumber,
  threatNumber,
} from '../../../../../tests/fixtures/sample-model';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import type { SecurityEvent } from '../../../model/event';
import { eventId } from '../../../model/ids';
import type { Status } from '../../../model/mitigation';
import type { WorkItem } from '../../../sync/backlog-picture';
import rule from './rule';

const event = (change: Partial<SecurityEvent> = {}): SecurityEvent => ({
  id: v.parse(eventId, '000000ef-0000-4000-8000-000000000001'),
  origin: { kind: 'person' },
  threats: [threatNumber(1)],
  title: 'Sign-in failed',
  source: 'application',
  raisedWhen: 'Somebody gives a wrong password',
  logName: 'authn_login_fail',
  level: 'warning',
  severity: 'medium',
  fields: [],
  threshold: { kind: 'count', count: 5, window: 'PT5M', groupBy: [] },
  meaning: '',
  firstResponse: [],
  automaticResponse: [],
  attack: [],
  mitigation: mitigationNumber(1),
  choice: 'selected',
  ...change,
});
function given(options: {
  event?: Partial<SecurityEvent>;
  without?: 'mitigation';
  status?: Status;
  task?: Partial<WorkItem> | 'unseen';
}) {
  const { mitigation: _named, ...bare } = event(options.event);
  const one = options.without ? bare : event(options.event);
  const model = aModel({
    mitigations: [aMitigation(1, options.status ?? { kind: 'approved' })],
    realisations: options.task ? [aRealisation(1, 1, 9)] : [],
  });
  return aPicture({
    models: [{ ...model, event: new Map([[one.id, one]]) }],
    tasks: options.task && options.task !== 'unseen' ? [aTask(9, options.task)] : [],
  });
}
const found = (messageId: string) => [
  { messageId, subject: { model: aModel({}).info.id, event: event().id } },
];

testRule(rule, {
  aligned: {
    'a Task raises it': given({ task: {} }),
    'its Task may be hidden': given({ task: 'unseen' }),
    'it is raised already': given({ status: { kind: 'existing' } }),
    'the platform gives it': given({ event: { source: 'platform' } }),
    'nobody chose it yet': given({ event: { choice: 'proposed' } }),
  },
  misaligned: {
    'no mitigation': { given: given({ without: 'mitigation' }), findings: found('noMitigation') },
    'no Task': { given: given({}), findings: found('noTask') },
    'a removed Task': { given: given({ task: { category: 'Removed' } }), findings: found('noTask') },
    'ruled out': {
      given: given({ status: { kind: 'rejected', reason: 'x' } }),
      findings: found('ruledOut'),
    },
  },
});
