/** Picks threats by ticking them, with a filter. */
import * as React from 'react';
import type { ThreatId } from '../../../core/model/ids';
import { placeName } from '../../../core/model/model-index';
import { byName } from '../../../ui/by-name';
import { SearchBox } from '../../../ui/SearchBox';
import { useModelView } from '../model-view';

/** More than anybody scrolls through; the filter narrows. */
const listed = 100;

export interface ThreatPickerProps {
  readonly picked: ReadonlySet<ThreatId>;
  readonly onPick: (picked: ReadonlySet<ThreatId>) => void;
  /** Threats that are not offered. */
  readonly without?: ReadonlySet<ThreatId>;
}

export function ThreatPicker({ picked, onPick, without }: ThreatPickerProps): React.ReactElement {
  const { model } = useModelView();
  const [text, setText] = React.useState('');
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const threats = [...model.threat.values()]
    .filter((threat) => !without?.has(threat.id))
    .map((threat) => ({ threat, place: placeName(model, threat.place) }))
    .filter(({ threat, place }) =>
      words.every((word) => `${threat.title}\n${place}`.toLowerCase().includes(word)),
    )
    .sort((a, b) => byName(a.threat.title, b.threat.title));
  const toggle = (id: ThreatId) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    onPick(next);
  };
  return (
    <fieldset className="wo-pick">
      <legend>
        Threats that it treats {picked.size > 0 && <span className="wo-quiet">({picked.size} picked)</span>}
      </legend>
      <SearchBox label="Filter threats" value={text} onChange={setText} />
      <div className="wo-radio-list">
        {threats.slice(0, listed).map(({ threat, place }) => (
          <label key={threat.id}>
            <input type="checkbox" checked={picked.has(threat.id)} onChange={() => toggle(threat.id)} />
            <span>{threat.title}</span>
            <span className="wo-quiet">{place}</span>
          </label>
        ))}
        {threats.length === 0 && <p className="wo-quiet">No threat to pick.</p>}
      </div>
      {threats.length > listed && (
        <p className="wo-quiet">Only the first {listed} are listed. Filter to see others.</p>
      )}
    </fieldset>
  );
}
