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
import { testRule } from '../../../../../tests/fixtures/test-rule';
import type { StateCategory } from '../../../model/state-category';
import rule from './rule';

const sprint = (n: number) => ({
  id: `${n}`,
  name: `Sprint ${n}`,
  path: `Shop\\Sprint ${n}`,
  start: `2026-01-${n}1T00:00:00Z`,
  finish: `2026-01-${n}8T00:00:00Z`,
});
const model = aModel({
  threats: [aThreat(1)],
  mitigations: [aMitigation(1, { kind: 'approved' })],
  treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
  realisations: [aRealisation(1, 1, 9)],
  links: [aStoryLink(1, 1, 1)],
});
const given = (change: { story: string; task: string; category?: StateCategory; dates?: 'none' }) => {
  const category = change.category ?? 'Proposed';
  return {
    ...aPicture({
      models: [model],
      stories: [aStory(1, ['x'], { iterationPath: change.story, category })],
      tasks: [aTask(9, { iterationPath: change.task })],
    }),
    iterations: change.dates ? [] : [sprint(1), sprint(2)],
  };
};
const treatment = (threat: number) => aTreatment(threat, { threat, mitigation: 1 });
/** The mitigation is split: Task 9 covers the place of the given threat; the story is linked to the first. */
const partFor = (threat: number) => ({
  ...aPicture({
    models: [
      aModel({
        threats: [aThreat(1), aThreat(2)],
        mitigations: [aMitigation(1, { kind: 'approved' })],
        treatments: [treatment(1), treatment(2)],
        realisations: [{ ...aRealisation(1, 1, 9), covers: [treatment(threat).id] }],
        links: [aStoryLink(1, 1, 1)],
      }),
    ],
    stories: [aStory(1, ['x'], { iterationPath: sprint(1).path })],
    tasks: [aTask(9, { iterationPath: sprint(2).path })],
  }),
  iterations: [sprint(1), sprint(2)],
});
const [first, second] = [sprint(1).path, sprint(2).path];

testRule(rule, {
  aligned: {
    'in the same sprint': given({ story: first, task: first }),
    'in an earlier one': given({ story: second, task: first }),
    'in no sprint, which another rule reports': given({ story: first, task: 'Shop' }),
    'the story is done, which another rule reports': given({
      story: first,
      task: second,
      category: 'Completed',
    }),
    'the part that comes later is for other places': partFor(2),
    'nobody gave the iterations dates': given({ story: first, task: second, dates: 'none' }),
  },
  misaligned: {
    'in a later one': {
      given: given({ story: first, task: 'shop\\sprint 2' }),
      findings: [
        {
          messageId: 'after',
          subject: { model: model.info.id, mitigation: mitigationNumber(1), story: 1, task: 9 },
        },
      ],
    },
    'the part for its place in a later one': {
      given: partFor(1),
      findings: [
        {
          messageId: 'after',
          subject: { model: model.info.id, mitigation: mitigationNumber(1), story: 1, task: 9 },
        },
      ],
    },
  },
});
