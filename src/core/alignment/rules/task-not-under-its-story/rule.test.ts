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
const finding = (messageId: string) => ({
  messageId,
  subject: { model: model.info.id, mitigation: mitigationNumber(1), task: 6 },
});

testRule(rule, {
  aligned: {
    'under one of its stories': given({ parent: 2 }),
    'done, wherever it stands': given({ parent: 9, category: 'Completed' }),
    'no story to stand under': given({ parent: 9 }, []),
    'a Task that the reader may not see': aPicture({ models: [model], stories: [aStory(1)] }),
  },
  misaligned: {
    'under another story': { given: given({ parent: 9 }), findings: [finding('otherParent')] },
    'under nothing': { given: given({}), findings: [finding('noParent')] },
  },
});
