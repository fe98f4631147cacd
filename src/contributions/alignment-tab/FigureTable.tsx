/** Figure 1 as a table: a row for each link, and for each end that hangs loose. */
import * as React from 'react';
import { SeverityMark } from '../../ui/Marks';
import { usePortion } from '../../ui/TableParts';
import { ClauseWords } from '../tab-parts/Facts';
import { ItemLink } from '../tab-parts/ItemLink';
import type { FigureProps } from './FigureCard';
import type { FigureMap, MapClause, MapStory, MapThreat } from './figure-map';

interface Row {
  readonly key: string;
  readonly threat: MapThreat | undefined;
  readonly story: MapStory | undefined;
  readonly clause: MapClause | undefined;
  readonly findings: readonly string[];
}

/** Threat by threat, then the clauses that have none. */
function rowsOf({ threats, stories, links }: FigureMap): readonly Row[] {
  const storyOf = (id: number) => stories.find(({ story }) => story.item.id === id);
  const linked = threats.flatMap((threat): Row[] => {
    const own = links.filter((link) => link.threat === threat.key);
    if (own.length === 0)
      return [{ key: threat.key, threat, story: undefined, clause: undefined, findings: threat.findings }];
    return own.map((link) => {
      const story = storyOf(link.story);
      const clause = story?.clauses.find(({ key }) => key === link.to);
      return { key: link.key, threat, story, clause, findings: [...threat.findings, ...link.findings] };
    });
  });
  const loose = stories.flatMap((story) =>
    story.clauses
      .filter(({ findings }) => findings.length > 0)
      .map((clause): Row => ({
        key: clause.key,
        threat: undefined,
        story,
        clause,
        findings: clause.findings,
      })),
  );
  return [...linked, ...loose];
}

export function FigureTable({ map, onFinding }: FigureProps): React.ReactElement {
  const rows = React.useMemo(() => rowsOf(map), [map]);
  const { shown, more } = usePortion(rows);
  return (
    <>
      <table className="wo-small-table">
        <thead>
          <tr>
            <th scope="col">Threat</th>
            <th scope="col">WITHOUT clause</th>
            <th scope="col">Story</th>
            <th scope="col">Finding</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, threat, story, clause, findings: [first] }) => (
            <tr key={key}>
              <td>
                {threat ? (
                  <>
                    <SeverityMark name={threat.severity} /> {threat.threat.title}
                  </>
                ) : (
                  <span className="wo-warning-text">No threat</span>
                )}
              </td>
              <td>
                {clause ? <ClauseWords text={clause.clause.text} /> : <span className="wo-quiet">–</span>}
              </td>
              <td>
                {story ? (
                  <ItemLink id={story.story.item.id} title={story.story.item.title} />
                ) : (
                  <span className="wo-warning-text">No story</span>
                )}
              </td>
              <td>
                {first === undefined ? (
                  <span className="wo-quiet">Aligned</span>
                ) : (
                  <button type="button" className="wo-link" onClick={() => onFinding(first)}>
                    Show finding
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}
