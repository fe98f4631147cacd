import { aPicture, aTask } from '../../../../../tests/fixtures/alignment-picture';
import { aMitigation, aModel, aRealisation } from '../../../../../tests/fixtures/sample-model';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import rule from './rule';

const model = aModel({ mitigations: [aMitigation(1)], realisations: [aRealisation(1, 1, 9)] });
const leftAlone = aModel({
  mitigations: [aMitigation(1)],
  realisations: [{ ...aRealisation(1, 1, 9), decided: [{ about: 'copy', item: 10 }] }],
});
const bank = { ...model, info: { ...model.info, scope: ['Bank'] } };
const given = (task: ReturnType<typeof aTask>, own = model) => ({
  ...aPicture({ models: [own] }),
  marked: [task],
});

testRule(rule, {
  aligned: {
    'a model knows it': given(aTask(9)),
    'somebody said that it is a copy to be left as it is': given(aTask(10), leftAlone),
    'it was removed': given(aTask(10, { category: 'Removed' })),
    'no model covers its area': given(aTask(10), bank),
    'nobody looked for marked ones': aPicture({ models: [model] }),
  },
  misaligned: {
    'no model knows it': {
      given: given(aTask(10)),
      findings: [{ messageId: 'unknown', subject: { task: 10 } }],
    },
  },
});
