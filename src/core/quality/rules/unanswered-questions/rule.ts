/** Questions and possible threats that wait for an answer. */
import { defineQuality } from '../../rule';

export default defineQuality({
  id: 'unanswered-questions',
  title: 'Questions are not answered',
  weight: 'gap',
  why: 'An answer may add or take away threats. Until then the list of threats is not complete.',
  mend: 'Answer them on the Questions page, or ask somebody who knows.',
  fine: 'It is fine while the answer is on its way; an approval should wait for it.',
  *check({ model }) {
    const asked = [...model.question.values()].filter(
      ({ answer, workItem }) => answer === undefined && workItem !== undefined,
    );
    if (asked.length > 0) {
      yield {
        place: { kind: 'questions' },
        message: `${asked.length} ${asked.length === 1 ? 'question was' : 'questions were'} sent to somebody and not answered.`,
      };
    }
    const tentative = [...model.threat.values()].filter((threat) => threat.tentative !== undefined);
    if (tentative.length > 0) {
      yield {
        place: { kind: 'questions' },
        message: `${tentative.length} ${tentative.length === 1 ? 'threat depends' : 'threats depend'} on facts that nobody stated.`,
      };
    }
  },
});
