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
import type { WorkItem } from '../../../sync/backlog-picture';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const model = aModel({
  threats: [aThreat(1)],
  mitigations: [aMitigation(1)],
  treatments: [aTreatment(1, { threat: 1, mitigation: 1 })],
  realisations: [aRealisation(1, 1, 6)],
  links: [aStoryLink(1, 1, 1), aStoryLink(2, 1, 2)],
});
const given = (task: Partial<WorkItem>, stories = [aStory(1), aStory(2)]) =>
  aPicture({ models: [model], stories, tasks: [aTask(6, task)] });
const treatment = (threat: number) => aTreatment(threat, { threat, mitigation: 1 });
/** The mitigation is split: Task 6 covers the first threat, of story 1, and not the second, of story 2. */
const split = aModel({
  threats: [aThreat(1), aThreat(2)],
  mitigations: [aMitigation(1)],
  treatments: [treatment(1), treatment(2)],
  realisations: [{ ...aRealisation(1, 1, 6), covers: [treatment(1).id] }],
  links: [aStoryLink(1, 1, 1), aStoryLink(2, 2, 2)],
});
const partUnder = (parent: number) =>
  aPicture({ models: [split], stories: [aStory(1), aStory(2)], tasks: [aTask(6, { parent })] });
const finding = (messageId: string) => ({
  messageId,
  subject: { model: model.info.id, mitigation: mitigationNumber(1), task: 6 },
});

testRule(rule, {
  aligned: {
    'under one of its stories': given({ parent: 2 }),
    'done, wherever it stands': given({ parent: 9, category: 'Completed' }),
    'a part under a story of the places that it covers': partUnder(1),
    'no story to stand under': given({ parent: 9 }, []),
    'a Task that the reader may not see': aPicture({ models: [model], stories: [aStory(1)] }),
  },
  misaligned: {
    'under another story': { given: given({ parent: 9 }), findings: [finding('otherParent')] },
    'a part under a story of other places': { given: partUnder(2), findings: [finding('otherParent')] },
    'under nothing': { given: given({}), findings: [finding('noParent')] },
  },
});
