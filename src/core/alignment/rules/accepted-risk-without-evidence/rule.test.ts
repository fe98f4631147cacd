import { aPicture } from '../../../../../tests/fixtures/alignment-picture';
import { aModel, aThreat, anAcceptance, threatNumber } from '../../../../../tests/fixtures/sample-model';
import type { Acceptance } from '../../../model/decisions';
import type { Threat } from '../../../model/threat';
import { testRule } from '../../../../../tests/fixtures/test-rule';
import type { ReadComment } from '../../../model/comment-proof';
import rule from './rule';

const bare = anAcceptance(1, 1);
const proven = anAcceptance(1, 1, { evidence: { workItem: 7, comment: 3 } });
const given = (acceptances: readonly Acceptance[], threat: Partial<Threat> = {}) =>
  aPicture({ models: [aModel({ threats: [aThreat(1, threat)], acceptances })] });
const subject = { model: aModel({}).info.id, threat: threatNumber(1), acceptance: bare.id };
const looked = (evidence: ReadComment) => ({
  ...given([proven]),
  evidence: new Map([[proven.id, evidence]]),
});

testRule(rule, {
  aligned: {
    'a comment proves it': given([proven]),
    'the comment is by the same person, whatever the case': looked({
      kind: 'written',
      by: proven.by.toUpperCase(),
    }),
    'the threat does not apply any more': given([bare], {
      status: { kind: 'not-applicable', justification: 'x' },
    }),
  },
  misaligned: {
    'no comment': {
      given: given([bare]),
      findings: [{ messageId: 'noEvidence', subject }],
    },
    'the comment is gone': {
      given: looked({ kind: 'gone' }),
      findings: [{ messageId: 'gone', subject }],
    },
    'somebody else wrote the comment': {
      given: looked({ kind: 'written', by: 'Mallory' }),
      findings: [{ messageId: 'otherAuthor', subject }],
    },
  },
});
