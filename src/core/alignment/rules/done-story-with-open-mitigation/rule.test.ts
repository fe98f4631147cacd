import { aPicture, aStory, aTask } from '../../../../../tests/fixtures/alignment-picture';
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
import type { StateCategory } from '../../../../../src/core/model/state-category';
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
const given = (status: Status, category: StateCategory = 'Completed') =>
  aPicture({ models: [modelWith(status)], stories: [aStory(1, [], { category, state: 'Closed' })] });
const withTask = (category: StateCategory) =>
  aPicture({
    models: [modelWith({ kind: 'open' }, 6)],
    stories: [aStory(1, [], { category: 'Completed', state: 'Closed' })],
    tasks: [aTask(6, { category })],
  });
const findings = [
  {
    messageId: 'stillOpen',
    subject: { model: modelWith({ kind: 'open' }).info.id, mitigation: mitigationNumber(1), story: 1 },
  },
];

testRule(rule, {
  aligned: {
    'nobody decided yet': given({ kind: 'proposed' }),
    implemented: given({ kind: 'implemented' }),
    rejected: given({ kind: 'rejected', reason: 'Too dear' }),
    'the Task is done': withTask('Completed'),
    'the story goes on': given({ kind: 'approved' }, 'Resolved'),
  },
  misaligned: {
    approved: { given: given({ kind: 'approved' }), findings },
    planned: { given: given({ kind: 'planned' }), findings },
    'in progress': { given: given({ kind: 'in-progress' }), findings },
    'its Task is new': { given: withTask('Proposed'), findings },
    'its Task is resolved and not closed': { given: withTask('Resolved'), findings },
  },
});
