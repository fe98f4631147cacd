/** An incident that names the item: what was found, which threats came true, and the mitigations that should have held. */
import * as React from 'react';
import { counted } from '../../ui/words';
import { dayOf } from '../../ui/day-of';
import { useGroup } from './group-context';
import type { IncidentPicture } from './incident-picture';
import { ThreatItem } from './ThreatItem';

export function IncidentView({ picture }: { readonly picture: IncidentPicture }): React.ReactElement {
  const { places } = useGroup();
  const { title, threats, more, model } = picture;
  return (
    <section aria-label={`Incident ${title}`}>
      <p>
        Incident{' '}
        <button type="button" className="wg-link" onClick={() => places.openIncidents(model)}>
          {title}
        </button>{' '}
        <span className="wg-quiet">
          of {picture.modelName}, {dayOf(picture.at)}, {picture.state === 'open' ? 'open' : 'closed'}
        </span>
      </p>
      {picture.found.trim() !== '' && <p className="wg-prose">{picture.found}</p>}
      {threats.length + more > 0 && <h2>What came true, and what should have held it off</h2>}
      <ul className="wg-list" aria-label={`Threats of the incident ${title}`}>
        {threats.map((row) => (
          <ThreatItem key={row.threat.id} row={row}>
            {row.mitigations.length === 0 && <p className="wg-warn">Nothing mitigates it yet.</p>}
          </ThreatItem>
        ))}
      </ul>
      {more > 0 && <p className="wg-quiet">{counted(more, 'more threat')} in the threat model.</p>}
    </section>
  );
}
