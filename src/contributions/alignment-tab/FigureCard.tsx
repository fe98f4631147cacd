/** Figure 1 as a picture or as a table; both say the same. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import type { FigureMap } from './figure-map';
import { FigureDrawing } from './FigureDrawing';
import { FigureTable } from './FigureTable';

export interface FigureProps {
  readonly map: FigureMap;
  /** Called with the key of a finding that somebody wants to see. */
  readonly onFinding: (key: string) => void;
}

export function FigureCard({ map, onFinding }: FigureProps): React.ReactElement | null {
  const [look, setLook] = React.useState<'drawing' | 'table'>('drawing');
  if (map.threats.length === 0 && map.stories.length === 0) return null;
  return (
    <section className="wo-card" aria-label="Threats, WITHOUT clauses and stories">
      <div className="wo-figure-head">
        <h2>Threats, WITHOUT clauses and stories</h2>
        <Button
          subtle={true}
          text={look === 'drawing' ? 'Show as table' : 'Show as picture'}
          onClick={() => setLook(look === 'drawing' ? 'table' : 'drawing')}
        />
      </div>
      {look === 'drawing' ? (
        <FigureDrawing map={map} onFinding={onFinding} />
      ) : (
        <FigureTable map={map} onFinding={onFinding} />
      )}
    </section>
  );
}
