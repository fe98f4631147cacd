/** Two things of one kind with the same name. */
import { quoted, sameNames } from '../../wording';
import { defineQuality } from '../../rule';

const said = (what: string, name: string, others: readonly unknown[]): string =>
  `${others.length + 1} ${what} are called ${quoted(name)}.`;

export default defineQuality({
  id: 'duplicate-names',
  title: 'Several things have the same name',
  weight: 'hint',
  why: 'Nobody can tell from a Task or a table which of them is meant, and one may be a copy that was forgotten.',
  mend: 'Rename one, or remove the copy.',
  fine: 'It is fine where two things are really called so; a word more still helps.',
  *check({ model }) {
    for (const [first, ...others] of sameNames(model.element.values(), ({ name }) => name)) {
      if (first)
        yield { place: { kind: 'element', id: first.id }, message: said('elements', first.name, others) };
    }
    for (const [first, ...others] of sameNames(model.mitigation.values(), ({ title }) => title)) {
      if (first)
        yield {
          place: { kind: 'mitigation', id: first.id },
          message: said('mitigations', first.title, others),
        };
    }
    const placed = sameNames(model.threat.values(), ({ title, place }) =>
      title.trim() === '' ? '' : `${title} ${place.kind === 'model' ? '' : place.id}`,
    );
    for (const [first, ...others] of placed) {
      if (first)
        yield {
          place: { kind: 'threat', id: first.id },
          message: said('threats at one place', first.title, others),
        };
    }
  },
});
