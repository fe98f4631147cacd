/** Which kinds of things the package covers, and rules that can hold nowhere. */
import * as React from 'react';
import { coverageOf } from '../../core/kb/coverage';
import { strideCategories } from '../../core/model/threat';
import { Banner } from '../../ui/Banner';
import { counted, strideWords } from '../../ui/words';
import { FailedExamples } from './FailedExamples';
import type { Work } from './PackageScreen';

export function CoverageView({
  work,
  onOpen,
}: {
  readonly work: Work;
  readonly onOpen: (id: string) => void;
}): React.ReactElement {
  const { types, dead } = React.useMemo(() => coverageOf(work.package), [work.package]);
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
            {types.map(({ type, name, threats, total }) => (
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
      </section>
      <p className="wo-quiet wo-footnote">
        Counted are threats that can strike at such a thing or at a data flow from or to it, whatever else a
        model says.
      </p>
    </>
  );
}
