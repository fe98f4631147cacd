/** Which threats something is about: a filter and ticks, the ticked ones first. */
import * as React from 'react';
import type { ThreatId } from '../../../core/model/ids';
import { SearchBox } from '../../../ui/SearchBox';
import { useModelView } from '../model-view';

/** More than anybody scrolls through; the filter narrows. */
const listed = 50;

export interface ThreatTicksProps {
  readonly chosen: readonly ThreatId[];
  readonly onChange: (threats: readonly ThreatId[]) => void;
}

export function ThreatTicks({ chosen, onChange }: ThreatTicksProps): React.ReactElement {
  const { model } = useModelView();
  const [text, setText] = React.useState('');
  // The order stays while somebody ticks: a row that jumps away is a row that is lost.
  const [first] = React.useState(() => new Set(chosen));
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = [...model.threat.values()]
    .filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
    .sort(
      (a, b) => Number(first.has(b.id)) - Number(first.has(a.id)) || a.title.localeCompare(b.title, 'en'),
    );
  const toggle = (id: ThreatId) =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <fieldset className="wo-pick">
      <legend>Threats that it tells of</legend>
      {model.threat.size > 8 && <SearchBox label="Filter threats" value={text} onChange={setText} />}
      <div className="wo-radio-list wo-threat-ticks">
        {found.slice(0, listed).map(({ id, title }) => (
          <label key={id}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            <span>{title}</span>
          </label>
        ))}
        {found.length === 0 && <p className="wo-quiet">No threat has these words.</p>}
        {found.length > listed && (
          <p className="wo-quiet">{found.length - listed} more: filter to see them.</p>
        )}
      </div>
    </fieldset>
  );
}
