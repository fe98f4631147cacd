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
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const sprint = 'Shop\\Sprint 2';
const planned = aStory(1, ['a leak'], { iterationPath: sprint, category: 'InProgress' });
const modelWith = (status: Status, task: number | null = 6, place?: Status) =>
  aModel({
    threats: [aThreat(1)],
    mitigations: [aMitigation(1, status)],
    treatments: [aTreatment(1, { threat: 1, mitigation: 1, ...(place ? { status: place } : {}) })],
    realisations: task === null ? [] : [aRealisation(1, 1, task)],
    links: [aStoryLink(1, 1, 1)],
  });
const approved: Status = { kind: 'approved' };
const model = modelWith(approved);
const withTask = aModel({
  threats: [aThreat(1), aThreat(2)],
  mitigations: [aMitigation(1, approved)],
  treatments: [aTreatment(1, { threat: 1, mitigation: 1 }), aTreatment(2, { threat: 2, mitigation: 1 })],
  realisations: [aRealisation(1, 1, 6)],
  links: [aStoryLink(1, 1, 1), aStoryLink(2, 2, 1), aStoryLink(3, 2, 1)],
});
const split = {
  ...withTask,
  realisation: new Map(
    [...withTask.realisation].map(([id, each]) => [
      id,
      { ...each, covers: [...withTask.treatment.keys()].slice(0, 1) },
    ]),
  ),
};
const at = (messageId: string, task?: number) => ({
  messageId,
  subject: {
    model: model.info.id,
    mitigation: mitigationNumber(1),
    story: 1,
    ...(task === undefined ? {} : { task }),
  },
});
const sprintOf = (name: string) => ({
  id: name,
  name,
  path: `Shop\\${name}`,
  start: undefined,
  finish: undefined,
});
const given = (status: Status, place?: Status) =>
  aPicture({ models: [modelWith(status, null, place)], stories: [planned] });

const twice = {
  ...model,
  realisation: new Map([aRealisation(1, 1, 6), aRealisation(2, 1, 7)].map((each) => [each.id, each])),
};

testRule(rule, {
  aligned: {
    'its first Task was removed, and the second one is in the sprint': aPicture({
      models: [twice],
      stories: [planned],
      tasks: [aTask(6, { category: 'Removed' }), aTask(7, { iterationPath: sprint })],
    }),
    'the Task is in the sprint': aPicture({
      models: [model],
      stories: [planned],
      tasks: [aTask(6, { iterationPath: sprint })],
    }),
    'the Task is in a part of the iteration of the story': aPicture({
      models: [model],
      stories: [planned],
      tasks: [aTask(6, { iterationPath: `${sprint}\\Week 1` })],
    }),
    'the Task is done, wherever it was': aPicture({
      models: [model],
      stories: [planned],
      tasks: [aTask(6, { category: 'Completed', iterationPath: 'Shop\\Sprint 1' })],
    }),
    'the story is on the backlog': aPicture({ models: [model], stories: [aStory(1)] }),
    'the story is done': aPicture({
      models: [model],
      stories: [aStory(1, [], { iterationPath: sprint, category: 'Completed' })],
    }),
    'another sprint is looked at': aPicture({
      models: [model],
      stories: [planned],
      sprint: sprintOf('Sprint 20'),
    }),
    'it exists': given({ kind: 'existing' }),
    'it is implemented': given({ kind: 'implemented' }),
    'it was rejected': given({ kind: 'rejected', reason: 'Too dear' }),
    'it does not apply': given({ kind: 'not-applicable', reason: 'No cards' }),
    'it was rejected at this place': given(approved, { kind: 'rejected', reason: 'Not here' }),
  },
  misaligned: {
    'the Task is in another sprint': {
      given: aPicture({
        models: [model],
        stories: [planned],
        tasks: [aTask(6, { iterationPath: 'Shop\\Sprint 20' })],
        sprint: sprintOf('Sprint 2'),
      }),
      findings: [at('otherIteration', 6)],
    },
    'the Task is on the backlog': {
      given: aPicture({ models: [model], stories: [planned], tasks: [aTask(6)] }),
      findings: [at('otherIteration', 6)],
    },
    'no Task, and nobody decided yet': { given: given({ kind: 'open' }), findings: [at('noTask')] },
    'the Task was removed': {
      given: aPicture({
        models: [model],
        stories: [planned],
        tasks: [aTask(6, { category: 'Removed', iterationPath: sprint })],
      }),
      findings: [at('noTask')],
    },
    'the Task cannot be seen': {
      given: aPicture({ models: [model], stories: [planned] }),
      findings: [at('taskUnseen', 6)],
    },
    'two threats, three links, one finding': {
      given: aPicture({ models: [withTask], stories: [planned], tasks: [aTask(6)] }),
      findings: [at('otherIteration', 6)],
    },
    'the Task in the sprint covers only one of the two threats': {
      given: aPicture({
        models: [split],
        stories: [planned],
        tasks: [aTask(6, { iterationPath: sprint })],
      }),
      findings: [at('noTask')],
    },
  },
});
