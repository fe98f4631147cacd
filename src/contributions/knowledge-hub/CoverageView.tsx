/** Which kinds of things the package covers, and rules that can hold nowhere. */
import * as React from 'react';
import { coverageOf } from '../../core/kb/coverage';
import type { Coverage } from '../../core/kb/coverage';
import { ownOf } from '../../core/kb/rule-text/vocabulary';
import { strideCategories } from '../../core/model/threat';
import { Banner } from '../../ui/Banner';
import { counted, strideWords } from '../../ui/words';
import { FailedExamples } from './FailedExamples';
import type { Work } from './PackageScreen';

type TypeRow = Coverage['types'][number];

function Rows({ rows }: { readonly rows: readonly TypeRow[] }): React.ReactElement {
  return (
    <table className="wo-small-table wo-package-table wo-coverage">
      <thead>
        <tr>
          <th scope="col">Kind of thing</th>
          {strideCategories.map((each) => (
            <th key={each} scope="col" className="wo-right">
              <abbr title={strideWords[each]}>{strideWords[each].charAt(0)}</abbr>
            </th>
          ))}
          <th scope="col" className="wo-right">
            All
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ type, name, threats, total }) => (
          <tr key={type}>
            <td data-label="Kind of thing">{name}</td>
            {strideCategories.map((each) => (
              <td
                key={each}
                data-label={strideWords[each]}
                className={`wo-right ${threats[each] === 0 ? 'wo-none' : ''}`}
              >
                {threats[each]}
              </td>
            ))}
            <td data-label="All" className={`wo-right ${total === 0 ? 'wo-none' : ''}`}>
              {total}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The package's own kinds first: one of them without a threat is a gap. A lent one without is only a name. */
function useRows(work: Work, types: readonly TypeRow[]) {
  return React.useMemo(() => {
    const own = new Set(ownOf(work.package).entityTypes.map(({ id }) => id));
    const isOwn = ({ type }: TypeRow) => own.has(type);
    const lent = types.filter((each) => !isOwn(each));
    return {
      shown: [...types.filter(isOwn), ...lent.filter(({ total }) => total > 0)],
      silent: lent.filter(({ total }) => total === 0),
    };
  }, [work.package, types]);
}

export function CoverageView({
  work,
  onOpen,
}: {
  readonly work: Work;
  readonly onOpen: (id: string) => void;
}): React.ReactElement {
  const { types, dead } = React.useMemo(() => coverageOf(work.package), [work.package]);
  const { shown, silent } = useRows(work, types);
  return (
    <>
      {work.package.threats.length === 0 ? (
        <Banner tone="info">There is no threat yet, so nothing is covered.</Banner>
      ) : dead.length > 0 ? (
        <Banner tone="warning">
          {counted(dead.length, 'rule')} can hold nowhere, whatever a model says:
          <ul className="wo-plain-list">
            {dead.map(({ id, name }) => (
              <li key={id}>
                <button type="button" className="wo-link" onClick={() => onOpen(id)}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </Banner>
      ) : (
        <Banner tone="success">Every rule can hold somewhere.</Banner>
      )}
      <FailedExamples work={work} onOpen={onOpen} />
      <section className="wo-card wo-card-table" aria-labelledby="wo-coverage">
        <h2 id="wo-coverage">Threats by kind of thing</h2>
        {shown.length > 0 && <Rows rows={shown} />}
        {silent.length > 0 && (
          <details className="wo-preview wo-silent-kinds">
            <summary>
              {counted(silent.length, 'kind')} of extended packages without a threat of this one
            </summary>
            <p className="wo-quiet">{silent.map(({ name }) => name).join(', ')}</p>
          </details>
        )}
      </section>
      <p className="wo-quiet wo-footnote">
        Counted are threats that can strike at such a thing or at a data flow from or to it, whatever else a
        model says.
      </p>
    </>
  );
}
