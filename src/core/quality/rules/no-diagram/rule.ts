/** A model in which nothing is drawn. */
import { defineQuality } from '../../rule';

export default defineQuality({
  id: 'no-diagram',
  title: 'Nothing is drawn',
  weight: 'gap',
  why: 'A drawing is where people agree on what the system is; what nobody sees, nobody protects.',
  mend: 'Draw the system on the Diagram page.',
  fine: 'It is fine while threats are only collected for a first talk.',
  *check({ model }) {
    if (model.element.size === 0) {
      yield { place: { kind: 'model' }, message: 'The model has no element.' };
      return;
    }
    const drawn = [...model.element.values()].some(({ drawing }) => drawing !== undefined);
    if (!drawn) yield { place: { kind: 'model' }, message: 'None of the elements is on a diagram.' };
  },
});
