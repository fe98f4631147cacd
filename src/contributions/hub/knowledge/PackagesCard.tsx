/** The packages with what each finds here, and how deep to look. */
import * as React from 'react';
import type { KnowledgeEngine } from '../../../core/kb/knowledge-engine';
import type { Depth } from '../../../core/model/knowledge';
import { Pill } from '../../../ui/Marks';
import { TickHead } from '../../../ui/TableParts';
import { counted } from '../../../ui/words';
import { useModelView } from '../model-view';
import { packageRows } from './choice';
import type { KnowledgeChoice, PackageRow } from './choice';

interface CardProps {
  readonly engine: KnowledgeEngine;
  readonly choice: KnowledgeChoice;
  readonly onChoice: (choice: KnowledgeChoice) => void;
}

/** What is in it: "45 threats, 60 mitigations"; what it has none of is not named. */
const contentWords = ({ threats, mitigations, questions, events }: PackageRow['known']) =>
  [
    [threats, 'threat'] as const,
    [mitigations, 'mitigation'] as const,
    [questions, 'question'] as const,
    [events, 'security event'] as const,
  ]
    .filter(([list]) => list.length > 0)
    .map(([list, word]) => counted(list.length, word))
    .join(', ') || 'empty';

function Row({ row, choice, onChoice }: Omit<CardProps, 'engine'> & { readonly row: PackageRow }) {
  const { readOnly } = useModelView();
  const { known, certain, tentative } = row;
  const toggle = () => {
    const packages = new Set(choice.packages);
    if (!packages.delete(known.id)) packages.add(known.id);
    onChoice({ ...choice, packages });
  };
  return (
    <tr>
      <td className="wo-tick-cell">
        <label className="wo-tick">
          <input
            type="checkbox"
            aria-label={`Use ${known.name}`}
            checked={choice.packages.has(known.id)}
            disabled={readOnly}
            onChange={toggle}
          />
        </label>
      </td>
      <td>
        <strong>{known.name}</strong> <span className="wo-quiet">{known.version}</span>{' '}
        {row.isNew && <Pill tone="info">Changed since last time</Pill>}
        <div className="wo-quiet">{row.description}</div>
        <div className="wo-quiet">{contentWords(known)}</div>
      </td>
      <td className="wo-right" data-label="Found here">
        {certain}
        {tentative > 0 && <div className="wo-quiet">+ {tentative} perhaps</div>}
      </td>
    </tr>
  );
}

const depthWords: Readonly<Record<Depth, readonly [string, string]>> = {
  light: ['Light', 'only the TOP threats and mitigations: what matters most on a small system'],
  full: ['Full', 'everything up to the level that the system asks for'],
};

function DepthChoice({ choice, onChoice }: Omit<CardProps, 'engine'>): React.ReactElement {
  const { readOnly } = useModelView();
  return (
    <fieldset className="wo-answers" disabled={readOnly}>
      <legend className="wo-label">How deep</legend>
      {(['light', 'full'] as const).map((depth) => (
        <label key={depth}>
          <input
            type="radio"
            name="wo-depth"
            checked={choice.depth === depth}
            onChange={() => onChoice({ ...choice, depth })}
          />
          <span>
            <strong>{depthWords[depth][0]}</strong>: {depthWords[depth][1]}
          </span>
        </label>
      ))}
      <label>
        <input
          type="checkbox"
          checked={choice.tentative === 'take'}
          onChange={(event) => onChoice({ ...choice, tentative: event.target.checked ? 'take' : 'leave' })}
        />
        <span>
          Take threats that may be real until a question is answered{' '}
          <span className="wo-quiet">(marked as tentative)</span>
        </span>
      </label>
      <p className="wo-quiet">You can switch at any time: what somebody decided is never lost.</p>
    </fieldset>
  );
}

export function PackagesCard({ engine, choice, onChoice }: CardProps): React.ReactElement {
  const { model } = useModelView();
  const rows = React.useMemo(() => packageRows(engine, model, choice.depth), [engine, model, choice.depth]);
  return (
    <section className="wo-card" aria-labelledby="wo-packages">
      <h2 id="wo-packages">Knowledge packages</h2>
      <table className="wo-small-table wo-packages">
        <thead>
          <tr>
            <TickHead label="Use" />
            <th scope="col">Package</th>
            <th scope="col" className="wo-right">
              Threats found here
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.known.id} row={row} choice={choice} onChoice={onChoice} />
          ))}
        </tbody>
      </table>
      <DepthChoice choice={choice} onChoice={onChoice} />
    </section>
  );
}
