import { aPicture, aStory } from '../../../../../tests/fixtures/alignment-picture';
import {
  aMitigation,
  aModel,
  aRealisation,
  aStoryLink,
  aThreat,
  aTreatment,
  mitigationNumber,
} from '../../../../../tests/fixtures/sample-model';
import type { Status } from '../../../../../src/core/model/mitigation';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const modelWith = (status: Status, task?: number) =>
  aModel({
    threats: [aThreat(1)],
    mitigations: [aMitigation(1, status)],
    treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
    realisations: task === undefined ? [] : [aRealisation(1, 1, task)],
    links: [aStoryLink(1, 1, 1)],
  });
const given = (status: Status, task?: number) =>
  aPicture({ models: [modelWith(status, task)], stories: [aStory(1)] });
const findings = [
  {
    messageId: 'noTask',
    subject: { model: modelWith({ kind: 'open' }).info.id, mitigation: mitigationNumber(1) },
  },
];

testRule(rule, {
  aligned: {
    'it has a Task': given({ kind: 'approved' }, 6),
    'nobody decided yet': given({ kind: 'proposed' }),
    'it is there already': given({ kind: 'existing' }),
    'its story is planned, which another rule tells': aPicture({
      models: [modelWith({ kind: 'approved' })],
      stories: [aStory(1, [], { iterationPath: 'Shop\\Sprint 2' })],
    }),
  },
  misaligned: {
    approved: { given: given({ kind: 'approved' }), findings },
    'in progress, where nobody sees it': { given: given({ kind: 'in-progress' }), findings },
  },
});
