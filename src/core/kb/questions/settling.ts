/** The question whose answer says whether a tentative threat is real. */
import type { Place } from '../../model/threat';
import { placeKey } from '../places';
import type { KnowledgeEngine } from '../knowledge-engine';
import type { KnowledgeThreat } from '../package';
import { askQuestions, isAnswered } from './ask';
import type { Asked } from './ask';
import { placeOfSubject } from './waiting';

/** Where and what a question asks; the same for a fact that a rule waits for. */
const about = (place: Place, property: string): string => `${placeKey(place)} ${property}`;

const asksAbout = ({ place, property, answers }: Asked): readonly string[] =>
  [...(property === undefined ? [] : [property]), ...answers.flatMap(({ set }) => [...set.keys()])].map(
    (each) => about(place, each),
  );

/**
 * The most urgent open question about what the threat's rule waits for there; undefined where it waits for nothing.
 * The engine must have followed the model. Costs as much as asking all questions.
 */
export function settlingQuestion(
  engine: KnowledgeEngine,
  threat: KnowledgeThreat,
  place: Place,
): Asked | undefined {
  const explanation = engine.explain(threat, place);
  if (explanation?.answer !== 'unknown') return undefined;
  const awaited = new Set(
    explanation.because.flatMap(({ open }) => {
      const where = open && placeOfSubject(engine.model, place, open.subject);
      return where ? [about(where, open.property)] : [];
    }),
  );
  return askQuestions(engine).find(
    (asked) => !isAnswered(asked) && asksAbout(asked).some((each) => awaited.has(each)),
  );
}
